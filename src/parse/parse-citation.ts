import { endsWithClosingMark, opensQuote } from './quotation-marks.ts';
import { isDashOrSpace, isEmphasisOrSpace, trimEndWhere, trimStartWhere, withoutEmphasis } from './trim-marks.ts';

export interface Citation {
  readonly name: string;
  /** As written, not yet judged. */
  readonly url?: string;
}

/** Text cut at its last `Source:`. */
export interface CitedText {
  /** Without the dash before `Source:`. */
  readonly before: string;
  /** What follows `Source:`, trimmed. */
  readonly after: string;
}

/** One character class between the word and its colon: two quantifiers there would be quadratic on long blanks. */
const SOURCE_WORD = /(?<![\p{L}\p{N}])sources?[\s*_]*[:：]/giu;

/** Cuts at the last `Source:`; undefined when there is none. */
export function cutCitation(text: string): CitedText | undefined {
  let cut: CitedIndex | undefined;
  for (const match of text.matchAll(SOURCE_WORD)) cut = { start: match.index, end: match.index + match[0].length };
  if (cut === undefined) return undefined;
  const after = trimStartWhere(text.slice(cut.end), isEmphasisOrSpace).trim();
  const head = text.slice(0, cut.start);
  // `[Source: Name]` and `(Source: Name)` are a habit too.
  const bracket = /[[(]$/.exec(head)?.[0];
  if (bracket === undefined || !/[\])]$/.test(after)) return { before: trimEndWhere(head, isDashOrSpace), after };
  return { before: trimEndWhere(head.slice(0, -1), isDashOrSpace), after: after.slice(0, -1).trim() };
}

interface CitedIndex {
  readonly start: number;
  readonly end: number;
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
