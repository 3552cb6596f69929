import { ELSEWHERE } from '../model/print-pages.ts';
import { readDictionary, writeDictionary } from './pdf-values.ts';
import type { PdfObject } from './read-pdf.ts';

/**
 * Makes links to targets in other pieces links inside the file, and returns the named destinations that some link uses: pieces
 * name all that might be needed.
 */
export function linkPieces(destinations: readonly string[], objects: Map<number, PdfObject>): string {
  const known = new Map(destinations.flatMap((body) => [...readDictionary(body)]));
  const used = new Set<string>();
  for (const { number, body, isStream } of objects.values()) {
    if (isStream || !body.startsWith('<</Type /Annot')) continue;
    const link = readDictionary(body);
    const target = link.get('Dest')?.slice(1) ?? targetElsewhere(link.get('A'));
    if (target === undefined) continue;
    used.add(target);
    if (!link.has('Dest')) objects.set(number, { number, body: linkTo(target, link, known), isStream });
  }
  return writeDictionary([...known].filter(([name]) => used.has(name)));
}

/** A link whose action is to go to a target; one that is nowhere, which no page of ours has, goes nowhere. */
function linkTo(target: string, link: ReadonlyMap<string, string>, known: ReadonlyMap<string, string>): string {
  const entries = new Map(link).set('A', `/${target}`);
  if (!known.has(target)) entries.delete('A');
  return writeDictionary([...entries].map(([key, value]) => [key === 'A' ? 'Dest' : key, value]));
}

/** The id that a link of one piece names in another. */
function targetElsewhere(action: string | undefined): string | undefined {
  const address = /^\(([^\\]*)\)$/u.exec(readDictionary(action ?? '').get('URI') ?? '')?.[1];
  return address?.startsWith(ELSEWHERE) ? address.slice(ELSEWHERE.length) : undefined;
}
