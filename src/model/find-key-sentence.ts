import type { Lesson } from './library.ts';
import { type Span, splitSentences } from './split-sentences.ts';

const SHORTEST = 24;
const LONGEST = 95;
/** A sentence that begins so leans on the one before it and cannot stand alone. */
const LEANING = /^["'“‘]?(?:That|This|It|They|These|Those)\b/u;

export interface KeySentence extends Span {
  /** As it is quoted alone: with a leading ellipsis where it starts in the middle of a sentence. */
  readonly excerpt: string;
}

/**
 * The words of the quote that the room should remember: the author's highlight, else the shortest sentence of 24 to 95
 * characters that can stand alone, the later one of equals (DESIGN, "Key sentence"). Undefined where no sentence qualifies.
 */
export function findKeySentence(lesson: Lesson): KeySentence | undefined {
  const sentences = splitSentences(lesson.quote);
  const span =
    lesson.highlight === undefined ? shortestOf(sentences, lesson.quote) : spanOf(lesson.highlight, lesson.quote);
  if (!span) return undefined;
  const words = lesson.quote.slice(span.start, span.end);
  const isWhole = sentences.some((sentence) => sentence.start === span.start);
  return { ...span, excerpt: isWhole ? words : `…${words}` };
}

function spanOf(highlight: string, quote: string): Span | undefined {
  const start = quote.indexOf(highlight);
  return start < 0 ? undefined : { start, end: start + highlight.length };
}

function shortestOf(sentences: readonly Span[], quote: string): Span | undefined {
  if (sentences.length < 2) return undefined;
  return sentences
    .filter((span) => isCandidate(quote, span))
    .reduce<Span | undefined>(
      (best, span) => (best === undefined || lengthOf(span) <= lengthOf(best) ? span : best),
      undefined,
    );
}

function isCandidate(quote: string, span: Span): boolean {
  const length = lengthOf(span);
  return length >= SHORTEST && length <= LONGEST && !LEANING.test(quote.slice(span.start, span.start + 12));
}

function lengthOf(span: Span): number {
  return span.end - span.start;
}
