import { moveObjects } from './move-objects.ts';
import { readDictionary } from './pdf-values.ts';
import { placeEqual } from './place-equal.ts';
import { type Once, readFrame } from './read-frame.ts';
import type { PdfObject, PdfObjects } from './read-pdf.ts';

/** One of several PDFs, its objects numbered as they will be in the whole. */
export interface Piece {
  /** What is this piece's alone. */
  readonly objects: readonly PdfObject[];
  /** The root of its tree of pages. */
  readonly pages: number;
  /** Bodies of what the whole has once, as this piece has them. */
  readonly once: ReadonlyMap<Once, string>;
  /** Where its keys of structure begin among those of all. */
  readonly firstKey: number;
}

export interface Placed {
  readonly pieces: readonly Piece[];
  /** Numbers of what the whole has once. */
  readonly homes: ReadonlyMap<Once, number>;
  /** The first key and the first number that nothing has. */
  readonly nextKey: number;
  readonly nextNumber: number;
}

/** Numbers the objects of all PDFs through, in their order; what a PDF has once has one place, and so have equal fonts and pictures. */
export function placePieces(pdfs: readonly PdfObjects[]): Placed {
  const frames = pdfs.map(readFrame);
  const isNested = frames.every(({ once }) => once.has('sheets'));
  const homes = new Map<Once, number>();
  const known = new Map<string, number>();
  const pieces: Piece[] = [];
  let [numbers, keys, tags] = [0, 0, 0];
  for (const [index, { objects }] of pdfs.entries()) {
    const { pages, once } = frames[index] ?? { pages: 0, once: new Map<Once, number>() };
    const named = [...once].filter(([name]) => isNested || name !== 'sheets');
    for (const [name, number] of named) if (!homes.has(name)) homes.set(name, number + numbers);
    const places = new Map(named.map(([name, number]) => [number, homes.get(name) ?? number]));
    placeEqual(objects, { numbers, places, known });
    const moved = moveObjects(objects, { numbers, places, keys, tags, subset: lettersOf(index) });
    const bodies = new Map(moved.map(({ number, body }) => [number, body]));
    pieces.push({
      objects: moved.filter((_, at) => !places.has(objects[at]?.number ?? 0)),
      pages: pages + numbers,
      once: new Map(named.map(([name, number]) => [name, bodies.get(places.get(number) ?? 0) ?? ''])),
      firstKey: keys,
    });
    keys += keysOf(objects, once.get('structure'));
    tags = lastTag(moved, tags);
    numbers += largest(objects.map(({ number }) => number));
  }
  return { pieces, homes, nextKey: keys, nextNumber: numbers + 1 };
}

/** How many keys a PDF's pages and links use to find their structure elements. */
function keysOf(objects: readonly PdfObject[], structure: number | undefined): number {
  const root = objects.find(({ number }) => number === structure);
  return Number(readDictionary(root?.body ?? '').get('ParentTreeNextKey') ?? 0);
}

/** The largest number in a tag's name. */
function lastTag(objects: readonly PdfObject[], before: number): number {
  const tagged = objects.filter(({ body, isStream }) => !isStream && body.includes('/ID (node'));
  const names = tagged.flatMap(({ body }) => [...body.matchAll(/\(node(\d{8})\)/gu)]);
  return largest([before, ...names.map(([, digits]) => Number(digits))]);
}

function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}

/** Two letters for a count of up to 26 × 26. */
function lettersOf(count: number): string {
  return [Math.floor(count / 26), count].map((digit) => String.fromCharCode(65 + (digit % 26))).join('');
}
