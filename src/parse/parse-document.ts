import type { Library, Source } from '../model/library.ts';
import type { Problem, ProblemKind } from '../model/problem.ts';
import { assembleLibrary, type DraftLesson } from './assemble-library.ts';
import { checkLessonNumbers, checkPartNumbers, type Numbered } from './check-numbers.ts';
import { type Block, collectBlocks, isLessonLine } from './collect-blocks.ts';
import { type DocumentLine, splitLines } from './document-lines.ts';
import { fileStem } from './file-stem.ts';
import { MOST_QUOTE_CHARACTERS } from './library-schema.ts';
import { parseHeader } from './parse-header.ts';
import { parseLesson } from './parse-lesson.ts';
import { parsePartHeading } from './parse-part-heading.ts';
import { registerSource } from './register-source.ts';

interface ReadPart {
  readonly number: number;
  title: string;
  readonly line: number;
  readonly lessons: DraftLesson[];
  /** Every lesson that is there, also those that cannot be read. */
  readonly numbers: Numbered[];
}

interface Reading {
  readonly file: string;
  readonly parts: ReadPart[];
  readonly sources: Map<string, Source>;
  readonly problems: Problem[];
}

/** Reads the lessons-document form. The library holds what could be read, beside any problems. */
export function parseDocument(
  text: string,
  file: string,
): { readonly library: Library; readonly problems: readonly Problem[] } {
  const lines = splitLines(text);
  const bodyStart = lines.findIndex((line) => parsePartHeading(line.text) !== undefined || isLessonLine(line));
  const header = parseHeader(bodyStart < 0 ? lines : lines.slice(0, bodyStart));
  const reading: Reading = { file, parts: [], sources: new Map(), problems: [] };
  if (header.title === '') tell(reading, 'title-missing', 1, {});
  for (const block of collectBlocks(bodyStart < 0 ? [] : lines.slice(bodyStart))) readBlock(reading, block);
  checkParts(reading, lines);
  const library = assembleLibrary(fileStem(file), {
    ...header,
    language: 'en',
    sources: [...reading.sources.values()],
    parts: reading.parts.map(({ number, title, lessons }) => ({ number, title, lessons })),
  });
  return { library, problems: reading.problems.sort((a, b) => a.line - b.line) };
}

function readBlock(reading: Reading, block: Block): void {
  const part = reading.parts.at(-1);
  if (block.kind === 'part') {
    reading.parts.push({ ...block.heading, line: block.line, lessons: [], numbers: [] });
  } else if (block.kind === 'lesson') {
    if (part === undefined) tell(reading, 'lesson-outside-part', block.line, { text: excerpt(block.text) });
    else readLesson(reading, part, block);
  } else if (part !== undefined && part.title === '' && part.numbers.length === 0) {
    // `Part 3` on one line, its title on the next.
    part.title = block.text;
  } else {
    tell(reading, 'line-unreadable', block.line, { text: excerpt(block.text) });
  }
}

function readLesson(reading: Reading, part: ReadPart, block: Extract<Block, { kind: 'lesson' }>): void {
  const { marker, line, text } = block;
  const number = marker.number ?? (part.numbers.at(-1)?.number ?? 0) + 1;
  const id = `${part.number}.${number}`;
  part.numbers.push({ number, line });
  if (number < 1 || (marker.part ?? part.number) !== part.number) {
    const typed = marker.part === undefined ? String(number) : `${marker.part}.${number}`;
    tell(reading, 'lesson-unreadable', line, { id, text: excerpt(`${typed} ${text}`) });
    return;
  }
  const parsed = parseLesson(text);
  if ('kind' in parsed) {
    tell(reading, parsed.kind, line, { id, text: excerpt(parsed.text) });
    return;
  }
  const { topic, quote, citation } = parsed;
  checkQuoteLength(reading, quote, { id, line });
  reading.problems.push(...registerSource(reading.sources, citation, { file: reading.file, line }));
  part.lessons.push({ number, topic, quote, source: citation.name, themes: [], key: false, line });
}

function checkQuoteLength(reading: Reading, quote: string, at: { readonly id: string; readonly line: number }): void {
  if (quote.length <= MOST_QUOTE_CHARACTERS) return;
  const details = { id: at.id, length: String(quote.length), most: String(MOST_QUOTE_CHARACTERS) };
  tell(reading, 'quote-too-long', at.line, details);
}

function checkParts(reading: Reading, lines: readonly DocumentLine[]): void {
  const { file, parts, problems } = reading;
  for (const problem of checkPartNumbers(parts, file)) problems.push(problem);
  for (const { number, title, line, numbers } of parts) {
    if (title === '') tell(reading, 'field-missing', line, { field: 'title', where: `part ${number}` });
    if (numbers.length === 0) tell(reading, 'part-empty', line, { part: String(number), title });
    for (const problem of checkLessonNumbers(number, numbers, file)) problems.push(problem);
  }
  const hasLessons = parts.some((part) => part.numbers.length > 0);
  const hasOutside = problems.some((problem) => problem.kind === 'lesson-outside-part');
  if (!hasLessons && !hasOutside) tell(reading, 'no-lessons', lines.at(-1)?.number ?? 1, {});
}

function tell(reading: Reading, kind: ProblemKind, line: number, details: Readonly<Record<string, string>>): void {
  reading.problems.push({ kind, file: reading.file, line, details });
}

function excerpt(text: string): string {
  return text.slice(0, 60);
}
