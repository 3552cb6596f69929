import type { TextPiece } from '../model/set-text.ts';

/** A hyphenated compound up to this long is kept on one line, as "time-to-live" is. Code units. */
const LONGEST_COMPOUND = 15;
/** The last line of a quote has at least this many characters. */
const SHORTEST_TAIL = 9;
/** A tail longer than this is not bound: it could not fit a narrow column. */
const LONGEST_TAIL = 24;

/** A word with the white space before it, as it stands in the text. */
interface Word {
  readonly space: string;
  readonly text: string;
}

/** Pieces of a title or label: only hyphenated compounds are bound. The pieces joined are the text. */
export function bindCompounds(text: string): readonly TextPiece[] {
  if (!text.includes('-')) return text === '' ? [] : [{ text, bound: false }];
  return mergeLoose(wordsOf(text).flatMap((word) => piecesOf(word.space, [word])));
}

/**
 * Pieces of a quote, bound as good setting binds it (DESIGN, "Line-breaking"): no single short word on the last line, a short
 * word that starts a sentence stays with the next one, hyphenated compounds whole. The pieces joined are the text.
 */
export function bindWords(text: string): readonly TextPiece[] {
  const words = wordsOf(text);
  const tail = tailStart(words);
  const pieces: TextPiece[] = [];
  for (let index = 0; index < words.length; ) {
    const end = groupEnd(words, index, tail);
    const group = words.slice(index, end);
    pieces.push(...piecesOf(group[0]?.space ?? '', group));
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

function piecesOf(space: string, group: readonly Word[]): TextPiece[] {
  const text = group.map((word, index) => (index === 0 ? word.text : word.space + word.text)).join('');
  const bound = group.length > 1 || (text.length <= LONGEST_COMPOUND && /[\p{L}\p{N}]-[\p{L}\p{N}]/u.test(text));
  return space === ''
    ? [{ text, bound }]
    : [
        { text: space, bound: false },
        { text, bound },
      ];
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
