import type { ImportForm, MergeChange, ThemeSuggestion } from '../model/imported.ts';
import { type Lesson, type Library, lessonsOf, type Part } from '../model/library.ts';
import { matchLessons } from './match-lessons.ts';

export interface Incoming {
  readonly form: ImportForm;
  readonly library: Library;
  readonly suggestions: ReadonlyMap<string, readonly ThemeSuggestion[]>;
  readonly guessedTopics: ReadonlySet<string>;
}

/** A lesson of the library, with what the document says otherwise. */
export interface ChangedLesson {
  readonly lesson: Lesson;
  readonly incoming: Lesson;
  /** What the document decides: the words, their topic and their source. */
  readonly replaced: readonly ('topic' | 'quote' | 'source')[];
  /** What the document says and the library does not. */
  readonly added: readonly ('themes' | 'highlight' | 'note' | 'seconds')[];
  /** Whether the highlight of the library no longer stands in the quote. */
  readonly loses: boolean;
}

/** Lessons that come new into a part, behind a lesson that is there or, without one, at the beginning. */
export interface AddedLessons {
  readonly part: Part;
  readonly after: Lesson | undefined;
  readonly lessons: readonly Lesson[];
}

export interface Difference {
  readonly changed: readonly ChangedLesson[];
  readonly added: readonly AddedLessons[];
  readonly addedParts: readonly Part[];
  readonly gone: readonly Lesson[];
  readonly changes: readonly MergeChange[];
}

/** What a document would change in a library. Linear in lessons. */
export function compareLibraries(library: Library, incoming: Incoming, prune: boolean): Difference {
  const existing = lessonsOf(library);
  const pairs = matchLessons(lessonsOf(incoming.library), existing);
  const found = new Set(pairs.values());
  const gone = existing.filter((lesson) => !found.has(lesson));
  const changed = [...pairs].flatMap(([lesson, old]) => compareLesson(old, lesson, incoming));
  const placed = incoming.library.parts.map((part) => placePart(part, library, pairs));
  const added = placed.flatMap(({ added: lessons }) => lessons);
  const addedParts = placed.flatMap(({ addedPart }) => (addedPart ? [addedPart] : []));
  const changes = [
    ...compareTexts(library, incoming),
    ...changed.flatMap(changesOf),
    ...[...added.flatMap(({ lessons }) => lessons), ...addedParts.flatMap(({ lessons }) => lessons)].map(addition),
    ...gone.map((lesson) => ({ kind: 'gone', what: labelOf(lesson), ...(prune ? {} : { field: 'kept' }) }) as const),
  ];
  return { changed, added, addedParts, gone, changes };
}

function compareLesson(lesson: Lesson, incoming: Lesson, from: Incoming): readonly ChangedLesson[] {
  const replaced = (['topic', 'quote', 'source'] as const).filter(
    (field) => lesson[field] !== incoming[field] && !(field === 'topic' && from.guessedTopics.has(incoming.id)),
  );
  const said = { ...incoming, themes: from.suggestions.has(incoming.id) ? [] : incoming.themes };
  const added = (['highlight', 'note', 'seconds'] as const).filter(
    (field) => lesson[field] === undefined && said[field] !== undefined,
  );
  const themes = lesson.themes.length === 0 && said.themes.length > 0 ? (['themes'] as const) : [];
  const loses = lesson.highlight !== undefined && !incoming.quote.includes(lesson.highlight);
  const isSame = replaced.length === 0 && added.length === 0 && themes.length === 0;
  return isSame ? [] : [{ lesson, incoming, replaced, added: [...themes, ...added], loses }];
}

function changesOf({ lesson, incoming, replaced, added, loses }: ChangedLesson): readonly MergeChange[] {
  const what = labelOf(lesson);
  return [
    ...replaced.map(
      (field) => ({ kind: 'changed', what, field, before: lesson[field], after: incoming[field] }) as const,
    ),
    ...added.map((field) => ({ kind: 'changed', what, field, after: String(incoming[field]) }) as const),
    ...(loses && lesson.highlight !== undefined
      ? [{ kind: 'changed', what, field: 'highlight', before: lesson.highlight } as const]
      : []),
  ];
}

function addition(lesson: Lesson): MergeChange {
  return { kind: 'added', what: lesson.topic, field: lesson.source, after: lesson.quote };
}

/** Titles and the introduction stay the library's; where the document has others, that is told. */
function compareTexts(library: Library, { library: incoming }: Incoming): readonly MergeChange[] {
  return (['title', 'intro'] as const).flatMap((field) => {
    const [before, after] = [library[field], incoming[field]];
    return after === '' || after === before ? [] : [{ kind: 'kept', what: 'the library', field, before, after }];
  });
}

interface Placed {
  readonly added: readonly AddedLessons[];
  readonly addedPart?: Part;
}

function placePart(part: Part, library: Library, pairs: ReadonlyMap<Lesson, Lesson>): Placed {
  const home = findPart(part, library, pairs);
  if (home === undefined) {
    const lessons = part.lessons.filter((lesson) => !pairs.has(lesson));
    return lessons.length === 0 ? { added: [] } : { added: [], addedPart: { ...part, lessons } };
  }
  const added: { part: Part; after: Lesson | undefined; lessons: Lesson[] }[] = [];
  let after: Lesson | undefined;
  for (const lesson of part.lessons) {
    const known = pairs.get(lesson);
    if (known?.part === home.number) after = known;
    if (known !== undefined) continue;
    const run = added.at(-1);
    if (run && run.after === after) run.lessons.push(lesson);
    else added.push({ part: home, after, lessons: [lesson] });
  }
  return { added };
}

/** The part of the library that a part of the document is: by its title, else the one where most of its lessons are. */
function findPart(part: Part, library: Library, pairs: ReadonlyMap<Lesson, Lesson>): Part | undefined {
  const titled = library.parts.filter(({ title }) => title.trim().toLowerCase() === part.title.trim().toLowerCase());
  if (titled.length === 1) return titled[0];
  const counts = new Map<number, number>();
  for (const lesson of part.lessons) {
    const home = pairs.get(lesson)?.part;
    if (home !== undefined) counts.set(home, (counts.get(home) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return library.parts.find(({ number }) => number === most?.[0]);
}

function labelOf({ id, topic }: Lesson): string {
  return `${id} ${topic}`;
}
