import type { PdfObject } from './read-pdf.ts';

export interface FontPlaces {
  /** Added to the number of an object that has no other place. */
  readonly numbers: number;
  /** Told the places of parts that were there before. */
  readonly places: Map<number, number>;
  /** Every part of a font so far, by all that it says, with its place. */
  readonly fonts: Map<string, number>;
}

/** Subsets are named by their order in a file, so equal ones may have different names. */
const SUBSET = /\/[A-Z]{6}\+/gu;

/** Gives every part of a font, a dictionary or a stream, the place of an equal one that was there before. */
export function placeFonts(objects: readonly PdfObject[], { numbers, places, fonts }: FontPlaces): void {
  const byNumber = new Map(objects.map((object) => [object.number, object]));
  const settled = new Set<number>();
  const settle = (number: number): number => {
    const part = byNumber.get(number);
    if (part && !settled.has(number)) {
      settled.add(number);
      const inside = part.isStream ? part.body : part.body.replace(SUBSET, '/').replace(/(\d+) 0 R/gu, settleInside);
      const place = fonts.get(inside);
      if (place === undefined) fonts.set(inside, number + numbers);
      else places.set(number, place);
    }
    return places.get(number) ?? number + numbers;
  };
  const settleInside = (_: string, number: string): string => `${settle(Number(number))} 0 R`;
  for (const { number, body } of objects) if (isFont(body)) settle(number);
}

/** A font or the description of one. */
export function isFont(body: string): boolean {
  return body.startsWith('<</Type /Font');
}
