import type { TextPiece } from '../model/set-text.ts';
import type { TextBox, WidthTable } from '../model/style.ts';
import { SAFETY } from './lay-out-lines.ts';
import { textWidth } from './text-width.ts';

/** A hyphenated compound up to this long is kept on one line, as "time-to-live" is. Code units. */
const LONGEST_COMPOUND = 15;
/** The last line of a quote has at least this many characters. */
const SHORTEST_TAIL = 9;
/** A longer tail is not bound. */
const LONGEST_TAIL = 24;

/** The line that bound words stand on: what does not fit it is not bound, since it could not be broken. */
export interface Line {
  readonly table: WidthTable;
  /** Letter spacing, em. */
  readonly tracking: number;
  /** What the line holds, em. */
  readonly room: number;
}

/** A line of `width` px at `size` px. */
export function lineOf(width: number, size: number, font: Pick<Line, 'table' | 'tracking'>): Line {
  return { ...font, room: (width * SAFETY) / size };
}

/** The lines of a box at its smallest size: bound words that fit those make a text smaller before they are broken. */
export function narrowestLine({ width, sizes, tracking }: TextBox, table: WidthTable): Line {
  return lineOf(width, sizes.at(-1) ?? 1, { table, tracking });
}

/** A word with the white space before it, as it stands in the text. */
interface Word {
  readonly space: string;
  readonly text: string;
}

/** Pieces of a title or label: only hyphenated compounds are bound. The pieces joined are the text. */
export function bindCompounds(text: string, line: Line): readonly TextPiece[] {
  if (!text.includes('-')) return text === '' ? [] : [{ text, bound: false }];
  return mergeLoose(wordsOf(text).flatMap((word) => piecesOf([word], line)));
}

/**
 * Pieces of a quote, bound as good setting binds it (DESIGN, "Line-breaking"): no single short word on the last line, a short
 * word that starts a sentence stays with the next one, hyphenated compounds whole. The pieces joined are the text.
 */
export function bindWords(text: string, line: Line): readonly TextPiece[] {
  const words = wordsOf(text);
  const tail = tailStart(words);
  const pieces: TextPiece[] = [];
  for (let index = 0; index < words.length; ) {
    const end = groupEnd(words, index, tail);
    pieces.push(...piecesOf(words.slice(index, end), line));
    index = end;
  }
  return mergeLoose(pieces);
}

function groupEnd(words: readonly Word[], index: number, tail: number): number {
  if (index === tail) return words.length;
  const next = words[index + 1];
  const startsSentence = index === 0 || /[.!?…]["'’”)]*$/u.test(words[index - 1]?.text ?? '');
  const isShort = [...(words[index]?.text ?? '')].length <= 3;
  const canBind = next !== undefined && next.space === ' ' && next.text.length <= LONGEST_COMPOUND && index + 1 < tail;
  return startsSentence && isShort && canBind ? index + 2 : index + 1;
}

/** Index of the first word of the bound tail; the number of words where nothing is bound. */
function tailStart(words: readonly Word[]): number {
  let length = 0;
  for (let start = words.length - 1; start >= Math.max(1, words.length - 3); start -= 1) {
    length += words[start]?.text.length ?? 0;
    const next = words[start]?.space;
    if (length > LONGEST_TAIL) return words.length;
    if (length >= SHORTEST_TAIL && start < words.length - 1) return start;
    if (length >= SHORTEST_TAIL || next !== ' ') return words.length;
    length += 1;
  }
  return words.length;
}

function piecesOf(group: readonly Word[], line: Line): TextPiece[] {
  const space = group[0]?.space ?? '';
  const text = group.map((word, index) => (index === 0 ? word.text : word.space + word.text)).join('');
  const belongs = group.length > 1 || (text.length <= LONGEST_COMPOUND && isCompound(text));
  const bound = belongs && textWidth(line.table, text) + line.tracking * text.length <= line.room;
  return space === ''
    ? [{ text, bound }]
    : [
        { text: space, bound: false },
        { text, bound },
      ];
}

/** Most words have no hyphen, which is quicker to see than that one stands between letters. */
function isCompound(text: string): boolean {
  return text.includes('-') && /[\p{L}\p{N}]-[\p{L}\p{N}]/u.test(text);
}

function mergeLoose(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const merged: TextPiece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last && !last.bound && !piece.bound)
      merged[merged.length - 1] = {
        text: last.text + piece.text,
        bound: false,
      };
    else if (piece.text !== '') merged.push(piece);
  }
  return merged;
}

function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let space = '';
  for (const token of text.split(/(\s+)/u)) {
    if (token === '') continue;
    if (/^\s/u.test(token)) space = token;
    else {
      words.push({ space, text: token });
      space = '';
    }
  }
  return space === '' ? words : [...words, { space, text: '' }];
}
