import type { Problem } from '../model/problem.ts';
import { findNearest } from './find-nearest.ts';
import type { CsvRow } from './read-csv.ts';

/** What a column of a table can hold. */
export const TABLE_FIELDS = [
  'topic',
  'quote',
  'source',
  'part',
  'themes',
  'note',
  'url',
  'kind',
  'highlight',
  'key',
  'seconds',
] as const;

const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['theme', 'themes'],
  ['notes', 'note'],
  ['link', 'url'],
  ['quotes', 'quote'],
]);

export interface Columns {
  /** Field → 0-based position of its column. */
  readonly indexes: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
}

/** Which column holds which field: as mapped, else by its name in any case. */
export function findColumns(head: CsvRow, file: string, mapping: ReadonlyMap<string, string>): Columns {
  const names = head.cells.map(fold);
  const mapped = [...mapping].map(([field, column]) => [field, names.indexOf(fold(column))] as const);
  const indexes = new Map(mapped.filter(([, index]) => index >= 0));
  for (const [index, name] of names.entries()) {
    const field = OTHER_NAMES.get(name) ?? name;
    const isFree = !mapping.has(field) && !indexes.has(field) && ![...indexes.values()].includes(index);
    if (isFree && TABLE_FIELDS.some((known) => known === field)) indexes.set(field, index);
  }
  const unfound = [...mapping].filter(([field]) => !indexes.has(field)).map(([, column]) => column);
  const missing = ['quote', 'source'].filter((field) => !indexes.has(field) && !mapping.has(field));
  const problems = [...unfound, ...missing].map((column) => missingColumn(column, head, file));
  // What else is there is of interest once the columns that must be there are.
  return { indexes, problems: problems.length > 0 ? problems : leftOut(head, file, new Set(indexes.values())) };
}

function missingColumn(column: string, { line, cells }: CsvRow, file: string): Problem {
  const names = cells.filter(Boolean);
  const details = { column, found: names.join(', ').slice(0, 200), nearest: findNearest(column, names) };
  return { kind: 'column-missing', file, line, details };
}

function leftOut({ line, cells }: CsvRow, file: string, taken: ReadonlySet<number>): readonly Problem[] {
  return cells.flatMap((cell, index) =>
    taken.has(index)
      ? []
      : [{ kind: 'column-left-out', file, line, details: { column: cell.slice(0, 60) || `${index + 1}` } }],
  );
}

function fold(name: string): string {
  return name.trim().toLowerCase();
}
