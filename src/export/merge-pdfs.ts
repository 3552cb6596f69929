import { joinOutlines } from './join-outlines.ts';
import { linkPieces } from './link-pieces.ts';
import { readDictionary, referencesOf, writeDictionary, writeReferences } from './pdf-values.ts';
import { type Piece, type Placed, placePieces } from './place-pieces.ts';
import type { Once } from './read-frame.ts';
import type { PdfObject, PdfObjects } from './read-pdf.ts';

/**
 * One PDF of several that are its sheets in order: with one tree of pages, one outline, one tree of structure, and links and
 * named destinations that hold in the whole of it. The same PDFs make the same one.
 * @throws LecternError BROWSER_FAILED for PDFs of another kind than Chromium's with tags
 */
export function mergePdfs(pdfs: readonly PdfObjects[]): PdfObjects {
  const placed = placePieces(pdfs);
  const { pieces, homes } = placed;
  const objects = new Map(pieces.flatMap((piece) => piece.objects.map((object) => [object.number, object] as const)));
  const put = (number: number | undefined, body: string): void => {
    if (number !== undefined) objects.set(number, { number, body, isStream: false });
  };
  joinPages(placed, objects);
  const holder = homes.has('sheets') ? 'sheets' : 'document';
  put(homes.get('info'), bodiesOf(pieces, 'info')[0] ?? '');
  put(homes.get('document'), bodiesOf(pieces, 'document')[0] ?? '');
  put(homes.get(holder), joinKids(pieces, holder, 'K'));
  put(homes.get('tags'), joinKids(pieces, 'tags', 'Kids'));
  put(homes.get('parents'), joinParents(pieces));
  put(homes.get('destinations'), linkPieces(bodiesOf(pieces, 'destinations'), objects));
  put(homes.get('structure'), joinStructure(placed));
  put(homes.get('catalog'), joinCatalog(placed));
  joinOutlines(bodiesOf(pieces, 'outline'), homes.get('outline'), objects);
  return { objects: [...objects.values()], root: homes.get('catalog') ?? 0, info: homes.get('info') ?? 0 };
}

function bodiesOf(pieces: readonly Piece[], name: Once): readonly string[] {
  return pieces.flatMap((piece) => piece.once.get(name) ?? []);
}

/** The pieces' own trees stay as they are, below a new root. */
function joinPages({ pieces, nextNumber }: Placed, objects: Map<number, PdfObject>): void {
  let count = 0;
  for (const { pages } of pieces) {
    const entries = readDictionary(objects.get(pages)?.body ?? '');
    count += Number(entries.get('Count'));
    entries.set('Parent', `${nextNumber} 0 R`);
    objects.set(pages, { number: pages, body: writeDictionary(entries), isStream: false });
  }
  const body = writeDictionary([
    ['Type', '/Pages'],
    ['Count', String(count)],
    ['Kids', writeReferences(pieces.map((piece) => piece.pages))],
  ]);
  objects.set(nextNumber, { number: nextNumber, body, isStream: false });
}

function joinKids(pieces: readonly Piece[], name: Once, key: string): string {
  const all = bodiesOf(pieces, name).map(readDictionary);
  const kids = all.flatMap((entries) => referencesOf(entries.get(key)));
  return writeDictionary(new Map(all[0]).set(key, writeReferences(kids)));
}

/** Which element each key of structure stands for. */
function joinParents(pieces: readonly Piece[]): string {
  const pairs = pieces.flatMap(({ once, firstKey }) => {
    const keys = readDictionary(once.get('parents') ?? '').get('Nums') ?? '';
    return Array.from(keys.matchAll(/(\d+) (\d+ 0 R)/gu), ([, key, value]) => `${Number(key) + firstKey} ${value}`);
  });
  return writeDictionary([
    ['Type', '/ParentTree'],
    ['Nums', `[${pairs.join(' ')}]`],
  ]);
}

/** A role or a name that only a later piece has is taken over from there. */
function joinStructure({ pieces, nextKey }: Placed): string {
  const entries = new Map([...bodiesOf(pieces, 'structure')].reverse().flatMap((body) => [...readDictionary(body)]));
  return writeDictionary(entries.set('ParentTreeNextKey', String(nextKey)));
}

function joinCatalog({ pieces, nextNumber }: Placed): string {
  const entries = new Map([...bodiesOf(pieces, 'catalog')].reverse().flatMap((body) => [...readDictionary(body)]));
  return writeDictionary(entries.set('Pages', `${nextNumber} 0 R`));
}
