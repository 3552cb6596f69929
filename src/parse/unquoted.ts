import { closersOf, isBalanced, opensQuote } from './quotation-marks.ts';
import { isEmphasisOrSpace, trimEndWhere, trimStartWhere } from './trim-marks.ts';

/** The words inside the quotation marks, where those stand around the whole; else undefined. */
export function unquoted(text: string): string | undefined {
  const start = trimStartWhere(text, isEmphasisOrSpace);
  const isEmphasised = start.length < text.trimStart().length;
  const trimmed = isEmphasised ? trimEndWhere(start, isEmphasisOrSpace) : start.trimEnd();
  const quotation = endsQuotation(trimmed) ? trimmed : trimEndWhere(trimmed, (character) => '.,;'.includes(character));
  return endsQuotation(quotation) ? quotation.slice(1, -1) : undefined;
}

function endsQuotation(text: string): boolean {
  const opener = text.charAt(0);
  if (text.length < 3 || !opensQuote(text) || !closersOf(opener).includes(text.slice(-1))) return false;
  const inner = text.slice(1, -1);
  return (
    isBalanced(text) && !(closersOf(opener).includes(opener) ? closesAlike(inner, opener) : reopens(inner, opener))
  );
}

/** In `"A" and "B"` the first mark inside closes: its marks are words. */
function closesAlike(inner: string, mark: string): boolean {
  const second = inner.indexOf(mark);
  return second > 0 && !/[\s([—–-]/u.test(inner.charAt(second - 1));
}

/** In `“A” and “B”` the marks close, and open again: they are words too. Not told of `‘`, since `’` is an apostrophe. */
function reopens(inner: string, opener: string): boolean {
  if (opener === '‘' || opener === '‚') return false;
  const closer = closersOf(opener).charAt(0);
  let depth = 1;
  for (const character of inner) {
    if (character === opener && depth === 0) return true;
    if (character === opener) depth += 1;
    else if (character === closer && depth > 0) depth -= 1;
  }
  return false;
}

/** Whether a quotation mark opens the text and none in it could close it. */
export function isUnclosed(text: string): boolean {
  const start = trimStartWhere(text, isEmphasisOrSpace);
  if (!opensQuote(start)) return false;
  const closers = closersOf(start.charAt(0));
  return ![...start.slice(1)].some((character) => closers.includes(character));
}
