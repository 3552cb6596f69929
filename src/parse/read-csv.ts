import { CsvError, parse } from 'csv-parse/sync';
import type { Problem } from '../model/problem.ts';

export interface CsvRow {
  /** 1-based; where the row begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

const DELIMITERS = [',', ';', '\t', '|'];

/** The rows of a table in text, separated by whatever the first line is separated by; blank rows are left out. */
export function readCsv(
  text: string,
  file: string,
): { readonly rows: readonly CsvRow[]; readonly problems: readonly Problem[] } {
  const lines = text.replace(/\r\n?/gu, '\n');
  // What Excel writes above a table to say what separates its cells.
  const separator = /^"?sep=([,;|\t])"?(?=\n)/iu.exec(lines);
  const source = separator === null ? lines : lines.slice(separator[0].length);
  try {
    const records = parse(source, {
      delimiter: separator?.[1] ?? findDelimiter(source),
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: '\n',
      on_record: (record, { lines }) => [String(lines), ...record],
    });
    return { rows: placeRows(records), problems: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows: [], problems: [describe(error, file)] };
  }
}

/** @param records the line on which each ends, and its cells */
function placeRows(records: readonly (readonly string[])[]): readonly CsvRow[] {
  let line = 1;
  const rows: CsvRow[] = [];
  for (const [last, ...record] of records) {
    const cells = record.map((cell) => cell.trim());
    if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
    line = Number(last) + 1;
  }
  return rows;
}

/** The separator that the first line has most of, outside quotation marks. */
function findDelimiter(text: string): string {
  const [first = ''] = text.trimStart().split('\n', 1);
  const bare = first.replace(/"[^"]*"/gu, '');
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function describe(error: CsvError, file: string): Problem {
  const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
  const message =
    error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'a quotation mark that opens a cell is not closed before the end of the file'
      : error.message;
  return { kind: 'syntax', file, line, details: { message } };
}
