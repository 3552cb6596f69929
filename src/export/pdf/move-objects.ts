import { isFont, splitStream } from './place-equal.ts';
import type { PdfObject } from './read-pdf.ts';

/** Where the objects of one PDF go in another. */
export interface Move {
  /** Added to numbers of objects, save those that have another place already. */
  readonly numbers: number;
  readonly places: ReadonlyMap<number, number>;
  /** Added to the keys by which pages and links find their structure elements. */
  readonly keys: number;
  /** Added to the numbers in the names of tags. */
  readonly tags: number;
  /** Ends the prefixes of font subsets, two letters, so that different subsets have different names. */
  readonly subset: string;
}

/** Strings, so that what looks like a reference inside one is passed over; references; keys. */
const MOVED = /\((?:[^\\()]|\\[\s\S])*\)|(\d+) 0 R\b|\/StructParents? (\d+)/gu;
const TAG_NAME = /^\(node(\d{8})\)$/u;
const SUBSET = /(?<=\/(?:BaseFont|FontName) \/[A-Z]{4})[A-Z]{2}(?=\+)/gu;

/** The objects with new numbers and references. The content of streams is left alone. */
export function moveObjects(objects: readonly PdfObject[], move: Move): readonly PdfObject[] {
  return objects.map((object) => ({
    ...object,
    number: move.places.get(object.number) ?? object.number + move.numbers,
    body: moveBody(object, move),
  }));
}

function moveBody(object: PdfObject, { numbers, places, keys, tags, subset }: Move): string {
  const [dictionary, content] = splitStream(object);
  const moved = dictionary.replace(MOVED, (found, reference?: string, key?: string) => {
    if (reference !== undefined) return `${places.get(Number(reference)) ?? Number(reference) + numbers} 0 R`;
    if (key !== undefined) return `${found.slice(0, -key.length)}${Number(key) + keys}`;
    const tag = TAG_NAME.exec(found)?.[1];
    return tag === undefined ? found : `(node${String(Number(tag) + tags).padStart(8, '0')})`;
  });
  // A text put together anew would be there twice.
  if (moved === dictionary) return object.body;
  return (isFont(dictionary) ? moved.replace(SUBSET, subset) : moved) + content;
}
