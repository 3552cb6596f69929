import type { TextPiece } from '../model/set-text.ts';
import type { Span } from '../model/split-sentences.ts';
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

/** Pieces of a title or label: only hyphenated compounds are bound. The pieces joined are the text. */
export function bindCompounds(text: string, line: Line): readonly TextPiece[] {
  const compounds = text.includes('-') ? wordsOf(text).filter((word) => isCompound(text, word)) : [];
  return cutText(text, compounds, line);
}

/**
 * Pieces of a quote, bound as good setting binds it (DESIGN, "Line-breaking"): no single short word on the last line, a short
 * word that starts a sentence stays with the next one, hyphenated compounds whole. The pieces joined are the text.
 */
export function bindWords(text: string, line: Line): readonly TextPiece[] {
  const words = wordsOf(text);
  const tail = tailStart(text, words);
  const groups: Span[] = [];
  for (let index = 0; index < words.length; ) {
    const last = index === tail ? words.length - 1 : leads(text, { words, index, tail }) ? index + 1 : index;
    const group = { start: words[index]?.start ?? 0, end: words[last]?.end ?? 0 };
    if (last > index || isCompound(text, group)) groups.push(group);
    index = last + 1;
  }
  return cutText(text, groups, line);
}

interface Place {
  readonly words: readonly Span[];
  readonly index: number;
  /** Index of the first word of the bound tail. */
  readonly tail: number;
}

/** Whether a word is a short one that starts a sentence, and can stay with the next. */
function leads(text: string, { words, index, tail }: Place): boolean {
  const word = words[index];
  const next = words[index + 1];
  if (!(word && next) || index + 1 >= tail || [...text.slice(word.start, word.end)].length > 3) return false;
  const canBind = isSpaced(text, word, next) && next.end - next.start <= LONGEST_COMPOUND;
  const before = words[index - 1];
  return canBind && (!before || /[.!?…]["'’”)]*$/u.test(text.slice(before.start, before.end)));
}

/** Index of the first word of the bound tail; the number of words where nothing is bound. */
function tailStart(text: string, words: readonly Span[]): number {
  let length = 0;
  for (let start = words.length - 1; start >= Math.max(1, words.length - 3); start -= 1) {
    const word = words[start];
    const before = words[start - 1];
    if (!(word && before)) return words.length;
    length += word.end - word.start;
    if (length > LONGEST_TAIL) return words.length;
    if (length >= SHORTEST_TAIL) return start < words.length - 1 ? start : words.length;
    if (!isSpaced(text, before, word)) return words.length;
    length += 1;
  }
  return words.length;
}

/** Whether one plain space stands between two words, not a line's end or a space that never breaks. */
function isSpaced(text: string, word: Span, next: Span): boolean {
  return next.start - word.end === 1 && text.charAt(word.end) === ' ';
}

/** A compound worth keeping whole. Most words have no hyphen, which is quicker to see than that one stands between letters. */
function isCompound(text: string, { start, end }: Span): boolean {
  if (end - start > LONGEST_COMPOUND) return false;
  const word = text.slice(start, end);
  return word.includes('-') && /[\p{L}\p{N}]-[\p{L}\p{N}]/u.test(word);
}

/** The text in pieces, bound where the groups are that fit the line; the groups in their order. */
function cutText(text: string, groups: readonly Span[], line: Line): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let done = 0;
  for (const { start, end } of groups) {
    const words = text.slice(start, end);
    if (textWidth(line.table, words) + line.tracking * words.length > line.room) continue;
    if (start > done) pieces.push({ text: text.slice(done, start), bound: false });
    pieces.push({ text: words, bound: true });
    done = end;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), bound: false });
  return pieces;
}

function wordsOf(text: string): readonly Span[] {
  const words: Span[] = [];
  for (const { index, 0: word } of text.matchAll(/\S+/gu)) words.push({ start: index, end: index + word.length });
  return words;
}
