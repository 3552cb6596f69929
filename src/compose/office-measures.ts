import type { MeasuredQuote, OfficeMeasures } from '../model/office.ts';
import type { FittedText, SetQuote, TextPiece } from '../model/set-text.ts';
import type { Style } from '../model/style.ts';
import { leadingFactor } from './fit-quote.ts';
import { countLines, measureUnits, SAFETY } from './lay-out-lines.ts';
import { textWidth } from './text-width.ts';

/** Lines that are made about equally long. */
const MOST_BALANCED = 6;
/** Steps in which a measure is narrowed. px. */
const STEP = 4;

/** What the texts of a deck take, once they are fitted: office programs do not balance lines, nor move what follows them. */
export function officeMeasures(style: Style): OfficeMeasures {
  return {
    narrowest: (text, around) => narrowest(text, style, around),
    quote: (quote, isHung) => measureQuote(quote, style, isHung),
    width: (text, role, size) => (textWidth(style.widths[role], text) * size) / SAFETY,
  };
}

function narrowest(
  { pieces, size, box }: FittedText,
  style: Style,
  { before, after } = { before: '', after: '' },
): number {
  const { font, tracking, width } = style.boxes[box];
  const units = measureUnits(surround(pieces, before, after), style.widths[font], tracking);
  return narrow(width, (measure) => countLines(units, measure, size));
}

function narrow(width: number, linesAt: (width: number) => number): number {
  const lines = linesAt(width);
  if (lines === 1) return width;
  let [low, high] = [Math.floor(width / lines / STEP / 2), Math.ceil(width / STEP)];
  while (low + 1 < high) {
    const middle = Math.floor((low + high) / 2);
    if (linesAt(middle * STEP) > lines) low = middle;
    else high = middle;
  }
  return Math.min(high * STEP, width);
}

/** The pieces with what stands before the first and behind the last of them. */
function surround(pieces: readonly TextPiece[], before: string, after: string): readonly TextPiece[] {
  return pieces.map((piece, index) => {
    const start = index === 0 ? before : '';
    return { ...piece, text: start + piece.text + (index === pieces.length - 1 ? after : '') };
  });
}

function measureQuote(quote: SetQuote, style: Style, isHung: boolean): MeasuredQuote {
  const step = style.steps.find(({ name }) => name === quote.step);
  if (step === undefined) throw new RangeError(`there is no step ${quote.step}`);
  const { lesson } = style;
  const words = quote.segments.flatMap((segment) => segment.pieces);
  const pieces = surround(words, isHung ? '' : quote.open, '');
  const units = measureUnits(pieces, style.widths.text, lesson.tracking);
  const leading = step.lineHeight * leadingFactor(pieces.map(({ text }) => text).join(''));
  const linesIn = (measure: number): number => countLines(units, measure, step.size);
  const height = (lines: number): number => lines * step.size * leading;
  // LibreOffice sets the second column of what runs from right to left beside the slide.
  if (step.columns === 2 && quote.direction === 'rtl') {
    return { width: lesson.wideWidth, height: height(linesIn(lesson.wideWidth)), leading, columns: 1 };
  }
  if (step.columns === 2) {
    const lines = linesIn((lesson.wideWidth - lesson.columnGap) / 2);
    return { width: lesson.wideWidth, height: height(Math.ceil(lines / 2)), leading, columns: 2 };
  }
  const lines = linesIn(lesson.width);
  const width = lines > MOST_BALANCED ? lesson.width : narrow(lesson.width, linesIn);
  return { width, height: height(lines), leading, columns: 1 };
}
