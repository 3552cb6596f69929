import type { Lesson, Library } from '../model/library.ts';
import type { CitedSource, LessonMark } from '../model/slides.ts';

/** The number of each source that the lessons cite: alphabetical, from 1. */
export function numberSources(lessons: readonly Lesson[]): ReadonlyMap<string, number> {
  const { compare } = new Intl.Collator('en', { numeric: true });
  const cited = [...new Set(lessons.map((lesson) => lesson.source))];
  const names = cited.sort((a, b) => compare(a, b) || (a < b ? -1 : 1));
  return new Map(names.map((name, index) => [name, index + 1]));
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
