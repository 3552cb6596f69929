import { foldWords } from '../model/fold-words.ts';
import type { Lesson } from '../model/library.ts';

/** Lessons of a document → the lessons of the library that they are; each of these at most once. */
export type LessonPairs = ReadonlyMap<Lesson, Lesson>;

/** Of the words of two quotes, so many must be shared for one to be the other, edited. */
const ALIKE = 0.5;

/**
 * Finds the lessons of a document in a library: by their words, then, marks and case aside, by the same words; by topic and
 * source where no other lesson has both; at last by number, if topic or words are alike. Linear in lessons.
 */
export function matchLessons(incoming: readonly Lesson[], existing: readonly Lesson[]): LessonPairs {
  const pairs = new Map<Lesson, Lesson>();
  const taken = new Set<Lesson>();
  const pair = (lesson: Lesson, found: Lesson | undefined): void => {
    if (found === undefined) return;
    pairs.set(lesson, found);
    taken.add(found);
  };
  const left = (): readonly Lesson[] => incoming.filter((lesson) => !pairs.has(lesson));
  for (const keyOf of [sameLesson, sameQuote, sameWords]) {
    const groups = groupBy(
      existing.filter((lesson) => !taken.has(lesson)),
      keyOf,
    );
    for (const lesson of left()) pair(lesson, groups.get(keyOf(lesson))?.shift());
  }
  const unpaired = groupBy(left(), sameTitle);
  const titled = groupBy(
    existing.filter((lesson) => !taken.has(lesson)),
    sameTitle,
  );
  for (const [title, [lesson, other]] of unpaired) {
    const found = titled.get(title);
    if (lesson && other === undefined && found?.length === 1) pair(lesson, found[0]);
  }
  const byId = new Map(existing.map((lesson) => [lesson.id, lesson]));
  for (const lesson of left()) {
    const found = byId.get(lesson.id);
    if (found && !taken.has(found) && isAlike(lesson, found)) pair(lesson, found);
  }
  return pairs;
}

function sameLesson({ id, quote }: Lesson): string {
  return `${id}\n${quote}`;
}

function sameQuote({ quote }: Lesson): string {
  return quote;
}

function sameWords({ quote }: Lesson): string {
  return foldWords(quote).join(' ') || quote;
}

function sameTitle({ topic, source }: Lesson): string {
  return `${topic}\n${source}`;
}

/** A lesson that took the number of another must not take its notes as well. */
function isAlike(a: Lesson, b: Lesson): boolean {
  if (a.topic === b.topic) return true;
  const [wordsA, wordsB] = [new Set(foldWords(a.quote)), new Set(foldWords(b.quote))];
  const shared = [...wordsA].filter((word) => wordsB.has(word)).length;
  return shared >= ALIKE * Math.max(wordsA.size, wordsB.size);
}

function groupBy(lessons: readonly Lesson[], keyOf: (lesson: Lesson) => string): Map<string, Lesson[]> {
  const groups = new Map<string, Lesson[]>();
  for (const lesson of lessons) {
    const group = groups.get(keyOf(lesson));
    if (group) group.push(lesson);
    else groups.set(keyOf(lesson), [lesson]);
  }
  return groups;
}
