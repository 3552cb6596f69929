import type { ProblemKind } from '../model/problem.ts';
import { type Citation, type CitedText, cutCitation, parseCitation } from './parse-citation.ts';
import { closersOf, findQuoteStart, isBalanced, opensQuote } from './quotation-marks.ts';
import { isDashOrSpace, isEmphasisOrSpace, trimEndWhere, withoutEmphasis } from './trim-marks.ts';

/** `On topic: "quote" — Source: [Name]`, taken apart. */
export interface ParsedLesson {
  readonly topic: string;
  /** The words between the outer quotation marks, code point for code point. */
  readonly quote: string;
  readonly citation: Citation;
}

/** Why a lesson could not be read. */
export interface LessonFault {
  readonly kind: ProblemKind;
  /** The piece of text that is to blame. */
  readonly text: string;
}

/** Reads one lesson without its number. Where it cannot, it names the one fault that has to be mended first. */
export function parseLesson(text: string): ParsedLesson | LessonFault {
  const { topic, quoted } = splitTopic(text);
  if (quoted === undefined) {
    return { kind: cutCitation(text) === undefined ? 'lesson-unreadable' : 'quote-missing', text };
  }
  const cut = cutCitation(quoted);
  const quotation = cut === undefined ? undefined : trimQuotation(cut.before);
  const quote = quotation === undefined ? undefined : quoteOf(quotation);
  if (cut === undefined || quote === undefined) return findFault(quoted, cut);
  const citation = parseCitation(cut.after);
  if (citation === undefined) return citationFault(quoted, cut.after);
  if (quote.trim() === '') return { kind: 'quote-missing', text };
  if (topic === '') return { kind: 'topic-missing', text };
  return { topic, quote, citation };
}

function splitTopic(text: string): { readonly topic: string; readonly quoted?: string } {
  const start = findQuoteStart(text);
  if (opensQuote(text) && !isQuotedTopic(text, start?.topicEnd)) return { topic: '', quoted: text };
  if (start !== undefined) {
    return { topic: withoutEmphasis(text.slice(0, start.topicEnd).trim()), quoted: text.slice(start.quoteStart) };
  }
  return splitAtDash(text);
}

/** `"Cattle": "quote"`: the quotation at the start is closed right before the colon, so it is the topic. */
function isQuotedTopic(text: string, topicEnd: number | undefined): boolean {
  if (topicEnd === undefined) return false;
  const before = trimQuotation(text.slice(0, topicEnd));
  return quoteOf(before) !== undefined && before.length < 120;
}

/** `On topic — "quote"`, typed without the colon. */
function splitAtDash(text: string): { readonly topic: string; readonly quoted?: string } {
  const match = /[-–—][\s*_]*(?=["“„«‘「『])/.exec(text);
  if (match === null || !isDashOrSpace(text.charAt(match.index - 1))) return { topic: text };
  const topic = withoutEmphasis(trimEndWhere(text.slice(0, match.index), isDashOrSpace));
  return { topic, quoted: text.slice(match.index + match[0].length) };
}

/** Without emphasis, and without a full stop typed after the closing mark. */
function trimQuotation(text: string): string {
  const trimmed = trimEndWhere(text, (character) => '.,;'.includes(character) || isEmphasisOrSpace(character));
  return quoteOf(trimmed) === undefined ? text : trimmed;
}

/** The words inside a whole quotation; undefined when it is not closed at its end. */
function quoteOf(quotation: string): string | undefined {
  const closed = quotation.length > 1 && closersOf(quotation.charAt(0)).includes(quotation.slice(-1));
  return closed && isBalanced(quotation) ? quotation.slice(1, -1) : undefined;
}

function findFault(quoted: string, cut: CitedText | undefined): LessonFault {
  if (quoteOf(trimQuotation(quoted)) !== undefined) return { kind: 'source-missing', text: quoted };
  const closers = closersOf(quoted.charAt(0));
  const isClosed = (text: string): boolean => [...closers].some((closer) => text.includes(closer));
  // The quotation ends and something that is no citation follows: `"quote" — HashiCorp Blog`.
  if (cut === undefined && isClosed(quoted.slice(1))) return { kind: 'source-missing', text: quoted };
  if (cut !== undefined && isClosed(cut.after)) return { kind: 'source-missing', text: quoted };
  return { kind: 'quote-unclosed', text: quoted };
}

function citationFault(quoted: string, after: string): LessonFault {
  // `Source: …` stood inside the quotation, which goes on to its closing mark.
  const insideQuote = quoteOf(trimQuotation(quoted)) !== undefined;
  const empty = /^[[\]()\s*_.]{0,20}$/.test(after);
  return insideQuote || empty ? { kind: 'source-missing', text: quoted } : { kind: 'lesson-unreadable', text: after };
}
