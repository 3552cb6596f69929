import type { Problem, ProblemKind } from '../model/problem.ts';
import { findNearest } from './find-nearest.ts';
import { FIELD_NAMES, MOST_QUOTE_CHARACTERS } from './library-schema.ts';
import { type DataPath, fieldOf, lineAt, type PlacedData, valueAt } from './placed-data.ts';

/** The part of a schema issue that is needed to tell it. */
export interface ShapeIssue {
  readonly code?: string | undefined;
  readonly path: DataPath;
  readonly message: string;
  readonly keys?: readonly string[];
}

/** What the schema found, as problems with lines. */
export function checkShape(issues: readonly ShapeIssue[], data: PlacedData, file: string): readonly Problem[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') return unknownFields(issue, data, file);
    const { kind, details } = describe(issue, data.value);
    return [{ kind, file, line: lineAt(data, issue.path), details }];
  });
}

/** What a path is about: '' for the library, else `part 3`, `lesson 3.4`, `source 2`. */
export function placeOf(value: unknown, path: DataPath): string {
  const [list, index, inner, position] = path;
  if (typeof index !== 'number') return '';
  if (list === 'sources') return `source ${index + 1}`;
  const part = numberAt(value, path.slice(0, 2), index);
  if (inner !== 'lessons' || typeof position !== 'number') return `part ${part}`;
  return `lesson ${part}.${numberAt(value, path.slice(0, 4), position)}`;
}

function numberAt(value: unknown, path: DataPath, index: number): string {
  const written = fieldOf(valueAt(value, path), 'number');
  const text = typeof written === 'string' || typeof written === 'number' ? String(written) : '';
  return /^\d{1,15}$/.test(text) ? text : String(index + 1);
}

function unknownFields(issue: ShapeIssue, data: PlacedData, file: string): readonly Problem[] {
  const where = placeOf(data.value, issue.path);
  const names = FIELD_NAMES[containerOf(where)];
  return (issue.keys ?? []).map((field) => {
    const details = { field: shortened(field), where, nearest: findNearest(field, names) };
    return { kind: 'field-unknown', file, line: lineAt(data, [...issue.path, field]), details };
  });
}

function containerOf(where: string): keyof typeof FIELD_NAMES {
  if (where.startsWith('lesson')) return 'lesson';
  if (where.startsWith('part')) return 'part';
  return where.startsWith('source') ? 'source' : 'library';
}

interface Description {
  readonly kind: ProblemKind;
  readonly details: Readonly<Record<string, string>>;
}

function describe(issue: ShapeIssue, value: unknown): Description {
  const where = placeOf(value, issue.path);
  const field = fieldName(issue.path);
  const found = valueAt(value, issue.path);
  const isMissing = found === undefined || isBlank(found);
  // An item of a list is not missing when nothing is in it: there it stands.
  if (isMissing && typeof issue.path.at(-1) === 'string') return describeMissing(field, where);
  if (field === 'quote' && issue.code === 'too_big' && typeof found === 'string') {
    const details = { id: idOf(where), length: String(found.length), most: String(MOST_QUOTE_CHARACTERS) };
    return { kind: 'quote-too-long', details };
  }
  if (field === 'url' && typeof found === 'string') {
    return { kind: 'link-not-allowed', details: { where, url: shortened(found) } };
  }
  return {
    kind: 'field-wrong',
    details: { field, where, expected: issue.message, found: isMissing ? 'nothing' : nameOf(found) },
  };
}

function describeMissing(field: string, where: string): Description {
  const id = idOf(where);
  if (where === '' && field === 'title') return { kind: 'title-missing', details: {} };
  if (where === '' && field === 'parts') return { kind: 'no-lessons', details: {} };
  if (id !== '' && (field === 'topic' || field === 'quote' || field === 'source')) {
    return { kind: `${field}-missing`, details: { id } };
  }
  return { kind: 'field-missing', details: { field, where } };
}

function idOf(where: string): string {
  return where.startsWith('lesson ') ? where.slice('lesson '.length) : '';
}

function fieldName(path: DataPath): string {
  // Of a whole lesson, part or source `where` says enough; an entry of `themes` is known by its list.
  if (typeof path.at(-1) === 'number' && path.at(-2) !== 'themes') return '';
  return String(path.findLast((step) => typeof step === 'string') ?? '');
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}

function nameOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'named fields';
  return shortened(String(value));
}

function shortened(text: string): string {
  return text.slice(0, 60);
}
