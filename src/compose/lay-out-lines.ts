import type { TextPiece } from '../model/set-text.ts';
import type { WidthTable } from '../model/style.ts';
import { characterWidth, isWide } from './text-width.ts';

/**
 * What lines are filled with: words that are never broken while they fit a line, the white space between them, and forced
 * breaks. Widths are em, letter spacing included, so that one text is measured once for every size.
 */
export type Unit =
  | { readonly kind: 'word'; readonly width: number }
  | { readonly kind: 'space'; readonly width: number }
  | { readonly kind: 'break' };

/**
 * Kerning and hinting differ from the sum of advances, and a viewer's fallback fonts from our guess: lines are laid out in
 * a measure this much narrower than the real one.
 */
export const SAFETY = 0.97;

const LINE_FEED = 0x0a;

/** Characters that may not begin, and that may not end, a line of Chinese or Japanese. */
const CLOSING = new Set('、。，．：；！？」』）】〉》〕］｝・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…‥％');
const OPENING = new Set('「『（【〈《〔［｛');

/** Cuts a text where browsers may break its lines. Linear in the text. */
export function measureUnits(pieces: readonly TextPiece[], table: WidthTable, tracking: number): readonly Unit[] {
  const measuring: Measuring = { units: [], word: 0, last: 'other' };
  for (const piece of pieces) {
    for (const character of piece.text) {
      const codePoint = character.codePointAt(0) ?? 0;
      const width = Math.max(0, characterWidth(table, codePoint) + tracking);
      if (piece.bound && codePoint !== LINE_FEED) measuring.word += width;
      else addLoose(measuring, character, { codePoint, width });
    }
  }
  endWord(measuring);
  return measuring.units;
}

/** How many lines the units take in a measure of `width` px at `size` px, filled greedily as browsers do. At least 1. */
export function countLines(units: readonly Unit[], width: number, size: number): number {
  const limit = (width * SAFETY) / size;
  let lines = 1;
  let line = 0;
  let space = 0;
  for (const unit of units) {
    if (unit.kind === 'space') space += unit.width;
    else if (unit.kind === 'break') {
      lines += 1;
      line = 0;
      space = 0;
    } else if (line + space + unit.width <= limit) {
      line += space + unit.width;
      space = 0;
    } else {
      lines += (line > 0 ? 1 : 0) + brokenLines(unit.width, limit);
      line = Math.min(unit.width, limit);
      space = 0;
    }
  }
  return lines;
}

/** A label as lines that each fit, filled greedily; a word too long for a line is broken anywhere. */
export function breakLines(text: string, fitsLine: (line: string) => boolean): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && fitsLine(longer)) lines[lines.length - 1] = longer;
    else lines.push(...breakWord(word, fitsLine));
  }
  return lines;
}

function breakWord(word: string, fitsLine: (line: string) => boolean): readonly string[] {
  if (fitsLine(word)) return [word];
  const lines: string[] = [''];
  for (const character of word) {
    const longer = (lines.at(-1) ?? '') + character;
    if (longer === character || fitsLine(longer)) lines[lines.length - 1] = longer;
    else lines.push(character);
  }
  return lines;
}

/** The widest word in em. */
export function widestUnit(units: readonly Unit[]): number {
  let widest = 0;
  for (const unit of units) if (unit.kind === 'word') widest = Math.max(widest, unit.width);
  return widest;
}

interface Measuring {
  readonly units: Unit[];
  /** em of the unfinished word. */
  word: number;
  /** What the last character was: a line may break after a square one, unless that opens a bracket. */
  last: 'square' | 'opening' | 'other';
}

/** A word wider than the measure is broken anywhere; each of its lines may end a character early. */
function brokenLines(width: number, limit: number): number {
  return width <= limit ? 0 : Math.max(Math.ceil(width / Math.max(limit - 1, 1)) - 1, 1);
}

function addLoose(
  measuring: Measuring,
  character: string,
  { codePoint, width }: { readonly codePoint: number; readonly width: number },
): void {
  if (codePoint === LINE_FEED || isBreakingSpace(codePoint)) {
    endWord(measuring);
    measuring.units.push(codePoint === LINE_FEED ? { kind: 'break' } : { kind: 'space', width });
    measuring.last = 'other';
    return;
  }
  const square = isWide(codePoint);
  if ((square || measuring.last === 'square') && measuring.last !== 'opening' && !CLOSING.has(character)) {
    endWord(measuring);
  }
  measuring.word += width;
  measuring.last = !square ? 'other' : OPENING.has(character) ? 'opening' : 'square';
  if (isBreakAfter(codePoint)) endWord(measuring);
}

function endWord(measuring: Measuring): void {
  if (measuring.word > 0) measuring.units.push({ kind: 'word', width: measuring.word });
  measuring.word = 0;
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
