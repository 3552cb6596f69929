import { isRule } from './document-lines.ts';
import { cutInlineCitation, isAttribution, isField } from './note-lines.ts';
import { withoutHeadingMarks } from './parse-part-heading.ts';
import { opensQuote } from './quotation-marks.ts';

/** One line of a note, without the marks of list and block quote. */
export interface NoteLine {
  /** 1-based. */
  readonly number: number;
  /** Trimmed; '' parts two paragraphs of one block. */
  readonly text: string;
}

type NoteKind = 'quote' | 'item' | 'paragraph';

/** A stretch of a Markdown file that belongs together. Every line that is neither blank nor a rule is in exactly one block. */
export type NoteBlock =
  | { readonly kind: 'heading'; readonly line: number; readonly level: number; readonly text: string }
  | { readonly kind: NoteKind; readonly line: number; readonly lines: readonly NoteLine[] };

interface OpenBlock {
  readonly kind: NoteKind;
  readonly lines: NoteLine[];
  /** Columns before its list marker. */
  readonly indent: number;
  /** A blank line stands below what it holds. */
  isLoose: boolean;
  /** Its attribution has been read: only fields may follow. */
  isCited: boolean;
}

interface RawLine {
  readonly number: number;
  readonly indent: number;
  /** Trimmed, with all its marks. */
  readonly text: string;
  /** Without the marks of list and block quote. */
  readonly bare: string;
  readonly kind: NoteKind;
}

const BULLET = /^(?:[-+*•‣◦·]|\(?\d{1,6}[.)])\s+/u;
const QUOTED = /^(?:>\s{0,8}){1,20}/u;
const LONGEST_NAME = 120;

/** Groups the lines of a Markdown file into headings, list items, block quotes and paragraphs. */
export function collectNotes(lines: readonly string[], firstLine = 1): readonly NoteBlock[] {
  const blocks: NoteBlock[] = [];
  let open: OpenBlock | undefined;
  for (const [index, text] of lines.entries()) {
    const line = readLine(text, index + firstLine);
    const heading = readHeading(line, open);
    if (heading !== undefined) {
      // The line above an underline is the heading's, and the whole of its block.
      blocks.push(...(isUnderline(line.text) ? [] : close(open)), heading);
      open = undefined;
    } else {
      const next = readOn(open, line);
      if (next !== open) blocks.push(...close(open));
      open = next;
    }
  }
  return [...blocks, ...close(open)];
}

/** The block that is open behind the line: the same one, or another. */
function readOn(open: OpenBlock | undefined, line: RawLine): OpenBlock | undefined {
  if (isRule(line.text)) return undefined;
  if (line.bare === '') {
    if (open) skipBlank(open, line);
    return open;
  }
  if (open === undefined || !continues(open, line)) return begin(line);
  attach(open, line);
  return open;
}

function close(open: OpenBlock | undefined): readonly NoteBlock[] {
  const [first] = open?.lines ?? [];
  return open && first ? [{ kind: open.kind, line: first.number, lines: open.lines }] : [];
}

function readLine(raw: string, number: number): RawLine {
  const text = raw.trim();
  const indent = Math.max(0, raw.slice(0, 400).replaceAll('\t', '    ').search(/\S/u));
  const afterQuote = text.replace(QUOTED, '').trim();
  // Inside a block quote `- Name` is how people attribute, and no list.
  if (text.startsWith('>')) return { number, indent, text, bare: afterQuote, kind: 'quote' };
  const bare = text.replace(BULLET, '').replace(QUOTED, '').trim();
  return { number, indent, text, bare, kind: BULLET.test(text) ? 'item' : 'paragraph' };
}

function readHeading({ text, number }: RawLine, open: OpenBlock | undefined): NoteBlock | undefined {
  const marks = /^(#{1,6})\s/u.exec(text)?.[1];
  if (marks !== undefined) {
    return { kind: 'heading', line: number, level: marks.length, text: withoutHeadingMarks(text) };
  }
  const [above, second] = open?.kind === 'paragraph' && !open.isLoose ? open.lines : [];
  if (above === undefined || second !== undefined || !isUnderline(text)) return undefined;
  return { kind: 'heading', line: above.number, level: text.startsWith('=') ? 1 : 2, text: above.text };
}

function isUnderline(text: string): boolean {
  return /^(?:={3,}|-{3,})$/u.test(text);
}

function skipBlank(open: OpenBlock, line: RawLine): void {
  if (line.kind === 'quote' && open.kind === 'quote' && !open.isCited)
    open.lines.push({ number: line.number, text: '' });
  else open.isLoose = true;
}

function begin(line: RawLine): OpenBlock {
  const lines = [{ number: line.number, text: line.bare }];
  return { kind: line.kind, lines, indent: line.indent, isLoose: false, isCited: isCitedBy(line.bare) };
}

function continues(open: OpenBlock, line: RawLine): boolean {
  const isNested = isWithin(open, line);
  if (line.kind === 'item' && !isNested) return isHyphenAttribution(open, line);
  if (open.isCited) return isField(line.bare) && (isNested || !open.isLoose);
  if (isAttribution(line.bare)) return true;
  if (isNested) return true;
  return !open.isLoose && (line.kind === 'paragraph' || line.kind === open.kind);
}

/** `- Name` right under a quotation: an attribution and not the first item of a list. */
function isHyphenAttribution(open: OpenBlock, line: RawLine): boolean {
  const isQuotation = open.kind === 'quote' || (open.kind === 'paragraph' && opensQuote(open.lines[0]?.text ?? ''));
  const isName = line.text.length < LONGEST_NAME && !opensQuote(line.bare);
  return isQuotation && isName && !open.isLoose && !open.isCited && /^-\s/u.test(line.text);
}

function attach(open: OpenBlock, line: RawLine): void {
  const isHyphen = line.kind === 'item' && !isWithin(open, line);
  const text = isHyphen ? line.text.replace(/^-/u, '—') : line.bare;
  const opensParagraph = open.isLoose && !isAttribution(text) && !isField(text);
  if (opensParagraph) open.lines.push({ number: line.number, text: '' });
  open.lines.push({ number: line.number, text });
  open.isLoose = false;
  open.isCited ||= isCitedBy(text);
}

function isWithin(open: OpenBlock, line: RawLine): boolean {
  return open.kind === 'item' && line.indent > open.indent;
}

function isCitedBy(text: string): boolean {
  return isAttribution(text) || cutInlineCitation(text) !== undefined;
}
