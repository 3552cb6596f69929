import { LecternError } from '../../errors.ts';

/** One object of a PDF as it stands between `obj` and `endobj`, Latin-1: a character a byte. */
export interface PdfObject {
  readonly number: number;
  readonly body: string;
  readonly isStream: boolean;
}

export interface PdfObjects {
  readonly objects: readonly PdfObject[];
  /** Number of the catalog, and of the information dictionary. */
  readonly root: number;
  readonly info: number;
}

/**
 * The objects of a PDF as Chromium writes it: one section, one plain cross-reference table.
 * @throws LecternError BROWSER_FAILED for a PDF of another kind
 */
export function readPdf(pdf: Uint8Array): PdfObjects {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/u.exec(text.slice(-64))?.[1] ?? Number.NaN);
  const trailer = text.slice(Math.max(text.lastIndexOf('trailer'), 0));
  const root = Number(/\/Root (\d+) 0 R/u.exec(trailer)?.[1]);
  const info = Number(/\/Info (\d+) 0 R/u.exec(trailer)?.[1]);
  if (!(text.startsWith('xref', table) && root > 0 && info > 0)) throw unknownKind();
  const offsets = readOffsets(text.slice(table));
  return { objects: offsets.map((offset, index) => readObject(text, offset, offsets[index + 1] ?? table)), root, info };
}

/** Offsets of the objects in use, in the order of the file. */
function readOffsets(table: string): readonly number[] {
  const entries = table.slice(0, table.indexOf('trailer')).matchAll(/^(\d{10}) \d{5} n/gmu);
  return [...entries].map((entry) => Number(entry[1])).sort((a, b) => a - b);
}

function readObject(text: string, start: number, end: number): PdfObject {
  const whole = text.slice(start, end);
  const number = Number(/^(\d+) 0 obj\s/u.exec(whole)?.[1]);
  const from = whole.indexOf('obj') + 3;
  const to = whole.lastIndexOf('endobj');
  if (!(number > 0) || to < from) throw unknownKind();
  const body = whole.slice(from, to).trim();
  return { number, body, isStream: body.endsWith('endstream') };
}

export function unknownKind(): LecternError {
  return new LecternError('BROWSER_FAILED', 'the browser printed a PDF of a kind that Lectern does not know', {
    hint: 'Name another browser with --browser <path>; `lectern doctor` shows which is found.',
  });
}
