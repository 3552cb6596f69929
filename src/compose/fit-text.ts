import type { FittedText, TextPiece } from '../model/set-text.ts';
import type { BoxName, Style, TextBox, WidthTable } from '../model/style.ts';
import { bindCompounds } from './bind-words.ts';
import { characterWidth, isWide, textWidth } from './text-width.ts';

/**
 * Kerning and hinting differ from the sum of advances, and a viewer's fallback fonts from our guess: lines are laid out in
 * a measure this much narrower than the real one.
 */
const SAFETY = 0.97;

/** No label shows more characters than this; a longer one is not worth measuring. */
const LONGEST_LABEL = 300;

const LINE_FEED = 0x0a;

export interface Measure {
  readonly table: WidthTable;
  /** px. */
  readonly size: number;
  /** Letter spacing in em. */
  readonly tracking: number;
  /** px. */
  readonly width: number;
}

/** The text with the largest size of the box at which it fits; the smallest one where none does. */
export function fitText(text: string, box: BoxName, style: Style): FittedText {
  const pieces = bindCompounds(text);
  return { pieces, size: fittingSize(pieces, style.boxes[box], style), box };
}

/** Whether the text fits the box at its smallest size. */
export function fits(text: string, box: BoxName, style: Style): boolean {
  const { sizes, height } = style.boxes[box];
  return heightOf(bindCompounds(text), style.boxes[box], sizes.at(-1) ?? 0, style) <= height;
}

/** The height in px of a text as it was fitted. */
export function fittedHeight(text: FittedText, style: Style): number {
  return heightOf(text.pieces, style.boxes[text.box], text.size, style);
}

function heightOf(pieces: readonly TextPiece[], box: TextBox, size: number, style: Style): number {
  const measure = {
    table: style.widths[box.font],
    size,
    tracking: box.tracking,
    width: box.width,
  };
  return countLines(pieces, measure) * size * box.lineHeight;
}

/** Fits a text that may lose its end: what does not fit at the smallest size is left out, with an ellipsis. */
export function fitLabel(text: string, box: BoxName, style: Style): FittedText {
  const whole = fitText(text, box, style);
  if (fittedHeight(whole, style) <= style.boxes[box].height) return whole;
  return fitText(
    shortenTo(text, (candidate) => fits(candidate, box, style)),
    box,
    style,
  );
}

/** The text, or as many of its words as satisfy `fitsBox`, with an ellipsis. */
export function shortenTo(text: string, fitsBox: (text: string) => boolean): string {
  if (fitsBox(text)) return text;
  const characters = [...text.slice(0, LONGEST_LABEL)];
  while (characters.length > 1 && !fitsBox(`${characters.join('').trimEnd()}…`)) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

function fittingSize(pieces: readonly TextPiece[], box: TextBox, style: Style): number {
  const fitting = box.sizes.find(
    (size) =>
      heightOf(pieces, box, size, style) <= box.height &&
      longestWord(pieces, style.widths[box.font]) * size <= box.width,
  );
  return fitting ?? box.sizes.find((size) => heightOf(pieces, box, size, style) <= box.height) ?? box.sizes.at(-1) ?? 0;
}

/** The widest word in em: a title gets smaller before a word of it is broken. */
function longestWord(pieces: readonly TextPiece[], table: WidthTable): number {
  let longest = 0;
  for (const piece of pieces) {
    for (const word of piece.text.split(/[\s-]/u)) longest = Math.max(longest, textWidth(table, word));
  }
  return longest;
}

interface Line {
  lines: number;
  /** em used on the current line, and by the unfinished word after it. */
  line: number;
  word: number;
  /** em of white space between the two; hangs when the word goes to the next line. */
  space: number;
  /** What the last character was: a line may break after a square one, unless that opens a bracket. */
  last: 'square' | 'opening' | 'other';
}

/** Characters that may not begin, and that may not end, a line of Chinese or Japanese. */
const CLOSING = new Set('、。，．：；！？」』）】〉》〕］｝・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…‥％');
const OPENING = new Set('「『（【〈《〔［｛');

/** How many lines the pieces take, filled greedily as browsers do. Never less than 1. Linear in the text. */
export function countLines(pieces: readonly TextPiece[], measure: Measure): number {
  const limit = (measure.width * SAFETY) / measure.size;
  const state: Line = { lines: 1, line: 0, word: 0, space: 0, last: 'other' };
  for (const piece of pieces) {
    for (const character of piece.text) addCharacter(state, character, { measure, limit, bound: piece.bound });
  }
  endWord(state, limit);
  return state.lines;
}

interface LineContext {
  readonly measure: Measure;
  /** em. */
  readonly limit: number;
  readonly bound: boolean;
}

function addCharacter(state: Line, character: string, { measure, limit, bound }: LineContext): void {
  const codePoint = character.codePointAt(0) ?? 0;
  const width = Math.max(0, characterWidth(measure.table, codePoint) + measure.tracking);
  if (codePoint === LINE_FEED) {
    endWord(state, limit);
    Object.assign(state, { lines: state.lines + 1, line: 0, space: 0, last: 'other' });
  } else if (bound) {
    state.word += width;
  } else if (isBreakingSpace(codePoint)) {
    endWord(state, limit);
    Object.assign(state, { space: state.space + width, last: 'other' });
  } else {
    if (mayBreakBefore(state, character)) endWord(state, limit);
    state.word += width;
    state.last = kindOf(character);
    if (isBreakAfter(codePoint)) endWord(state, limit);
  }
}

function kindOf(character: string): Line['last'] {
  if (!isWide(character.codePointAt(0) ?? 0)) return 'other';
  return OPENING.has(character) ? 'opening' : 'square';
}

function mayBreakBefore(state: Line, character: string): boolean {
  if (state.last === 'opening' || CLOSING.has(character)) return false;
  return state.last === 'square' || isWide(character.codePointAt(0) ?? 0);
}

function endWord(state: Line, limit: number): void {
  if (state.word === 0) return;
  if (state.line + state.space + state.word <= limit) {
    state.line += state.space + state.word;
  } else {
    if (state.line > 0) state.lines += 1;
    // A word longer than the measure is broken anywhere; each of its lines may end a character early.
    const whole = Math.ceil(state.word / Math.max(limit - 1, 1)) - 1;
    if (state.word > limit) state.lines += Math.max(whole, 1);
    state.line = state.word > limit ? limit : state.word;
  }
  state.word = 0;
  state.space = 0;
}

function isBreakingSpace(codePoint: number): boolean {
  return (
    codePoint === 0x20 ||
    codePoint === 0x09 ||
    (codePoint >= 0x2000 && codePoint <= 0x200b && codePoint !== 0x2007) ||
    codePoint === 0x3000
  );
}

/** Hyphen, en and em dash: a line may end after them. */
function isBreakAfter(codePoint: number): boolean {
  return codePoint === 0x2d || codePoint === 0x2010 || codePoint === 0x2013 || codePoint === 0x2014;
}
