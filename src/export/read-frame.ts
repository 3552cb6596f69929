import { readDictionary, referenceOf, referencesOf } from './pdf/pdf-values.ts';
import { type PdfObjects, unknownKind } from './pdf/read-pdf.ts';

/** What a PDF has once. `sheets` is the structure element that holds one a sheet: the only child of the document's. */
export type Once =
  | 'catalog'
  | 'info'
  | 'structure'
  | 'parents'
  | 'document'
  | 'sheets'
  | 'destinations'
  | 'outline'
  | 'tags';

export interface Frame {
  /** The root of the tree of pages. */
  readonly pages: number;
  /** Numbers of the objects; not every PDF has all. */
  readonly once: ReadonlyMap<Once, number>;
}

/** @throws LecternError BROWSER_FAILED for a PDF without tags */
export function readFrame({ objects, root, info }: PdfObjects): Frame {
  const bodies = new Map(objects.map(({ number, body }) => [number, body]));
  const follow = (from: number | undefined, key: string): number | undefined =>
    referenceOf(readDictionary(bodies.get(from ?? 0) ?? '').get(key));
  const pages = follow(root, 'Pages');
  const structure = follow(root, 'StructTreeRoot');
  const parents = follow(structure, 'ParentTree');
  const document = follow(structure, 'K');
  const only = follow(document, 'K');
  if (!(pages && structure && parents && document)) throw unknownKind();
  const numbers: readonly (readonly [Once, number | undefined])[] = [
    ['catalog', root],
    ['info', info],
    ['structure', structure],
    ['parents', parents],
    ['document', document],
    ['sheets', holdsOnlyElements(bodies.get(only ?? 0) ?? '') ? only : undefined],
    ['destinations', follow(root, 'Dests')],
    ['outline', follow(root, 'Outlines')],
    ['tags', follow(structure, 'IDTree')],
  ];
  const once = numbers.flatMap(([name, number]) => (number === undefined ? [] : [[name, number] as const]));
  return { pages, once: new Map(once) };
}

/** Elements with words or pictures of their own belong to a page. */
function holdsOnlyElements(body: string): boolean {
  const kids = readDictionary(body).get('K') ?? '';
  return referencesOf(kids).length > 0 && /^\[?(?:\s*\d+ 0 R)*\s*\]?$/u.test(kids);
}
