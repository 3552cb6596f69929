import type { Lesson } from '../model/library.ts';
import { type Span, splitSentences } from './split-sentences.ts';

const SHORTEST = 24;
const LONGEST = 95;
/** A sentence that begins so leans on the one before it and cannot stand alone. */
const LEANING = /^["'“‘]?(?:That|This|It|They|These|Those)\b/u;

/**
 * The words of the quote that the room should remember: the author's highlight, else the shortest sentence of 24 to 95
 * characters that can stand alone, the later one of equals (DESIGN, "Key sentence"). Undefined where no sentence qualifies.
 */
export function findKeySentence(lesson: Lesson): Span | undefined {
  if (lesson.highlight !== undefined) {
    const start = lesson.quote.indexOf(lesson.highlight);
    return start < 0 ? undefined : { start, end: start + lesson.highlight.length };
  }
  const sentences = splitSentences(lesson.quote);
  if (sentences.length < 2) return undefined;
  const candidates = sentences.filter((span) => isCandidate(lesson.quote, span));
  return candidates.reduce<Span | undefined>(
    (best, span) => (best === undefined || lengthOf(span) <= lengthOf(best) ? span : best),
    undefined,
  );
}

/** The key sentence as it is quoted alone: with a leading ellipsis where it starts in the middle of a sentence. */
export function excerptOf(lesson: Lesson, span: Span): string {
  const words = lesson.quote.slice(span.start, span.end);
  const startsSentence = splitSentences(lesson.quote).some((sentence) => sentence.start === span.start);
  return startsSentence ? words : `…${words}`;
}

function isCandidate(quote: string, span: Span): boolean {
  const length = lengthOf(span);
  return length >= SHORTEST && length <= LONGEST && !LEANING.test(quote.slice(span.start, span.start + 12));
}

function lengthOf(span: Span): number {
  return span.end - span.start;
}
