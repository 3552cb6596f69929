import type { ImportedLibrary } from '../model/imported.ts';
import { SOURCE_KINDS, type Source } from '../model/library.ts';
import type { Problem, ProblemKind } from '../model/problem.ts';
import { assembleLibrary, type DraftLesson } from './assemble-library.ts';
import { fileStem } from './file-stem.ts';
import { type Columns, findColumns } from './find-columns.ts';
import { finishImport } from './finish-import.ts';
import { guessTopic } from './guess-topic.ts';
import { MOST_QUOTE_CHARACTERS } from './library-schema.ts';
import { subjectOf } from './parse-header.ts';
import { type CsvRow, readCsv } from './read-csv.ts';
import { registerSource } from './register-source.ts';
import { titleFromFile } from './title-from-file.ts';
import { unquoted } from './unquoted.ts';

interface Reading {
  readonly file: string;
  readonly columns: Columns;
  /** Title → its lessons, in the order in which parts first appear. */
  readonly parts: Map<string, DraftLesson[]>;
  readonly sources: Map<string, Source>;
  readonly problems: Problem[];
  /** Lines of the rows without a topic. */
  readonly guessed: Set<number>;
  readonly title: string;
}

/**
 * Reads a table: a row is a lesson, the first line names the columns.
 * @param mapping field → the name of the column that holds it, for columns of other names
 */
export function parseTable(
  text: string,
  file: string,
  { title: named, mapping }: { readonly title?: string | undefined; readonly mapping: ReadonlyMap<string, string> },
): ImportedLibrary {
  const { rows, problems } = readCsv(text, file);
  const [head, ...body] = rows;
  if (head === undefined) {
    const empty: Problem = { kind: 'document-empty', file, line: 1, details: {} };
    return finishImport('table', undefined, { problems: problems.length > 0 ? problems : [empty] });
  }
  const columns = findColumns(head, file, mapping);
  const title = named ?? titleFromFile(file);
  const reading: Reading = {
    file,
    columns,
    title,
    parts: new Map(),
    sources: new Map(),
    problems: [...columns.problems],
    guessed: new Set(),
  };
  if (named === undefined) tell(reading, 'title-guessed', 1, { title });
  if (columns.problems.every(({ kind }) => kind !== 'column-missing')) {
    for (const row of body) readRow(reading, row, head.cells.length);
    if (body.length === 0) tell(reading, 'no-lessons', head.line, {});
  }
  return finish(reading);
}

function finish(reading: Reading): ImportedLibrary {
  const { file, title, sources, guessed } = reading;
  const parts = [...reading.parts].map(([name, lessons], index) => ({
    number: index + 1,
    title: name,
    lessons: lessons.map((lesson, position) => ({ ...lesson, number: position + 1 })),
  }));
  const library = assembleLibrary(fileStem(file), {
    title,
    subject: subjectOf(title),
    tagline: '',
    intro: '',
    language: 'en',
    sources: [...sources.values()],
    parts,
  });
  const lessons = library.parts.flatMap((part) => part.lessons).filter(({ line }) => guessed.has(line));
  return finishImport('table', library, {
    problems: reading.problems,
    guessedTopics: new Set(lessons.map(({ id }) => id)),
  });
}

function readRow(reading: Reading, { line, cells }: CsvRow, columnCount: number): void {
  if (cells.slice(columnCount).some((cell) => cell !== '')) {
    const details = { count: String(cells.length), columns: String(columnCount), text: cells[0]?.slice(0, 60) ?? '' };
    tell(reading, 'row-too-long', line, details);
    return;
  }
  const cell = (field: string): string => cells[reading.columns.indexes.get(field) ?? -1] ?? '';
  const [quote, source] = [quoteOf(cell('quote')), cell('source')];
  const id = (cell('topic') || quote).slice(0, 40);
  if (quote === '') tell(reading, 'quote-missing', line, { id });
  if (source === '') tell(reading, 'source-missing', line, { id });
  checkCells(reading, line, cell);
  if (quote === '' || source === '') return;
  if (cell('topic') === '') reading.guessed.add(line);
  readSource(reading, line, cell);
  partOf(reading, cell('part'), line).push(lessonOf(cell, { quote, source, line }));
}

function lessonOf(
  cell: (field: string) => string,
  { quote, source, line }: { readonly quote: string; readonly source: string; readonly line: number },
): DraftLesson {
  const themes = cell('themes')
    .split(/[,;|]/u)
    .map((theme) => theme.trim())
    .filter(Boolean);
  const [note, highlight, seconds] = [cell('note'), cell('highlight'), cell('seconds')];
  return {
    number: 1,
    topic: cell('topic') || guessTopic(quote),
    quote,
    source,
    themes: [...new Set(themes)],
    ...(highlight === '' ? {} : { highlight }),
    key: /^(?:true|yes|x|1)$/iu.test(cell('key')),
    ...(note === '' ? {} : { note }),
    ...(seconds === '' ? {} : { seconds: Number(seconds) }),
    line,
  };
}

function checkCells(reading: Reading, line: number, cell: (field: string) => string): void {
  const [quote, highlight, seconds, key] = [quoteOf(cell('quote')), cell('highlight'), cell('seconds'), cell('key')];
  const [id, kind] = [(cell('topic') || quote).slice(0, 40), cell('kind').toLowerCase()];
  if (quote.length > MOST_QUOTE_CHARACTERS) {
    tell(reading, 'quote-too-long', line, { id, length: String(quote.length), most: String(MOST_QUOTE_CHARACTERS) });
  }
  if (!quote.includes(highlight))
    tell(reading, 'highlight-not-in-quote', line, { id, highlight: highlight.slice(0, 60) });
  const wrong = (field: string, found: string, expected: string): void =>
    tell(reading, 'field-wrong', line, { field, where: '', found: found.slice(0, 60), expected });
  if (seconds !== '' && !(Number(seconds) > 0)) wrong('seconds', seconds, 'a number of seconds');
  if (key !== '' && !/^(?:true|false|yes|no|x|1|0)$/iu.test(key)) wrong('key', key, 'yes or no');
  if (kind !== '' && !isKind(kind)) wrong('kind', kind, `one of ${SOURCE_KINDS.join(', ')}`);
}

function readSource(reading: Reading, line: number, cell: (field: string) => string): void {
  const { sources, file } = reading;
  const [name, url, kind] = [cell('source'), cell('url'), cell('kind').toLowerCase()];
  reading.problems.push(...registerSource(sources, url === '' ? { name } : { name, url }, { file, line }));
  const known = sources.get(name);
  if (!isKind(kind) || known?.kind === kind) return;
  if (known?.kind === undefined) sources.set(name, { ...known, name, kind });
  else tell(reading, 'line-left-out', line, { text: `kind: ${kind}, as ${name} is a ${known.kind} above` });
}

function partOf(reading: Reading, name: string, line: number): DraftLesson[] {
  const title = name || reading.title;
  const lessons = reading.parts.get(title) ?? [];
  if (name === '' && lessons.length === 0) tell(reading, 'part-guessed', line, { title });
  reading.parts.set(title, lessons);
  return lessons;
}

function isKind(kind: string): kind is (typeof SOURCE_KINDS)[number] {
  return SOURCE_KINDS.some((known) => known === kind);
}

/** The table's own quotation marks are gone; those that people put around a quote go as well. */
function quoteOf(text: string): string {
  return unquoted(text)?.trim() ?? text;
}

function tell(reading: Reading, kind: ProblemKind, line: number, details: Problem['details']): void {
  reading.problems.push({ kind, file: reading.file, line, details });
}
