import { LecternError } from './errors.ts';
import { MORE_MEMORY, memoryLimit } from './files/memory-limit.ts';

/** A page is one string, and V8 has none longer than 512 MB: 100,000 lessons make a deck of 186 MB. */
const MOST_LESSONS = 200_000;

/** Memory that a lesson's slides, notes and page take, in bytes: a deck of 100,000 lessons needs 1.5 to 2 GB. */
const MEMORY_OF_LESSON = 20_000;

/**
 * Refuses a talk that would not fit the memory, before it is composed.
 * @throws LecternError TOO_LARGE
 */
export function checkTalkSize(name: string, lessons: number): void {
  const fitting = Math.floor(memoryLimit() / MEMORY_OF_LESSON);
  if (lessons <= Math.min(fitting, MOST_LESSONS)) return;
  const more = fitting < MOST_LESSONS ? `, or ${MORE_MEMORY}` : '';
  const what = `a talk of ${lessons} lessons; ${Math.min(fitting, MOST_LESSONS)} fit the memory`;
  const hint = `Choose some with --part or --limit, make one for each part with --each part${more}.`;
  throw new LecternError('TOO_LARGE', `${name}: ${what}`, { hint });
}
