import type { DocumentLine } from './document-lines.ts';
import { withoutHeadingMarks } from './parse-part-heading.ts';
import { isEmphasisOrSpace, trimEndWhere, withoutEmphasis } from './trim-marks.ts';

/** What stands above the first part. */
export interface DocumentHeader {
  /** '' when the document has none. */
  readonly title: string;
  /** Whose lessons, where the title says it; else ''. */
  readonly subject: string;
  readonly tagline: string;
  /** Paragraphs are separated by a blank line; lines within one are joined. */
  readonly intro: string;
}

/** Reads an optional tagline, the title and the intro. */
export function parseHeader(lines: readonly DocumentLine[]): DocumentHeader {
  const titleIndex = findTitle(lines);
  const title = wordsOf(lines[titleIndex]);
  return {
    title,
    subject: subjectOf(title),
    tagline: joinParagraphs(lines.slice(0, titleIndex)),
    intro: joinParagraphs(lines.slice(titleIndex + 1)),
  };
}

/** Whose lessons they are, where the title says it: `Lessons from Ada King` → `Ada King`; else ''. */
export function subjectOf(title: string): string {
  return /^lessons\s(?:from|by|of)\s(.*)$/isu.exec(title)?.[1]?.trim() ?? '';
}

function findTitle(lines: readonly DocumentLine[]): number {
  const heading = lines.findIndex((line) => /^#\s/.test(line.text));
  if (heading >= 0) return heading;
  const named = lines.findIndex(
    (line) => /^[#*_\s]{0,10}lessons\s(?:from|by|of)\s/i.test(line.text) && !isSentence(line),
  );
  if (named >= 0) return named;
  const [first, second] = lines;
  if (first === undefined || second === undefined) return 0;
  // A tagline is a sentence above a title that is none.
  return isSentence(first) && !isSentence(second) ? 1 : 0;
}

function isSentence(line: DocumentLine): boolean {
  return /[.!?…。]$/.test(trimEndWhere(line.text, isEmphasisOrSpace));
}

function joinParagraphs(lines: readonly DocumentLine[]): string {
  return lines
    .map((line, index) => (index === 0 ? '' : line.opensParagraph ? '\n\n' : ' ') + withoutHeadingMarks(line.text))
    .join('');
}

function wordsOf(line: DocumentLine | undefined): string {
  return line === undefined ? '' : withoutEmphasis(withoutHeadingMarks(line.text));
}
