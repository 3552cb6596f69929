import { type Once, readFrame } from '../read-frame.ts';
import { moveObjects } from './move-objects.ts';
import { readDictionary } from './pdf-values.ts';
import { placeEqual } from './place-equal.ts';
import { type PdfObject, type PdfObjects, unknownKind } from './read-pdf.ts';

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

export interface Placer {
  /** The next PDF. @throws LecternError BROWSER_FAILED for one that is built otherwise than those before */
  place(pdf: PdfObjects): Piece;
  /** Numbers of what the whole has once. */
  readonly homes: ReadonlyMap<Once, number>;
  /** The first key of structure that nothing has. */
  nextKey(): number;
}

/**
 * Numbers the objects of several PDFs through, in their order, after `taken` numbers that are somebody else's; what a PDF has
 * once has one place, and so have equal fonts and pictures.
 */
export function createPlacer(taken: number): Placer {
  const homes = new Map<Once, number>();
  const known = new Map<string, number>();
  let [count, numbers, keys, tags] = [0, taken, 0, 0];
  const place = (pdf: PdfObjects): Piece => {
    const { objects } = pdf;
    const { pages, once } = readFrame(pdf);
    if (homes.has('sheets') && !once.has('sheets')) throw unknownKind();
    const named = [...once].filter(([name]) => name !== 'sheets' || count === 0 || homes.has('sheets'));
    for (const [name, number] of named) if (!homes.has(name)) homes.set(name, number + numbers);
    const places = new Map(named.map(([name, number]) => [number, homes.get(name) ?? number]));
    placeEqual(objects, { numbers, places, known });
    const moved = moveObjects(objects, { numbers, places, keys, tags, subset: lettersOf(count) });
    const bodies = new Map(moved.map(({ number, body }) => [number, body]));
    const piece = {
      objects: moved.filter((_, at) => !places.has(objects[at]?.number ?? 0)),
      pages: pages + numbers,
      once: new Map(named.map(([name, number]) => [name, bodies.get(places.get(number) ?? 0) ?? ''])),
      firstKey: keys,
    };
    keys += keysOf(objects, once.get('structure'));
    tags = lastTag(moved, tags);
    numbers += largest(objects.map(({ number }) => number));
    count += 1;
    return piece;
  };
  return { place, homes, nextKey: () => keys };
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
