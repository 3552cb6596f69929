import { ELSEWHERE } from '../../model/print-pages.ts';
import { readDictionary, writeDictionary } from './pdf-values.ts';
import type { PdfObject } from './read-pdf.ts';

/** Makes a piece's links to targets in other pieces links inside the file. Returns the names of all targets of its links. */
export function linkPiece(objects: Map<number, PdfObject>): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { number, body, isStream } of objects.values()) {
    if (isStream || !body.startsWith('<</Type /Annot')) continue;
    const link = readDictionary(body);
    const target = link.get('Dest')?.slice(1) ?? targetElsewhere(link.get('A'));
    if (target === undefined) continue;
    used.add(target);
    if (!link.has('Dest')) objects.set(number, { number, body: linkTo(target, link), isStream });
  }
  return used;
}

/** A link whose action is to go to a target. */
function linkTo(target: string, link: ReadonlyMap<string, string>): string {
  return writeDictionary([...link].map(([key, value]) => (key === 'A' ? ['Dest', `/${target}`] : [key, value])));
}

/** The id that a link of one piece names in another. */
function targetElsewhere(action: string | undefined): string | undefined {
  const address = /^\(([^\\]*)\)$/u.exec(readDictionary(action ?? '').get('URI') ?? '')?.[1];
  return address?.startsWith(ELSEWHERE) ? address.slice(ELSEWHERE.length) : undefined;
}
