import { deflateSync } from 'node:zlib';
import type { PdfObject, PdfObjects } from './read-pdf.ts';

/** Objects packed into one stream; readers unpack a whole stream for one object of it. */
const PACK = 200;
/** Bytes of an entry in the cross-reference stream: its type, an offset or a stream's number, a place in that stream. */
const ENTRY = [1, 4, 2] as const;

/** A larger table, bytes, is compressed with less effort: with the most it takes fifteen times as long, and no byte less. */
const LARGE = 100_000;

/** Where an object stands: at an offset of the file, or packed in a stream. */
type Place = { readonly offset: number } | { readonly stream: number; readonly index: number };

/**
 * Writes objects as a compact PDF 1.5: whatever is no stream itself is packed into compressed streams, which makes tagged
 * PDFs half as large. The information dictionary stays plain, so that the file can be recognised.
 */
export function writePdf({ objects, root, info }: PdfObjects): Uint8Array {
  const plain = objects.filter((object) => object.isStream || object.number === info);
  const packed = objects.filter((object) => !object.isStream && object.number !== info);
  const first = objects.reduce((most, { number }) => Math.max(most, number), 0) + 1;
  const packs = Array.from({ length: Math.ceil(packed.length / PACK) }, (_, index) => ({
    number: first + index,
    members: packed.slice(index * PACK, (index + 1) * PACK),
  }));
  const places = new Map<number, Place>();
  const texts: string[] = [];
  let offset = 0;
  const append = (...added: readonly string[]): void => {
    for (const text of added) {
      texts.push(text);
      offset += text.length;
    }
  };
  const appendObject = (number: number, body: string): void => {
    places.set(number, { offset });
    append(`${number} 0 obj\n`, body, '\nendobj\n');
  };
  append('%PDF-1.5\n%\u00d3\u00eb\u00e9\u00e1\n');
  for (const { number, body } of plain) appendObject(number, body);
  for (const { number, members } of packs) {
    for (const [index, member] of members.entries()) places.set(member.number, { stream: number, index });
    appendObject(number, packObjects(members));
  }
  const table = { number: first + packs.length, root, info };
  places.set(table.number, { offset });
  const start = offset;
  append(`${table.number} 0 obj\n${crossReferences(places, table)}\nendobj\nstartxref\n${start}\n%%EOF\n`);
  return joinTexts(texts, offset);
}

/** The bytes of Latin-1 texts, which are never there as bytes one by one: a long PDF is large. */
function joinTexts(texts: readonly string[], length: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(length);
  let offset = 0;
  for (const text of texts) offset += bytes.write(text, offset, 'latin1');
  return bytes;
}

function packObjects(members: readonly PdfObject[]): string {
  let offset = 0;
  const heads = members.map(({ number, body }) => {
    const head = `${number} ${offset}`;
    offset += body.length + 1;
    return head;
  });
  const directory = `${heads.join(' ')}\n`;
  const content = directory + members.map((member) => `${member.body}\n`).join('');
  return compressed(`/Type /ObjStm /N ${members.length} /First ${directory.length}`, Buffer.from(content, 'latin1'));
}

function crossReferences(
  places: ReadonlyMap<number, Place>,
  { number, root, info }: { readonly number: number; readonly root: number; readonly info: number },
): string {
  const size = number + 1;
  const width = ENTRY[0] + ENTRY[1] + ENTRY[2];
  const table = Buffer.alloc(size * width);
  for (const [object, place] of places) {
    const at = object * width;
    table.writeUInt8('offset' in place ? 1 : 2, at);
    table.writeUInt32BE('offset' in place ? place.offset : place.stream, at + ENTRY[0]);
    table.writeUInt16BE('offset' in place ? 0 : place.index, at + ENTRY[0] + ENTRY[1]);
  }
  return compressed(`/Type /XRef /Size ${size} /W [${ENTRY.join(' ')}] /Root ${root} 0 R /Info ${info} 0 R`, table);
}

function compressed(entries: string, content: Buffer): string {
  const data = deflateSync(content, { level: content.length > LARGE ? 6 : 9 });
  return `<<${entries} /Filter /FlateDecode /Length ${data.length}>>\nstream\n${data.toString('latin1')}\nendstream`;
}
