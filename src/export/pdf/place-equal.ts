import type { PdfObject } from './read-pdf.ts';

export interface EqualPlaces {
  /** Added to the number of an object that has no other place. */
  readonly numbers: number;
  /** Told the places of objects that were there before. */
  readonly places: Map<number, number>;
  /** Every font and picture so far, and their parts, by all that they say, with their places. */
  readonly known: Map<string, number>;
}

/** Subsets of fonts are named by their order in a file, so equal ones may have different names. */
const SUBSET = /\/[A-Z]{6}\+/gu;

/** Gives fonts and pictures, and what they consist of, the place of an equal one that was there before. */
export function placeEqual(objects: readonly PdfObject[], { numbers, places, known }: EqualPlaces): void {
  const byNumber = new Map(objects.map((object) => [object.number, object]));
  const settled = new Set<number>();
  const settle = (number: number): number => {
    const object = byNumber.get(number);
    if (object && !settled.has(number)) {
      settled.add(number);
      const [dictionary, content] = splitStream(object);
      const inside = dictionary.replace(SUBSET, '/').replace(/(\d+) 0 R/gu, settleInside) + content;
      const place = known.get(inside);
      if (place === undefined) known.set(inside, number + numbers);
      else places.set(number, place);
    }
    return places.get(number) ?? number + numbers;
  };
  const settleInside = (_: string, number: string): string => `${settle(Number(number))} 0 R`;
  for (const { number, body } of objects) if (isFont(body) || isPicture(body)) settle(number);
}

/** A font or the description of one. */
export function isFont(body: string): boolean {
  return body.startsWith('<</Type /Font');
}

function isPicture(body: string): boolean {
  return body.startsWith('<</Type /XObject') && body.slice(0, 200).includes('/Subtype /Image');
}

/** An object's dictionary, and its content where it is a stream. */
export function splitStream({ body, isStream }: PdfObject): readonly [string, string] {
  const at = isStream ? body.search(/\bstream\r?\n/u) : body.length;
  return [body.slice(0, at), body.slice(at)];
}
