import type { Lesson, Library } from '../model/library.ts';
import type { CitedSource, LessonMark } from '../model/slides.ts';

/** What needs no tables of Unicode, which take some milliseconds to load. */
const ASCII = /^[ -~]*$/u;

/** The number of each source that the lessons cite: alphabetical, from 1. */
export function numberSources(lessons: readonly Lesson[]): ReadonlyMap<string, number> {
  const cited = [...new Set(lessons.map((lesson) => lesson.source))];
  const keys = new Map(cited.map((name) => [name, sortKey(name)]));
  const names = cited.sort((a, b) => compare(keys.get(a) ?? '', keys.get(b) ?? '') || compare(a, b));
  return new Map(names.map((name, index) => [name, index + 1]));
}

/** Letters without case and accents. Not a collator's order: that changes with the version of Node, and takes 8 ms to load. */
function sortKey(name: string): string {
  if (ASCII.test(name)) return name.toLowerCase();
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The bibliography: every cited source with its number and the lessons that cite it. */
export function citeSources(
  library: Library,
  numbers: ReadonlyMap<string, number>,
  marks: readonly LessonMark[],
): readonly CitedSource[] {
  const registered = new Map(library.sources.map((source) => [source.name, source]));
  const lessons = new Map<number, LessonMark[]>();
  for (const mark of marks) {
    const citing = lessons.get(mark.sourceNumber);
    if (citing) citing.push(mark);
    else lessons.set(mark.sourceNumber, [mark]);
  }
  return [...numbers].map(([name, number]) => ({
    ...(registered.get(name) ?? { name }),
    number,
    lessons: lessons.get(number) ?? [],
  }));
}
