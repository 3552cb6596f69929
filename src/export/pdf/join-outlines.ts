import { readDictionary, referenceOf, writeDictionary } from './pdf-values.ts';
import type { PdfObject } from './read-pdf.ts';

/** A heading in a PDF's outline. */
export interface OutlineEntry {
  readonly number: number;
  readonly level: number;
  readonly title: string;
  readonly target: string;
  readonly element: string | undefined;
}

interface Entry extends OutlineEntry {
  readonly entries: Entry[];
}

/** Takes the headings of a piece's outline, in the order of reading, out of its objects. */
export function readOutline(outline: string, objects: Map<number, PdfObject>): readonly OutlineEntry[] {
  const entries = readEntries(outline, 1, objects);
  for (const { number } of entries) objects.delete(number);
  return entries;
}

/**
 * One outline of the headings of all pieces: each under the last one of a higher level, wherever that stands, as the browser
 * would have it in one document.
 */
export function writeOutline(headings: readonly OutlineEntry[], root: number | undefined): readonly PdfObject[] {
  if (root === undefined) return [];
  const top: Entry = { number: root, level: 0, title: '', target: '', element: undefined, entries: [] };
  const open = [top];
  for (const heading of headings) {
    const entry = { ...heading, entries: [] };
    while (open.length > 1 && (open.at(-1)?.level ?? 0) >= entry.level) open.pop();
    open.at(-1)?.entries.push(entry);
    open.push(entry);
  }
  const objects: PdfObject[] = [];
  writeEntries(top, objects);
  return objects;
}

/** The entries below an outline or an entry. */
function readEntries(parent: string, depth: number, objects: ReadonlyMap<number, PdfObject>): readonly OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  let next = referenceOf(readDictionary(parent).get('First'));
  while (next !== undefined) {
    const body = objects.get(next)?.body ?? '';
    const read = readDictionary(body);
    const element = read.get('SE');
    entries.push({
      number: next,
      level: levelOf(objects.get(referenceOf(element) ?? 0)?.body) ?? depth,
      title: read.get('Title') ?? '()',
      target: read.get('Dest') ?? '',
      element,
    });
    entries.push(...readEntries(body, depth + 1, objects));
    next = referenceOf(read.get('Next'));
  }
  return entries;
}

/** The level of a heading among the structure elements. */
function levelOf(element: string | undefined): number | undefined {
  const level = /\/S \/H(\d)\b/u.exec(element ?? '')?.[1];
  return level === undefined ? undefined : Number(level);
}

/** Returns how many entries are below this one. */
function writeEntries(parent: Entry, objects: PdfObject[]): number {
  let count = parent.entries.length;
  for (const [index, entry] of parent.entries.entries()) {
    const below = writeEntries(entry, objects);
    put(entry.number, objects, [
      ['Title', entry.title],
      ['Dest', entry.target],
      ['Parent', `${parent.number} 0 R`],
      ['SE', entry.element],
      ['Prev', referenceTo(parent.entries[index - 1])],
      ['Next', referenceTo(parent.entries[index + 1])],
      ...familyOf(entry, below),
    ]);
    count += below;
  }
  if (parent.level === 0) put(parent.number, objects, [['Type', '/Outlines'], ...familyOf(parent, count)]);
  return count;
}

type Field = readonly [string, string | undefined];

function familyOf({ entries }: Entry, count: number): readonly Field[] {
  const family = entries.length > 0 ? String(count) : undefined;
  return [
    ['First', referenceTo(entries[0])],
    ['Last', referenceTo(entries.at(-1))],
    ['Count', family],
  ];
}

function referenceTo(entry: Entry | undefined): string | undefined {
  return entry && `${entry.number} 0 R`;
}

function put(number: number, objects: PdfObject[], fields: readonly Field[]): void {
  const filled = fields.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  objects.push({ number, body: writeDictionary(filled), isStream: false });
}
