import type { Once } from '../read-frame.ts';
import { type OutlineEntry, readOutline, writeOutline } from './join-outlines.ts';
import { linkPiece } from './link-pieces.ts';
import { readDictionary, referencesOf, writeDictionary, writeReferences } from './pdf-values.ts';
import { createPlacer, type Piece } from './place-pieces.ts';
import type { PdfObject, PdfObjects } from './read-pdf.ts';

/** The root of the tree of pages, above the pieces' own. */
const PAGES = 1;

export interface Merger {
  /**
   * Takes the next PDF, and returns those of its objects that are as they will be in the whole.
   * @throws LecternError BROWSER_FAILED for PDFs of another kind than Chromium's with tags
   */
  add(pdf: PdfObjects): readonly PdfObject[];
  /** What the whole has once: all its objects that `add` did not return. */
  end(): PdfObjects;
}

/**
 * Makes one PDF of several that are its sheets in order: with one tree of pages, one outline, one tree of structure, and links
 * and named destinations that hold in the whole of it. The same PDFs make the same one.
 */
export function createMerger(): Merger {
  const placer = createPlacer(PAGES);
  const pieces: Omit<Piece, 'objects'>[] = [];
  const outline: OutlineEntry[] = [];
  const targets = new Set<string>();
  let sheets = 0;
  return {
    add(pdf) {
      const { objects, ...piece } = placer.place(pdf);
      const byNumber = new Map(objects.map((object) => [object.number, object]));
      pieces.push(piece);
      outline.push(...readOutline(piece.once.get('outline') ?? '', byNumber));
      for (const target of linkPiece(byNumber)) targets.add(target);
      sheets += hangPages(piece.pages, byNumber);
      return [...byNumber.values()];
    },
    end() {
      const { homes } = placer;
      const bodies = joinOnce(pieces, homes.has('sheets'));
      bodies.set('destinations', joinDestinations(bodiesOf(pieces, 'destinations'), targets));
      bodies.set('structure', joinEntries(pieces, 'structure', ['ParentTreeNextKey', String(placer.nextKey())]));
      const once = [...homes].flatMap(([name, number]) => plain(number, bodies.get(name)));
      const tree = writeOutline(outline, homes.get('outline'));
      const pages = plain(PAGES, writePages(pieces, sheets));
      return { objects: [...once, ...tree, ...pages], root: homes.get('catalog') ?? 0, info: homes.get('info') ?? 0 };
    },
  };
}

type Single = Pick<Piece, 'once' | 'firstKey'>;

function plain(number: number, body: string | undefined): readonly PdfObject[] {
  return body === undefined ? [] : [{ number, body, isStream: false }];
}

function bodiesOf(pieces: readonly Single[], name: Once): readonly string[] {
  return pieces.flatMap((piece) => piece.once.get(name) ?? []);
}

/** Puts a piece's tree of pages, which stays as it is, below the root. Returns how many pages it has. */
function hangPages(root: number, objects: Map<number, PdfObject>): number {
  const entries = readDictionary(objects.get(root)?.body ?? '');
  entries.set('Parent', `${PAGES} 0 R`);
  objects.set(root, { number: root, body: writeDictionary(entries), isStream: false });
  return Number(entries.get('Count'));
}

function writePages(pieces: readonly Pick<Piece, 'pages'>[], sheets: number): string {
  return writeDictionary([
    ['Type', '/Pages'],
    ['Count', String(sheets)],
    ['Kids', writeReferences(pieces.map((piece) => piece.pages))],
  ]);
}

function joinOnce(pieces: readonly Single[], hasSheets: boolean): Map<Once, string> {
  const bodies = new Map<Once, string>([
    ['info', bodiesOf(pieces, 'info')[0] ?? ''],
    ['document', bodiesOf(pieces, 'document')[0] ?? ''],
    ['tags', joinKids(pieces, 'tags', 'Kids')],
    ['parents', joinParents(pieces)],
    ['catalog', joinEntries(pieces, 'catalog', ['Pages', `${PAGES} 0 R`])],
  ]);
  const holder = hasSheets ? 'sheets' : 'document';
  return bodies.set(holder, joinKids(pieces, holder, 'K'));
}

function joinKids(pieces: readonly Single[], name: Once, key: string): string {
  const all = bodiesOf(pieces, name).map(readDictionary);
  const kids = all.flatMap((entries) => referencesOf(entries.get(key)));
  return writeDictionary(new Map(all[0]).set(key, writeReferences(kids)));
}

/** Which element each key of structure stands for. */
function joinParents(pieces: readonly Single[]): string {
  const pairs = pieces.flatMap(({ once, firstKey }) => {
    const keys = readDictionary(once.get('parents') ?? '').get('Nums') ?? '';
    return Array.from(keys.matchAll(/(\d+) (\d+ 0 R)/gu), ([, key, value]) => `${Number(key) + firstKey} ${value}`);
  });
  return writeDictionary([
    ['Type', '/ParentTree'],
    ['Nums', `[${pairs.join(' ')}]`],
  ]);
}

/** What only a later piece says, a role or a name, is taken over from there. */
function joinEntries(pieces: readonly Single[], name: Once, own: readonly [string, string]): string {
  const entries = new Map([...bodiesOf(pieces, name)].reverse().flatMap((body) => [...readDictionary(body)]));
  return writeDictionary(entries.set(...own));
}

/** Pieces name all targets that might be needed; the whole names those that some link uses. */
function joinDestinations(destinations: readonly string[], targets: ReadonlySet<string>): string {
  const known = destinations.flatMap((body) => [...readDictionary(body)]);
  return writeDictionary(known.filter(([name]) => targets.has(name)));
}
