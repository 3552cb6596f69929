import type { Problem } from '../model/problem.ts';
import { checkLessonNumbers, checkPartNumbers, type Numbered } from './check-numbers.ts';
import { placeOf } from './check-shape.ts';
import { type DataPath, fieldOf, itemsOf, lineAt, type PlacedData } from './placed-data.ts';

/**
 * What no single field shows: numbers, names and highlights that do not go together. It reads the raw values, so that
 * it finds its problems also in a file whose shape has faults.
 */
export function checkCurated(data: PlacedData, file: string): readonly Problem[] {
  const parts = itemsOf(fieldOf(data.value, 'parts'));
  const partNumbers = numbersOf(data, ['parts'], parts);
  return [
    ...checkSourceNames(data, file),
    ...checkSourceUse(data, parts, file),
    ...checkPartNumbers(partNumbers, file),
    ...parts.flatMap((part, index) => checkPart(data, file, { part, index, ...partNumbers[index] })),
    ...(parts.some((part) => itemsOf(fieldOf(part, 'lessons')).length > 0) ? [] : noLessons(data, file)),
  ];
}

interface PartPlace {
  readonly part: unknown;
  readonly index: number;
  readonly number?: number;
}

function checkPart(data: PlacedData, file: string, place: PartPlace): readonly Problem[] {
  const path = ['parts', place.index];
  const lessons = itemsOf(fieldOf(place.part, 'lessons'));
  const number = place.number ?? place.index + 1;
  const written = fieldOf(place.part, 'lessons');
  if (lessons.length === 0 && (written === undefined || Array.isArray(written))) {
    const details = { part: String(number), title: textOf(fieldOf(place.part, 'title')) };
    return [{ kind: 'part-empty', file, line: lineAt(data, path), details }];
  }
  return [
    ...checkLessonNumbers(number, numbersOf(data, [...path, 'lessons'], lessons), file),
    ...lessons.flatMap((lesson, index) => checkHighlight(data, file, { lesson, path: [...path, 'lessons', index] })),
  ];
}

function checkHighlight(
  data: PlacedData,
  file: string,
  { lesson, path }: { readonly lesson: unknown; readonly path: DataPath },
): readonly Problem[] {
  const highlight = textOf(fieldOf(lesson, 'highlight')).trim();
  const quote = textOf(fieldOf(lesson, 'quote'));
  if (highlight === '' || quote === '' || quote.includes(highlight)) return [];
  const details = { id: placeOf(data.value, path).replace('lesson ', ''), highlight: highlight.slice(0, 60) };
  return [{ kind: 'highlight-not-in-quote', file, line: lineAt(data, [...path, 'highlight']), details }];
}

function checkSourceNames(data: PlacedData, file: string): readonly Problem[] {
  const firstLines = new Map<string, number>();
  return itemsOf(fieldOf(data.value, 'sources')).flatMap((source, index) => {
    const name = textOf(fieldOf(source, 'name')).trim();
    const line = lineAt(data, ['sources', index, 'name']);
    const first = firstLines.get(name);
    if (name === '' || first === undefined) {
      firstLines.set(name, line);
      return [];
    }
    return [{ kind: 'source-duplicate', file, line, details: { name, first: String(first) } }];
  });
}

function checkSourceUse(data: PlacedData, parts: readonly unknown[], file: string): readonly Problem[] {
  const lessons = parts.flatMap((part) => itemsOf(fieldOf(part, 'lessons')));
  const cited = new Set(lessons.map((lesson) => textOf(fieldOf(lesson, 'source')).trim()));
  return itemsOf(fieldOf(data.value, 'sources')).flatMap((source, index) => {
    const name = textOf(fieldOf(source, 'name')).trim();
    if (name === '' || cited.has(name)) return [];
    return [{ kind: 'source-unused', file, line: lineAt(data, ['sources', index]), details: { name } }];
  });
}

/** Numbers as written where they are numbers, else the position; a wrong one is the schema's to tell. */
function numbersOf(data: PlacedData, path: DataPath, items: readonly unknown[]): readonly Numbered[] {
  return items.map((item, index) => {
    const written = fieldOf(item, 'number');
    const number = typeof written === 'string' || typeof written === 'number' ? Number(written) : Number.NaN;
    const line = lineAt(data, [...path, index, 'number']);
    return { number: Number.isInteger(number) && number > 0 ? number : index + 1, line };
  });
}

function noLessons(data: PlacedData, file: string): readonly Problem[] {
  // Parts that are missing altogether are told by the schema.
  if (!Array.isArray(fieldOf(data.value, 'parts'))) return [];
  return [{ kind: 'no-lessons', file, line: lineAt(data, ['parts']), details: {} }];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
