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

/** A stream of objects: their numbers, and its own body. */
interface Pack {
  readonly members: readonly number[];
  readonly body: Buffer;
}

export interface PdfFile {
  /** Takes objects that are as they will be in the file, save the information dictionary: packs them, and keeps their bytes alone. */
  add(objects: readonly PdfObject[]): void;
  /** Takes the last ones, and returns the file. */
  end(rest: PdfObjects): Uint8Array;
}

/** Writes objects as a file. */
export function writePdf(pdf: PdfObjects): Uint8Array {
  return createPdfFile().end(pdf);
}

/**
 * A compact PDF 1.5 that takes its objects bit by bit: whatever is no stream itself is packed into compressed streams, which
 * makes tagged PDFs half as large. The information dictionary stays plain, so that the file can be recognised.
 */
export function createPdfFile(): PdfFile {
  const plain: { readonly number: number; readonly body: Buffer }[] = [];
  const packs: Pack[] = [];
  let loose: PdfObject[] = [];
  const add = (objects: readonly PdfObject[]): void => {
    for (const object of objects) {
      if (object.isStream) plain.push({ number: object.number, body: Buffer.from(object.body, 'latin1') });
      else loose.push(object);
      if (loose.length === PACK) packs.push(packObjects(loose.splice(0)));
    }
  };
  return {
    add,
    end({ objects, root, info }) {
      add(objects.filter(({ number }) => number !== info));
      if (loose.length > 0) packs.push(packObjects(loose));
      loose = [];
      const facts = objects.filter(({ number }) => number === info);
      // At the beginning, where a file is looked at to see whose it is.
      const first = facts.map(({ number, body }) => ({ number, body: Buffer.from(body, 'latin1') }));
      return joinFile([...first, ...plain], packs, { root, info });
    },
  };
}

function joinFile(
  plain: readonly { readonly number: number; readonly body: Buffer }[],
  packs: readonly Pack[],
  { root, info }: { readonly root: number; readonly info: number },
): Uint8Array {
  const places = new Map<number, Place>();
  const parts: Buffer[] = [];
  let offset = 0;
  const append = (...added: readonly (string | Buffer)[]): void => {
    for (const part of added) {
      const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
      parts.push(bytes);
      offset += bytes.length;
    }
  };
  const appendObject = (number: number, body: string | Buffer): void => {
    places.set(number, { offset });
    append(`${number} 0 obj\n`, body, '\nendobj\n');
  };
  append('%PDF-1.5\n%\u00d3\u00eb\u00e9\u00e1\n');
  for (const { number, body } of plain) appendObject(number, body);
  const numbers = [...places.keys(), ...packs.flatMap(({ members }) => members)];
  let number = numbers.reduce((most, one) => Math.max(most, one), 0);
  for (const { members, body } of packs) {
    number += 1;
    for (const [index, member] of members.entries()) places.set(member, { stream: number, index });
    appendObject(number, body);
  }
  number += 1;
  places.set(number, { offset });
  const start = offset;
  append(
    `${number} 0 obj\n`,
    crossReferences(places, { number, root, info }),
    `\nendobj\nstartxref\n${start}\n%%EOF\n`,
  );
  return Buffer.concat(parts);
}

function packObjects(objects: readonly PdfObject[]): Pack {
  let offset = 0;
  const heads = objects.map(({ number, body }) => {
    const head = `${number} ${offset}`;
    offset += body.length + 1;
    return head;
  });
  const directory = `${heads.join(' ')}\n`;
  const content = directory + objects.map(({ body }) => `${body}\n`).join('');
  return {
    members: objects.map(({ number }) => number),
    body: compressed(`/Type /ObjStm /N ${objects.length} /First ${directory.length}`, Buffer.from(content, 'latin1')),
  };
}

function crossReferences(
  places: ReadonlyMap<number, Place>,
  { number, root, info }: { readonly number: number; readonly root: number; readonly info: number },
): Buffer {
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

function compressed(entries: string, content: Buffer): Buffer {
  const data = deflateSync(content, { level: content.length > LARGE ? 6 : 9 });
  const head = `<<${entries} /Filter /FlateDecode /Length ${data.length}>>\nstream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), data, Buffer.from('\nendstream', 'latin1')]);
}
