import { readStyles } from '../files/read-styles.ts';
import type { Lesson } from '../model/library.ts';
import { fullId, lessonsOf } from '../model/library.ts';
import type { Selection } from '../model/selection.ts';
import type { Theme } from '../model/theme.ts';

/** The same facts twice: for people as rows, for programs as JSON whose shape is published. */
export interface Listing {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly json: readonly unknown[];
  /** A last cell for each row, with marks around words that were found; control characters are shown already. */
  readonly last?: readonly string[];
}

export function listLessons({ lessons }: Selection): Listing {
  const several = lessons.some((lesson) => lesson.origin !== undefined);
  return {
    head: ['ID', ...(several ? ['SLIDE'] : []), 'TOPIC', 'SOURCE', 'THEMES'],
    rows: lessons.map((lesson) => [
      fullId(lesson),
      ...(several ? [lesson.id] : []),
      lesson.topic,
      lesson.source,
      lesson.themes.join(', '),
    ]),
    json: lessons.map((lesson) => {
      const { id, part, topic, quote, source, themes, origin } = lesson;
      return { id: fullId(lesson), ...(origin && { slide: id }), part, topic, quote, source, themes };
    }),
  };
}

/** The parts that hold selected lessons. */
export function listParts({ library, lessons }: Selection): Listing {
  const counts = countBy(lessons, (lesson) => [String(lesson.part)]);
  const parts = library.parts
    .map(({ number, title }) => ({
      number,
      title,
      lessons: counts.get(String(number)) ?? 0,
    }))
    .filter((part) => part.lessons > 0 || lessons.length === lessonsOf(library).length);
  return {
    head: ['PART', 'TITLE', 'LESSONS'],
    rows: parts.map((part) => [String(part.number), part.title, String(part.lessons)]),
    json: parts,
  };
}

/** All themes there are; of a selection those that it touches. Tags without a theme file come last. */
export function listThemes({ library, themes, lessons }: Selection): Listing {
  const counts = countBy(lessons, (lesson) => lesson.themes);
  const known = new Set(themes.map((theme) => theme.name));
  const tags = [...counts.keys()]
    .filter((name) => !known.has(name))
    .map((name) => ({ name, title: name, description: '' }));
  const whole = lessons.length === lessonsOf(library).length;
  const partCounts = countParts(lessons);
  const json = [...themes.map(nameTitleDescription), ...tags]
    .map((theme) => ({
      ...theme,
      lessons: counts.get(theme.name) ?? 0,
      parts: partCounts.get(theme.name)?.size ?? 0,
    }))
    .filter((theme) => whole || theme.lessons > 0);
  return {
    head: ['THEME', 'TITLE', 'LESSONS', 'PARTS', 'DESCRIPTION'],
    rows: json.map((theme) => [theme.name, theme.title, String(theme.lessons), String(theme.parts), theme.description]),
    json,
  };
}

/** The sources that selected lessons cite. */
export function listSources({ library, lessons }: Selection): Listing {
  const ids = new Map<string, string[]>();
  for (const lesson of lessons) {
    const { source } = lesson;
    const cited = ids.get(source) ?? [];
    ids.set(source, cited);
    cited.push(fullId(lesson));
  }
  const json = library.sources
    .map((source) => ({ ...source, lessons: ids.get(source.name) ?? [] }))
    .filter((source) => source.lessons.length > 0);
  return {
    head: ['SOURCE', 'KIND', 'LESSONS', 'URL'],
    rows: json.map(({ name, kind, lessons: cited, url }) => [name, kind ?? '', String(cited.length), url ?? '']),
    json,
  };
}

export async function listStyles(): Promise<Listing> {
  const styles = await readStyles();
  return {
    head: ['STYLE', 'MODES', 'DESCRIPTION'],
    rows: styles.map(({ name, modes, defaultMode, description }) => [
      name,
      [defaultMode, ...modes.filter((mode) => mode !== defaultMode)].join(', '),
      description,
    ]),
    json: styles,
  };
}

function nameTitleDescription({ name, title, description }: Theme): {
  name: string;
  title: string;
  description: string;
} {
  return { name, title, description };
}

function countBy(
  lessons: readonly Lesson[],
  keysOf: (lesson: Lesson) => readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of lessons.flatMap(keysOf)) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** By theme, the parts it occurs in. */
function countParts(lessons: readonly Lesson[]): ReadonlyMap<string, ReadonlySet<number>> {
  const parts = new Map<string, Set<number>>();
  for (const { part, themes } of lessons) {
    for (const theme of themes) {
      parts.set(theme, (parts.get(theme) ?? new Set()).add(part));
    }
  }
  return parts;
}
