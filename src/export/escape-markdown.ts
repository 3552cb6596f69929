import type { Flavour } from '../model/flavour.ts';

/** What begins a block where a line begins: headings, lists, quotes, rules, fences, underlines of headings, fenced divisions. */
const BLOCK_START = /^([ \t]*)(\d{1,9})?(?=#|>|[-+*=:]|~~~|```|[.)])/u;

/**
 * Text that a reader of Markdown shows as it is: a backslash stands before what would mean something. Nothing else is added and
 * nothing taken, so the words stay searchable.
 */
export function escapeMarkdown(text: string, flavour?: Flavour): string {
  const special = flavour === 'pandoc' ? /[\\`*_[\]<$@^~]/gu : /[\\`*_[\]<~]/gu;
  return text
    .split(/\r\n?|\n/u)
    .map((line) => escapeStart(line.replace(special, escapeWhereNeeded)).replace(/&(?=#?\w{1,31};)/gu, '\\&'))
    .join('\n');
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
