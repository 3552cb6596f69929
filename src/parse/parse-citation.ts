import { endsWithClosingMark, opensQuote } from './quotation-marks.ts';
import { isDashOrSpace, isEmphasisOrSpace, trimEndWhere, trimStartWhere, withoutEmphasis } from './trim-marks.ts';

export interface Citation {
  readonly name: string;
  /** As written, not yet judged. */
  readonly url?: string;
}

/** Text cut at its citation. */
export interface CitedText {
  /** Without the dash before `Source:`. */
  readonly before: string;
  /** What follows `Source:`, trimmed. */
  readonly after: string;
}

/** One character class between the word and its colon: two quantifiers there would be quadratic on long blanks. */
const SOURCE_WORD = /(?<![\p{L}\p{N}])sources?[\s*_]*[:：]/giu;

/**
 * Cuts at the last `Source:` that follows a closing mark (a source may be called "Open Source: A Book"), else at the
 * last one; undefined when there is none.
 */
export function cutCitation(text: string): CitedText | undefined {
  let last: Cut | undefined;
  let afterQuote: Cut | undefined;
  for (const match of text.matchAll(SOURCE_WORD)) {
    last = cutAt(text, match.index, match.index + match[0].length);
    if (endsWithClosingMark(text.slice(0, last.headEnd))) afterQuote = last;
  }
  const cut = afterQuote ?? last;
  if (cut === undefined) return undefined;
  const after = trimStartWhere(text.slice(cut.nameStart), isEmphasisOrSpace).trim();
  const inBrackets = cut.isBracketed && /[\])]$/.test(after.slice(-1));
  return { before: text.slice(0, cut.headEnd), after: inBrackets ? after.slice(0, -1).trim() : after };
}

interface Cut {
  readonly headEnd: number;
  readonly nameStart: number;
  /** `(Source: Name)` and `[Source: Name]` are a habit too. */
  readonly isBracketed: boolean;
}

function cutAt(text: string, start: number, nameStart: number): Cut {
  const isBracketed = text.charAt(start - 1) === '[' || text.charAt(start - 1) === '(';
  let headEnd = isBracketed ? start - 1 : start;
  while (headEnd > 0 && isDashOrSpace(text.charAt(headEnd - 1))) headEnd -= 1;
  return { headEnd, nameStart, isBracketed };
}

/** True for a line that is nothing but a citation: `— Source: [Name]`. */
export function startsWithCitation(line: string): boolean {
  return /^[[(]?sources?[\s*_]*[:：]/i.test(trimStartWhere(line, isDashOrSpace));
}

/** Reads `[Name]`, `[Name](link)`, `Name (link)` or `Name`; undefined when it is none of them, an empty name included. */
export function parseCitation(text: string): Citation | undefined {
  const citation = text.startsWith('[') ? parseBracketed(text) : parseBare(text);
  return citation === undefined || citation.name === '' ? undefined : citation;
}

function parseBracketed(text: string): Citation | undefined {
  const cited = trimEndWhere(text, (character) => '.,;'.includes(character) || isEmphasisOrSpace(character));
  const middle = cited.lastIndexOf('](');
  if (cited.endsWith(')') && middle > 0) {
    return { name: cited.slice(1, middle).trim(), url: cited.slice(middle + 2, -1).trim() };
  }
  if (!cited.endsWith(']')) return undefined;
  const name = cited.slice(1, -1).trim();
  // `[One], [Two]` is two sources, not one with a strange name.
  return isNested(name) ? { name } : undefined;
}

function isNested(name: string): boolean {
  let depth = 0;
  for (const character of name) {
    if (character === '[') depth += 1;
    if (character === ']') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function parseBare(text: string): Citation | undefined {
  if (endsWithClosingMark(text) && !opensQuote(text) && !/[’']$/.test(text)) return undefined;
  const start = text.lastIndexOf('(');
  const link = start > 0 && text.endsWith(')') ? text.slice(start + 1, -1).trim() : '';
  if (/^(?:https?:|mailto:)/i.test(link)) return { name: withoutEmphasis(text.slice(0, start).trim()), url: link };
  return { name: withoutEmphasis(text) };
}
