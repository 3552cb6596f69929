import { LecternError } from '../errors.ts';

/** What a PDF says of itself. */
export interface PdfFacts {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** The program and its version; marks the file as ours. */
  readonly creator: string;
  /** Left out of the file where there is none, since a clock would make each run's bytes different. */
  readonly date?: Date;
}

/**
 * Gives a PDF of Chromium our facts in place of its own, which hold the time of printing. The information dictionary is
 * replaced and the offsets behind it are moved in the cross-reference table; nothing else changes.
 */
export function stampPdf(pdf: Uint8Array, facts: PdfFacts): Uint8Array {
  // Latin-1 keeps every byte as one character.
  const text = Buffer.from(pdf).toString('latin1');
  const info = /\/Info (\d+) 0 R/u.exec(text)?.[1] ?? '';
  const start = text.indexOf(`\n${info} 0 obj`) + 1;
  const end = text.indexOf('endobj', start);
  const table = text.lastIndexOf('\nxref\n') + 1;
  if (info === '' || start === 0 || end < 0 || table === 0) {
    throw new LecternError('BROWSER_FAILED', 'the browser printed a PDF of a kind that Lectern does not know', {
      hint: 'Name another browser with --browser <path>; `lectern doctor` shows which are found.',
    });
  }
  const object = `${info} 0 obj\n${dictionary(facts, producerOf(text.slice(start, end)))}\n`;
  const moved = object.length - (end - start);
  const body = text.slice(0, start) + object + text.slice(end, table);
  return Buffer.from(body + moveOffsets(text.slice(table), { after: start, by: moved }), 'latin1');
}

function dictionary(facts: PdfFacts, producer: string): string {
  const entries = [
    ['Title', textString(facts.title)],
    ['Author', textString(facts.author)],
    ['Subject', textString(facts.subject)],
    ['Creator', `(${facts.creator})`],
    ['Producer', `(${facts.creator.split(' ')[0] ?? ''} with ${producer})`],
  ];
  const dates = facts.date ? `/CreationDate (${pdfDate(facts.date)})\n/ModDate (${pdfDate(facts.date)})\n` : '';
  const filled = entries.filter(([, value]) => value !== '()' && value !== '<FEFF>');
  return `<<${filled.map(([name, value]) => `/${name} ${value}`).join('\n')}\n${dates}>>`;
}

/** Skia's name and version, which only a change of the browser changes. */
function producerOf(object: string): string {
  return (/\/Producer \(([^)\\]*)\)/u.exec(object)?.[1] ?? 'Chromium').trim();
}

/** UTF-16 in hexadecimal: every title, in any script, without escapes. */
function textString(text: string): string {
  const hex = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0'));
  return `<FEFF${hex.join('').toUpperCase()}>`;
}

function pdfDate(date: Date): string {
  return `D:${date.toISOString().slice(0, 19).replace(/[-T:]/gu, '')}+00'00'`;
}

/** Cross-reference entries are ten digits, a space, five digits and `n` or `f`. */
function moveOffsets(table: string, move: { readonly after: number; readonly by: number }): string {
  const shifted = (offset: number): number => (offset > move.after ? offset + move.by : offset);
  return table
    .replace(/^(\d{10}) (\d{5}) n/gmu, (_, offset: string, generation: string) => {
      return `${String(shifted(Number(offset))).padStart(10, '0')} ${generation} n`;
    })
    .replace(/startxref\n(\d+)/u, (_, offset: string) => `startxref\n${shifted(Number(offset))}`);
}
