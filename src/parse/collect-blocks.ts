import type { DocumentLine } from './document-lines.ts';
import { cutCitation, parseCitation, startsWithCitation } from './parse-citation.ts';
import { type MarkedLine, parseMarker } from './parse-marker.ts';
import { type PartHeading, parsePartHeading } from './parse-part-heading.ts';
import { endsWithClosingMark, findQuoteStart, opensQuote } from './quotation-marks.ts';
import { isEmphasisOrSpace, trimEndWhere, trimStartWhere } from './trim-marks.ts';

/** A stretch of lines that belong together. Every line after the header is in exactly one block. */
export type Block =
  | { readonly kind: 'part'; readonly line: number; readonly heading: PartHeading }
  | { readonly kind: 'lesson'; readonly line: number; readonly marker: MarkedLine; readonly text: string }
  | { readonly kind: 'stray'; readonly line: number; readonly text: string };

interface OpenLesson {
  readonly line: number;
  readonly marker: MarkedLine;
  readonly pieces: string[];
  hasQuote: boolean;
  /** A line of it ends with a citation, be its quotation closed or not. */
  isCited: boolean;
  /** Its last line ends with a closing mark. */
  isClosed: boolean;
  /** Its citation has been read: nothing may follow. */
  isComplete: boolean;
}

/** Groups the lines into part headings, lessons (wrapped lines joined with one space) and lines that are neither. */
export function collectBlocks(lines: readonly DocumentLine[]): readonly Block[] {
  const blocks: Block[] = [];
  let open: OpenLesson | undefined;
  for (const line of lines) {
    const heading = parsePartHeading(line.text);
    const marker = parseMarker(line.text);
    if (heading === undefined && open !== undefined && continues(open, line, marker)) {
      attach(open, line, marker);
      continue;
    }
    if (open !== undefined) blocks.push(close(open));
    open = undefined;
    if (heading !== undefined) blocks.push({ kind: 'part', line: line.number, heading });
    else if (marker.marked || looksLikeLesson(marker)) open = begin(line, marker);
    else blocks.push({ kind: 'stray', line: line.number, text: line.text });
  }
  return open === undefined ? blocks : [...blocks, close(open)];
}

/** True when a line above the first part is a lesson and not a piece of the intro. */
export function isLessonLine(line: DocumentLine): boolean {
  const marker = parseMarker(line.text);
  const quoted = findQuoteStart(marker.text) !== undefined;
  const cited = cutCitation(marker.text) !== undefined;
  return marker.marked ? quoted || cited || beginsWithOn(marker) : quoted && cited;
}

function continues(open: OpenLesson, line: DocumentLine, marker: MarkedLine): boolean {
  if (open.isComplete) return false;
  if (startsWithCitation(marker.text)) return true;
  const bringsQuote = !open.hasQuote && marker.number === undefined && opensQuote(withoutOpening(marker.text));
  if (bringsQuote) return true;
  if (line.opensParagraph) return false;
  if (!open.hasQuote || open.isCited) return !marker.marked;
  // Inside an open quotation "2. Then …" is a wrapped line, unless it has the shape of a lesson.
  if (open.isClosed) return !marker.marked && !looksLikeLesson(marker);
  return !(marker.marked && (looksLikeLesson(marker) || beginsWithOn(marker)));
}

function attach(open: OpenLesson, line: DocumentLine, marker: MarkedLine): void {
  const bringsQuote = !open.hasQuote && opensQuote(withoutOpening(marker.text));
  if (bringsQuote) endTopic(open);
  const text = bringsQuote ? marker.text : line.text;
  open.pieces.push(text);
  look(open, text);
}

/** A topic on a line of its own needs no colon; the lesson's text does, to be read like any other. */
function endTopic(open: OpenLesson): void {
  const last = open.pieces.length - 1;
  const topic = open.pieces[last] ?? '';
  if (topic !== '' && !/[:：]$/.test(trimEndWhere(topic, isEmphasisOrSpace))) open.pieces[last] = `${topic}:`;
}

function begin(line: DocumentLine, marker: MarkedLine): OpenLesson {
  const open = {
    line: line.number,
    marker,
    pieces: [marker.text],
    hasQuote: false,
    isCited: false,
    isClosed: false,
    isComplete: false,
  };
  look(open, marker.text);
  return open;
}

/** Looks at the newest line only: to read the whole lesson again with each line would be quadratic. */
function look(open: OpenLesson, text: string): void {
  open.hasQuote ||= opensQuote(withoutOpening(text)) || findQuoteStart(text) !== undefined;
  const cut = cutCitation(text);
  if (cut !== undefined) {
    const closed = cut.before === '' ? open.isClosed : isClosed(cut.before);
    open.isCited = parseCitation(cut.after) !== undefined;
    open.isComplete = closed && open.isCited;
  }
  open.isClosed = isClosed(text);
}

function close({ line, marker, pieces }: OpenLesson): Block {
  return { kind: 'lesson', line, marker, text: pieces.join(' ') };
}

function isClosed(text: string): boolean {
  return endsWithClosingMark(
    trimEndWhere(text, (character) => '.,;'.includes(character) || isEmphasisOrSpace(character)),
  );
}

function withoutOpening(text: string): string {
  return text.startsWith('*') || text.startsWith('_') ? trimStartWhere(text, isEmphasisOrSpace) : text;
}

function looksLikeLesson(marker: MarkedLine): boolean {
  return findQuoteStart(marker.text) !== undefined || (marker.marked && opensQuote(marker.text));
}

function beginsWithOn(marker: MarkedLine): boolean {
  return marker.marked && /^[*_]{0,3}on\s/i.test(marker.text);
}
