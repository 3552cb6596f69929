import { splitSentences } from '../model/split-sentences.ts';
import type { LessonColumn, QuoteStep, Style } from '../model/style.ts';
import { bindWords, type Line, lineOf } from './bind-words.ts';
import { countLines, measureUnits, type Unit } from './lay-out-lines.ts';
import { isArabic, isLatin, isWide } from './text-width.ts';

/** Type in these scripts stands taller than the steps' line height allows for (DESIGN, "Languages"). */
const TALLER = { wide: 1.18, arabic: 1.28 } as const;
/** Room kept free under the last line for ink that hangs below it. px. */
const DESCENT = 4;

export interface FittedQuote {
  readonly step: QuoteStep;
  /** The words of each slide, in order; one entry where the quote fits one slide. Joined with nothing lost but white space. */
  readonly texts: readonly string[];
}

/** Room that the topic and the citation take above and below the quote, px. */
export interface Surroundings {
  readonly topicHeight: number;
  /** Beside two columns, which few quotes need. */
  readonly wideTopicHeight: () => number;
  readonly citationHeight: number;
}

/** The largest step at which the quote fits its column, or the pieces to split it into where none does. */
export function fitQuote(quote: string, around: Surroundings, style: Style): FittedQuote {
  const step = findStep(quote, around, style);
  if (step) return { step, texts: [quote] };
  const smallest = style.steps.at(-1);
  if (!smallest) throw new RangeError(`style ${style.name} has no steps`);
  const texts = splitToFit(quote, (text) => findStep(text, around, style) !== undefined);
  const steps = texts.map((text) => findStep(text, around, style) ?? smallest);
  // All slides of one quote are set alike, at the smallest step that any of them needs.
  const common = steps.reduce((small, candidate) => (candidate.size < small.size ? candidate : small));
  return { step: common, texts };
}

/** The number by which a text is put on its first step: Latin characters, heavier scripts weighted (DESIGN, "Length buckets"). */
export function visualLength(text: string): number {
  if (isLatin(text)) return text.length;
  let length = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    length += isWide(codePoint) ? 2.6 : isArabic(codePoint) ? 1.12 : 1;
  }
  return length;
}

function findStep(text: string, around: Surroundings, style: Style): QuoteStep | undefined {
  const length = visualLength(text);
  const first = style.steps.findIndex((step) => step.maxLength >= length);
  if (first < 0) return undefined;
  const start = Math.min(first + stepsDown(text), style.steps.length - 1);
  const leading = leadingFactor(text);
  const opening = leading === TALLER.wide ? '「' : '“';
  return style.steps.slice(start).find((step) => {
    const marked = `${style.lesson.hangs && step.columns === 1 ? '' : opening}${text}”`;
    const units = measureUnits(bindWords(marked, lineAt(step, style)), style.widths.text, style.lesson.tracking);
    return heightAt(units, step, style.lesson) * leading + DESCENT <= roomFor(step, around, style.lesson);
  });
}

/** A word that would break, or leave a ragged hole, at the size of its length's step goes one or two steps down. */
function stepsDown(text: string): number {
  let longest = 0;
  for (const token of text.split(/[\s—]/u)) {
    if (token.length > longest && !isWide(token.codePointAt(0) ?? 0)) longest = token.length;
  }
  return longest > 44 ? 2 : longest > 22 ? 1 : 0;
}

/** px that the words take, without what taller scripts add. Two columns are balanced by line: an odd line goes to the first. */
function heightAt(units: readonly Unit[], step: QuoteStep, column: LessonColumn): number {
  return (
    Math.ceil(countLines(units, columnWidth(step, column), step.size) / step.columns) * step.size * step.lineHeight
  );
}

/** The line of a quote's column at a step. */
export function lineAt(step: QuoteStep, { lesson, widths }: Style): Line {
  return lineOf(columnWidth(step, lesson), step.size, { table: widths.text, tracking: lesson.tracking });
}

function columnWidth({ columns }: QuoteStep, { width, wideWidth, columnGap }: LessonColumn): number {
  return columns === 1 ? width : (wideWidth - columnGap) / 2;
}

function roomFor(step: QuoteStep, around: Surroundings, column: LessonColumn): number {
  const foot = column.bottom - column.gapAboveCitation - around.citationHeight;
  if (step.columns === 2) return foot - column.wideTop - around.wideTopicHeight() - column.gapAboveQuote;
  return foot - column.top - (column.topicAbove ? around.topicHeight + column.gapAboveQuote : 0);
}

/** By how much more than the step says lines of a text stand apart. */
export function leadingFactor(text: string): number {
  if (isLatin(text)) return 1;
  let wide = false;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint >= 0x0590 && codePoint <= 0x08ff) return TALLER.arabic;
    wide ||= isWide(codePoint) || codePoint > 0x2000 + 0x2fff;
  }
  return wide ? TALLER.wide : 1;
}

/**
 * Pieces that each fit, of about equal length, cut at the ends of sentences; a sentence that is too long for a slide is cut
 * between words, and a word that is too long anywhere.
 */
function splitToFit(text: string, fits: (text: string) => boolean): readonly string[] {
  for (let count = 2; count < text.length; count += 1) {
    const pieces = cutEvenly(text, count);
    if (pieces.every(fits)) return pieces;
  }
  return [text];
}

function cutEvenly(text: string, count: number): readonly string[] {
  const cuts = cutPlaces(text, Math.ceil(text.length / count));
  const pieces: string[] = [];
  let start = 0;
  for (let index = 1; index < count && start < text.length; index += 1) {
    const ideal = start + (text.length - start) / (count - index + 1);
    const cut = nearest(cuts, ideal, start) ?? text.length;
    pieces.push(text.slice(start, cut).trim());
    start = cut;
  }
  pieces.push(text.slice(start).trim());
  return pieces.filter((piece) => piece !== '');
}

/** Where the text may be cut: after each sentence; inside a sentence longer than `longest`, after each word or character too. */
function cutPlaces(text: string, longest: number): readonly number[] {
  return splitSentences(text).flatMap((span) => {
    if (span.end - span.start <= longest) return [span.end];
    const spaces = [...text.slice(span.start, span.end).matchAll(/\s+/gu)].map((match) => span.start + match.index);
    if (spaces.length > 0) return [...spaces, span.end];
    return [...segmentEnds(text, span.start, span.end)];
  });
}

/** Ends of whole characters, so that no surrogate pair is cut. */
function* segmentEnds(text: string, start: number, end: number): Generator<number> {
  let offset = start;
  for (const character of text.slice(start, end)) {
    offset += character.length;
    yield offset;
  }
}

function nearest(places: readonly number[], ideal: number, after: number): number | undefined {
  return places
    .filter((place) => place > after)
    .reduce<number | undefined>(
      (best, place) => (best === undefined || Math.abs(place - ideal) < Math.abs(best - ideal) ? place : best),
      undefined,
    );
}
