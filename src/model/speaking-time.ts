import type { Lesson } from './library.ts';

/** Reading aloud, words per minute. */
const WORDS_PER_MINUTE = 130;
/** CJK is written without spaces: characters read per minute. */
const CHARACTERS_PER_MINUTE = 300;
/** Talk around each quote, seconds, where the presenter says nothing else. */
export const TALK_SECONDS = 45;
const ROUNDING = 5;

/** Expected speaking time of a lesson in whole seconds: the author's own, else reading time and talk, rounded to 5 s. */
export function speakingTime(lesson: Lesson, talkSeconds: number = TALK_SECONDS): number {
  if (lesson.seconds !== undefined) return lesson.seconds;
  const words = lesson.quote.split(/\s+/u).length;
  const squares = lesson.quote.match(/[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]/gu)?.length ?? 0;
  const minutes = words / WORDS_PER_MINUTE + squares / CHARACTERS_PER_MINUTE;
  return Math.round((minutes * 60 + talkSeconds) / ROUNDING) * ROUNDING;
}

/** Minutes and seconds as a clock shows them: `1:05`. */
export function clockTime(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
