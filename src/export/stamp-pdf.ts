import type { PdfObject, PdfObjects } from './read-pdf.ts';

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
 * Gives a PDF of Chromium our facts in place of its own, which hold the time of printing. Nothing else changes.
 */
export function stampPdf(pdf: PdfObjects, facts: PdfFacts): PdfObjects {
  const stamp = (object: PdfObject): PdfObject =>
    object.number === pdf.info ? { ...object, body: dictionary(facts, producerOf(object.body)) } : object;
  return { ...pdf, objects: pdf.objects.map(stamp) };
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
