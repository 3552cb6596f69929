import { LecternError } from '../errors.ts';
import { findKeySentence } from '../model/find-key-sentence.ts';
import type { Lesson } from '../model/library.ts';
import { speakingTime } from '../model/speaking-time.ts';

export interface TimeLimits {
  readonly minutes: number;
  /** Seconds of talk around each quote. */
  readonly talk?: number;
  /** At most this many lessons. */
  readonly limit?: number;
  /** Whether the lessons' order was dealt, and so is the order to choose in. */
  readonly shuffled: boolean;
}

/**
 * As many lessons as fit the minutes, spread fairly: the parts take turns, each giving first the lesson that stands for it,
 * then lessons from all over it. A lesson that is too long for what is left is passed over for a shorter one of its part.
 * Linear in the lessons. The chosen ones keep the order they came in.
 *
 * @throws LecternError SELECTION_EMPTY when not even one lesson fits
 */
export function fitMinutes(lessons: readonly Lesson[], limits: TimeLimits): readonly Lesson[] {
  const queues = queuesOf(lessons, limits.shuffled);
  const chosen = new Set<Lesson>();
  let left = limits.minutes * 60;
  let turn = queues;
  while (turn.length > 0) {
    const goesOn: Iterator<Lesson>[] = [];
    for (const queue of turn) {
      const lesson =
        chosen.size < (limits.limit ?? Number.POSITIVE_INFINITY) ? nextWithin(queue, left, limits) : undefined;
      if (!lesson) continue;
      chosen.add(lesson);
      left -= speakingTime(lesson, limits.talk);
      goesOn.push(queue);
    }
    turn = goesOn;
  }
  if (chosen.size === 0) throw nothingFits(lessons, limits);
  return lessons.filter((lesson) => chosen.has(lesson));
}

/** Time only gets scarcer, so a lesson that does not fit now never will. */
function nextWithin(queue: Iterator<Lesson>, seconds: number, { talk }: TimeLimits): Lesson | undefined {
  for (let next = queue.next(); !next.done; next = queue.next()) {
    if (speakingTime(next.value, talk) <= seconds) return next.value;
  }
  return undefined;
}

/** The lessons of each part in the order they are to be taken, and the parts so that any first few of them lie far apart. */
function queuesOf(lessons: readonly Lesson[], shuffled: boolean): readonly Iterator<Lesson>[] {
  const parts = new Map<number, Lesson[]>();
  for (const lesson of lessons) {
    const part = parts.get(lesson.part);
    if (part) part.push(lesson);
    else parts.set(lesson.part, [lesson]);
  }
  return spread([...parts.values()]).map((part) => {
    const key = keyOf(part);
    const others = part.filter((lesson) => lesson !== key);
    return [...(key ? [key] : []), ...(shuffled ? others : spread(others))].values();
  });
}

/** The author's choice, else the lesson with the shortest key sentence. */
function keyOf(part: readonly Lesson[]): Lesson | undefined {
  const byAuthor = part.find((lesson) => lesson.key);
  if (byAuthor) return byAuthor;
  const lengths = part.map((lesson) => {
    const key = findKeySentence(lesson);
    return key ? key.end - key.start : Number.POSITIVE_INFINITY;
  });
  const shortest = lengths.reduce((least, length) => Math.min(least, length), Number.POSITIVE_INFINITY);
  return part[lengths.indexOf(shortest)];
}

/** The items in an order whose every beginning is spread over all of them: first, middle, quarters, eighths … */
function spread<T>(items: readonly T[]): readonly T[] {
  const bits = Math.ceil(Math.log2(Math.max(1, items.length)));
  return Array.from({ length: 2 ** bits }, (_, place) => reverseBits(place, bits)).flatMap((place) =>
    items.slice(place, place + 1),
  );
}

function reverseBits(number: number, bits: number): number {
  let reversed = 0;
  for (let bit = 0; bit < bits; bit += 1) reversed = reversed * 2 + ((number >>> bit) & 1);
  return reversed;
}

function nothingFits(lessons: readonly Lesson[], { minutes, talk }: TimeLimits): LecternError {
  const seconds = lessons.reduce(
    (least, lesson) => Math.min(least, speakingTime(lesson, talk)),
    Number.POSITIVE_INFINITY,
  );
  const what = `--minutes ${minutes}: leaves nothing, since the shortest lesson takes ${seconds} seconds`;
  const hint = `Give the talk ${Math.ceil(seconds / 60)} minutes or more, or each lesson less time with --talk.`;
  return new LecternError('SELECTION_EMPTY', what, { hint });
}
