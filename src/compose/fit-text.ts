import type { FittedText } from '../model/set-text.ts';
import type { BoxName, Style, TextBox } from '../model/style.ts';
import { bindCompounds, narrowestLine } from './bind-words.ts';
import { countLines, measureUnits, type Unit, widestUnit } from './lay-out-lines.ts';

/** No label shows more characters than this; a longer one is not worth measuring. */
const LONGEST_LABEL = 300;

/** The text with the largest size of the box at which it fits; the smallest one where none does. */
export function fitText(text: string, box: BoxName, style: Style): FittedText {
  const measures = style.boxes[box];
  const table = style.widths[measures.font];
  const pieces = bindCompounds(text, narrowestLine(measures, table));
  const units = measureUnits(pieces, table, measures.tracking);
  const size = fittingSize(units, measures);
  return { pieces, size, box, height: heightOf(units, measures, size) };
}

/** Fits a text that may lose its end: what does not fit at the smallest size is left out, with an ellipsis. */
export function fitLabel(text: string, box: BoxName, style: Style): FittedText {
  const whole = fitText(text, box, style);
  if (whole.height <= style.boxes[box].height) return whole;
  return fitText(
    shortenTo(text, (candidate) => fits(candidate, box, style)),
    box,
    style,
  );
}

/** Whether the text fits the box at its smallest size. */
export function fits(text: string, box: BoxName, style: Style): boolean {
  return fitText(text, box, style).height <= style.boxes[box].height;
}

/** The text, or as many of its characters as satisfy `fitsBox`, with an ellipsis. */
export function shortenTo(text: string, fitsBox: (text: string) => boolean): string {
  if (fitsBox(text)) return text;
  const characters = [...text.slice(0, LONGEST_LABEL)];
  while (characters.length > 1 && !fitsBox(`${characters.join('').trimEnd()}…`)) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** A text gets smaller before a word of it is broken. */
function fittingSize(units: readonly Unit[], box: TextBox): number {
  const widest = widestUnit(units);
  const whole = box.sizes.find((size) => widest * size <= box.width && heightOf(units, box, size) <= box.height);
  return whole ?? box.sizes.find((size) => heightOf(units, box, size) <= box.height) ?? box.sizes.at(-1) ?? 0;
}

/** px. */
function heightOf(units: readonly Unit[], box: TextBox, size: number): number {
  return countLines(units, box.width, size) * size * box.lineHeight;
}
