import { fullId, type Lesson, type Library, type Source } from '../model/library.ts';
import { selectLessons } from '../select/select-lessons.ts';
import type { CommandContext } from './command-context.ts';
import { displayPath } from './display-path.ts';
import { openRecipe } from './open-recipe.ts';
import { showControls, toJson } from './show-controls.ts';
import { takeLibrary } from './take-library.ts';

/** `lectern show <id> [library…]`. A range of ids shows several. */
export async function runShow(context: CommandContext): Promise<number> {
  const [id = '', ...named] = context.args;
  const { library, themes, origin } = await takeLibrary(await openRecipe(named, context));
  const { lessons } = await selectLessons(library, themes, { lesson: [id] });
  const fileOf = (lesson: Lesson): string => displayPath(lesson.origin?.file ?? origin.file, context.io.cwd);
  const shown = lessons.map((lesson) => describe(lesson, library, fileOf(lesson)));
  if (context.settings.flag('json')) {
    context.report.result(toJson(shown.length === 1 ? shown[0] : shown));
  } else {
    context.report.result(shown.map(formatLesson).join('\n\n'));
  }
  return 0;
}

/** A lesson as `show --json` gives it. What is not known is left out. */
interface ShownLesson extends Omit<Lesson, 'source' | 'number' | 'origin'> {
  /** Among several libraries: its id on the slides. */
  readonly slide?: string;
  readonly partTitle: string;
  readonly source: Source;
  /** Where the lesson stands. */
  readonly file: string;
}

function describe(lesson: Lesson, library: Library, file: string): ShownLesson {
  const { id, part, topic, quote, themes, key, highlight, note, seconds, line } = lesson;
  return {
    id: fullId(lesson),
    ...(lesson.origin === undefined ? {} : { slide: id }),
    part,
    partTitle: library.parts.find((candidate) => candidate.number === part)?.title ?? '',
    topic,
    quote,
    source: library.sources.find((source) => source.name === lesson.source) ?? {
      name: lesson.source,
    },
    themes,
    key,
    ...(highlight === undefined ? {} : { highlight }),
    ...(note === undefined ? {} : { note }),
    ...(seconds === undefined ? {} : { seconds }),
    file,
    line,
  };
}

function formatLesson(lesson: ShownLesson): string {
  const { source } = lesson;
  const facts: readonly (readonly [name: string, fact: string | undefined])[] = [
    ['On slides', lesson.slide],
    ['Part', `${lesson.part}: ${lesson.partTitle}`],
    ['Source', source.kind === undefined ? source.name : `${source.name} (${source.kind})`],
    ['URL', source.url],
    ['Themes', lesson.themes.join(', ') || 'none'],
    ['Key', lesson.key ? 'yes, stands for its part' : 'no'],
    ['Highlight', lesson.highlight],
    ['Note', lesson.note],
    ['Seconds', lesson.seconds?.toString()],
    ['Stands in', `${lesson.file}:${lesson.line}`],
  ];
  const lines = facts.flatMap(([name, fact]) =>
    fact === undefined ? [] : [`${name.padEnd(10)} ${showControls(fact)}`],
  );
  return [showControls(`${lesson.id}  ${lesson.topic}`), '', showControls(`“${lesson.quote}”`), '', ...lines].join(
    '\n',
  );
}
