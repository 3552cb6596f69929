import type { Lesson, Library, Part } from '../model/library.ts';
import type { AddedLessons } from './compare-libraries.ts';

export interface LessonNumbers {
  /** Lessons that are there and would lose their number by the place they come to: it has to be written. */
  readonly fixed: ReadonlyMap<Lesson, number>;
  /** New lessons whose number is not that of their place. */
  readonly given: ReadonlyMap<Lesson, number>;
}

export interface Coming {
  readonly added: readonly AddedLessons[];
  /** Lessons that are taken out. */
  readonly gone: readonly Lesson[];
  /** Lessons whose number is written in the file. */
  readonly numbered: ReadonlySet<Lesson>;
}

/**
 * Numbers after lessons have come and gone. In a part where none is written they follow the places, as they did; in another
 * every lesson keeps the one it has, and a new one takes the document's if it is free, else the next.
 */
export function numberLessons(library: Library, coming: Coming): LessonNumbers {
  const gone = new Set(coming.gone);
  const numbers = { fixed: new Map<Lesson, number>(), given: new Map<Lesson, number>() };
  for (const part of library.parts) {
    const runs = coming.added.filter((run) => run.part.number === part.number);
    const order = orderOf(part, runs).filter((lesson) => !gone.has(lesson));
    if (part.lessons.some((lesson) => coming.numbered.has(lesson))) keepNumbers(part, order, coming, numbers);
    // A number of the document beyond the last place, such as 9 after 3, is what people know the lesson by.
    else for (const { lessons } of runs) setDistant(lessons, order.length, numbers.given);
  }
  return numbers;
}

function setDistant(lessons: readonly Lesson[], last: number, given: Map<Lesson, number>): void {
  for (const lesson of lessons) if (lesson.number > last) given.set(lesson, lesson.number);
}

function keepNumbers(
  part: Part,
  order: readonly Lesson[],
  { numbered }: Coming,
  { fixed, given }: { readonly fixed: Map<Lesson, number>; readonly given: Map<Lesson, number> },
): void {
  const old = new Set(part.lessons);
  const taken = new Set(part.lessons.map(({ number }) => number));
  for (const [index, lesson] of order.entries()) {
    if (old.has(lesson)) {
      if (!numbered.has(lesson) && lesson.number !== index + 1) fixed.set(lesson, lesson.number);
      continue;
    }
    const number = taken.has(lesson.number) ? Math.max(...taken) + 1 : lesson.number;
    taken.add(number);
    if (number !== index + 1) given.set(lesson, number);
  }
}

function orderOf(part: Part, runs: readonly AddedLessons[]): readonly Lesson[] {
  const behind = new Map<Lesson | undefined, readonly Lesson[]>();
  for (const { after, lessons } of runs) behind.set(after, [...(behind.get(after) ?? []), ...lessons]);
  return [
    ...(behind.get(undefined) ?? []),
    ...part.lessons.flatMap((lesson) => [lesson, ...(behind.get(lesson) ?? [])]),
  ];
}
