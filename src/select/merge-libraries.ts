import type { Library, Part, Source } from '../model/library.ts';
import { foldName } from './near-names.ts';

/** A library, and the file that it was read from, as the user named it. */
export interface NamedLibrary {
  readonly library: Library;
  readonly file: string;
}

/**
 * Several libraries as one: their parts follow each other and are numbered anew, sources of the same name (in any case) are one
 * source, and every lesson knows where it comes from. One library stays as it is.
 */
export function mergeLibraries(named: readonly NamedLibrary[]): Library {
  const [first] = named;
  if (first === undefined) throw new RangeError('no library to merge');
  if (named.length === 1) return first.library;
  const names = tellApart(named.map(({ library }) => library.name));
  const sources = mergeSources(named.flatMap(({ library }) => library.sources));
  const parts = named.flatMap(({ library, file }, place) =>
    library.parts.map((part) => ({ part, library, file, name: names[place] ?? library.name })),
  );
  const all = named.map(({ library }) => library);
  return {
    name: nameAll(names),
    title: joinTexts(all.map(({ title }) => title)),
    subject: joinTexts(all.map(({ subject }) => subject)),
    tagline: joinTexts(all.map(({ tagline }) => tagline)),
    intro: joinTexts(
      all.map(({ intro }) => intro),
      '\n\n',
    ),
    language: first.library.language,
    sources: [...sources.values()],
    parts: parts.map((found, index) => renumber(found, index + 1, sources)),
  };
}

function renumber(
  { part, library, file, name }: { part: Part; library: Library; file: string; name: string },
  number: number,
  sources: ReadonlyMap<string, Source>,
): Part {
  return {
    ...part,
    number,
    lessons: part.lessons.map((lesson) => ({
      ...lesson,
      id: `${number}.${lesson.number}`,
      part: number,
      source: sources.get(foldName(lesson.source))?.name ?? lesson.source,
      origin: { library: name, id: lesson.id, subject: library.subject, file },
    })),
  };
}

/** By folded name: spelled as it came first, with what any of the libraries knows of it. */
function mergeSources(all: readonly Source[]): ReadonlyMap<string, Source> {
  const merged = new Map<string, Source>();
  for (const source of all) {
    const name = foldName(source.name);
    merged.set(name, { ...source, ...merged.get(name) });
  }
  return merged;
}

/** Two files of one name in different folders: `talks`, `talks-2`. */
function tellApart(names: readonly string[]): readonly string[] {
  return names.map((name, place) => {
    const before = names.slice(0, place).filter((other) => other === name).length;
    return before === 0 ? name : `${name}-${before + 1}`;
  });
}

/** Names of this many libraries go into the names of files. */
const MOST_NAMED = 3;

function nameAll(names: readonly string[]): string {
  if (names.length <= MOST_NAMED) return names.join('-');
  return `${names.slice(0, MOST_NAMED - 1).join('-')}-and-${names.length - MOST_NAMED + 1}-more`;
}

/** Each text once. */
function joinTexts(texts: readonly string[], between: string = ' · '): string {
  return [...new Set(texts.filter((text) => text !== ''))].join(between);
}
