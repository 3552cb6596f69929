import { type Citation, cutCitation, parseCitation, startsWithCitation } from './parse-citation.ts';
import { isDashOrSpace, isEmphasisOrSpace, trimStartWhere, withoutEmphasis } from './trim-marks.ts';

/** What people write under a quote, beside its attribution. */
export const NOTE_FIELDS = {
  note: 'note',
  notes: 'note',
  theme: 'themes',
  themes: 'themes',
  tag: 'themes',
  tags: 'themes',
  link: 'url',
  url: 'url',
  topic: 'topic',
} as const;

export interface NoteField {
  readonly name: (typeof NOTE_FIELDS)[keyof typeof NOTE_FIELDS];
  readonly value: string;
}

const LONGEST_NAME = 160;
const ATTRIBUTION = /^(?:[—–―‒~]|--+|-(?=\s))\s*(?=\S)/u;

/** `— Name`, `-- Name, Book`, `*— Name*`, `<cite>Name</cite>`, `Source: Name`: a line that says where a quote is from. */
export function isAttribution(line: string): boolean {
  const text = line.startsWith('*') || line.startsWith('_') ? trimStartWhere(line, isEmphasisOrSpace) : line;
  if (startsWithCitation(text)) return true;
  return text.length < 2 * LONGEST_NAME && (ATTRIBUTION.test(text) || /^<cite>.{1,300}<\/cite>$/iu.test(text));
}

/** `Note: …`, `Tags: a, b`, `Link: https://…`, or nothing but `#tags`. */
export function parseField(line: string): NoteField | undefined {
  if (/^#[\p{L}\p{N}_/-]{1,60}(?:[\s,]{1,4}#[\p{L}\p{N}_/-]{1,60}){0,20}$/u.test(line))
    return { name: 'themes', value: line.replaceAll('#', ' ') };
  const [head = '', word = ''] = /^[*_]{0,3}([a-z]{3,6})[*_]{0,3}\s{0,4}[:：][*_]{0,3}\s*(?=\S)/iu.exec(line) ?? [];
  const name = word.toLowerCase();
  return isFieldName(name) ? { name: NOTE_FIELDS[name], value: line.slice(head.length) } : undefined;
}

export function isField(line: string): boolean {
  return parseField(line) !== undefined;
}

function isFieldName(name: string): name is keyof typeof NOTE_FIELDS {
  return Object.hasOwn(NOTE_FIELDS, name);
}

/** Text cut at an attribution that stands behind the quote on the same line; undefined when there is none. */
export function cutInlineCitation(text: string): { readonly before: string; readonly after: string } | undefined {
  const cut = cutCitation(text);
  if (cut !== undefined && cut.before !== '' && cut.after !== '') return cut;
  return cutBehindMark(text) ?? cutAtDash(text);
}

/** `"Words." — Name` and `"Words." (Name)`: what follows the last closing mark. */
function cutBehindMark(text: string): { before: string; after: string } | undefined {
  const tail = text.slice(-2 * LONGEST_NAME);
  const match =
    /^(.*["”’»“」』])[\s*_]{0,4}(?:(?:[—–―‒~]|--+|-(?=\s))\s*(\S[^"”»」』]{0,200})|\(([^()"”]{2,200})\))$/su.exec(tail);
  const after = match?.[2] ?? match?.[3] ?? '';
  if (match === null || after === '') return undefined;
  return { before: `${text.slice(0, text.length - tail.length)}${match[1] ?? ''}`, after };
}

/** `Words. — Name`, without quotation marks: only behind the end of a sentence, and only before what may be a name. */
function cutAtDash(text: string): { before: string; after: string } | undefined {
  const tail = text.slice(-2 * LONGEST_NAME);
  const match =
    /^(.*[.!?…。！？]["”’»)*_]{0,3})\s+(?:[—–―]|--+|-(?=\s))\s*((?:[\p{Lu}\p{Lo}\p{N}[*_"“<@]|https?:).{0,160})$/su.exec(
      tail,
    );
  if (match === null) return undefined;
  const [, before = '', after = ''] = match;
  return { before: `${text.slice(0, text.length - tail.length)}${before}`, after };
}

/** What an attribution names: `[Name](link)`, `Name, [Book](link)`, `Name (link)`, `[[Name]]`, an address, or just a name. */
export function readAttribution(line: string): Citation | undefined {
  const named = withoutLabel(withoutDash(line))
    .replace(/^<cite>(.*)<\/cite>$/isu, '$1')
    .trim();
  const wiki = /^\[\[([^[\]|]{1,300})(?:\|([^[\]]{1,300}))?\]\]$/u.exec(named);
  if (wiki !== null) return { name: (wiki[2] ?? wiki[1] ?? '').trim() };
  const address = /^<?((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>?$/iu.exec(named)?.[1];
  if (address !== undefined) return { name: address, url: address };
  const link =
    /^([^[\]]{0,300})\[([^[\]]{1,300})\]\(([^\s()]{1,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,200})?)\)([^[\]]{0,300})$/u.exec(
      named,
    );
  if (link !== null) {
    const [, before = '', label = '', url = '', after = ''] = link;
    return withName(`${before}${label}${after.replace(/^[.;,]$/u, '')}`, url);
  }
  const citation = parseCitation(named) ?? { name: named };
  return withName(citation.name, citation.url);
}

/** `Source: Name`, `**Source:** Name`, `(Source: Name)` → `Name`. */
function withoutLabel(text: string): string {
  const label = /^[*_]{0,3}([[(]?)[*_]{0,3}sources?[\s*_]{0,4}[:：][\s*_]{0,4}/iu.exec(text);
  if (label === null) return text;
  const [whole, bracket = ''] = label;
  const isBracketed = (bracket === '(' && text.endsWith(')')) || (bracket === '[' && text.endsWith(']'));
  return text.slice(whole.length, isBracketed ? -1 : undefined);
}

function withName(text: string, url: string | undefined): Citation | undefined {
  const name = withoutEmphasis(
    text.replace(/(?<![\p{L}\p{N}])([*_]{1,3})([^*_]{1,200})\1(?![\p{L}\p{N}])/gu, '$2'),
  ).trim();
  if (name === '') return undefined;
  return url === undefined ? { name } : { name, url };
}

function isDash(character: string): boolean {
  return character === '~' || (isDashOrSpace(character) && character !== '*' && character !== '_');
}

function withoutDash(line: string): string {
  const text = withoutEmphasis(line);
  return ATTRIBUTION.test(text) ? trimStartWhere(text, isDash) : text;
}
