import type { Flavour } from '../model/flavour.ts';

/** What begins a block where a line begins: headings, lists, quotes, rules, fences, underlines of headings, fenced divisions, tables. */
const BLOCK_START = /^([ \t]*)(\d{1,9})?(?=#|>|[-+*=:|]|~~~|```|[.)])/u;

/** What means something within a line, of every reader and of some. Marp and Slidev set formulas between dollars. */
const EVERYWHERE = '\\\\`*_[\\]<~';
const SPECIAL: Readonly<Record<Flavour | 'document', RegExp>> = {
  document: new RegExp(`[${EVERYWHERE}]`, 'gu'),
  marp: new RegExp(`[${EVERYWHERE}$]|:(?=[\\w+-]+:)`, 'gu'),
  slidev: new RegExp(`[${EVERYWHERE}$]`, 'gu'),
  pandoc: new RegExp(`[${EVERYWHERE}$@^{]`, 'gu'),
};

/**
 * Text that a reader of Markdown shows as it is: a backslash stands before what would mean something. Nothing else is added and
 * nothing taken, so the words stay searchable; but Slidev's pages are Vue templates, in which two braces are a program.
 */
export function escapeMarkdown(text: string, flavour?: Flavour): string {
  const escaped = text
    .split(/\r\n?|\n/u)
    .map((line) => escapeLine(line, SPECIAL[flavour ?? 'document']))
    .join('\n');
  return flavour === 'slidev' ? escaped.replaceAll('{{', '<span v-pre>{{</span>') : escaped;
}

function escapeLine(line: string, special: RegExp): string {
  return escapeStart(line.replace(special, escapeWhereNeeded)).replace(/&(?=#?\w{1,31};)/gu, '\\&');
}

/** An underscore within a word means nothing. */
function escapeWhereNeeded(character: string, at: number, line: string): string {
  const isLetter = (one: string | undefined): boolean => one !== undefined && /[\p{L}\p{N}]/u.test(one);
  return character === '_' && isLetter(line[at - 1]) && isLetter(line[at + 1]) ? character : `\\${character}`;
}

/** Of a number it is the dot behind it that makes a list. */
function escapeStart(line: string): string {
  return line.replace(BLOCK_START, (start) => `${start}\\`);
}
