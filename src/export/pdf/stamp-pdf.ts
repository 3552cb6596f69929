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

/** Gives a PDF of Chromium our facts in place of its own, which hold the time of printing. Nothing else changes. */
export function stampPdf(pdf: PdfObjects, facts: PdfFacts): PdfObjects {
  const stamp = (object: PdfObject): PdfObject =>
    object.number === pdf.info ? { ...object, body: dictionary(facts, producerOf(object.body)) } : object;
  return { ...pdf, objects: pdf.objects.map(stamp) };
}

/** Counts the names of a PDF's tags from one: Chromium counts on from whatever the browser has shown before. */
export function nameTags(pdf: PdfObjects): PdfObjects {
  const rename = tagNames(pdf.objects);
  const name = (object: PdfObject): PdfObject =>
    !object.isStream && object.body.includes('(node') ? { ...object, body: rename(object.body) } : object;
  return { ...pdf, objects: pdf.objects.map(name) };
}

const TAG_NAME = /\(node(\d{8})\)/gu;

/** New names in the order of the old ones, which the tree that lists them is sorted by. */
function tagNames(objects: readonly PdfObject[]): (body: string) => string {
  const used = new Set<string>();
  for (const { body, isStream } of objects) {
    if (!isStream && body.includes('(node')) for (const [, digits = ''] of body.matchAll(TAG_NAME)) used.add(digits);
  }
  const places = new Map([...used].sort().map((digits, index) => [digits, String(index + 1).padStart(8, '0')]));
  return (body) => body.replace(TAG_NAME, (_, digits: string) => `(node${places.get(digits) ?? digits})`);
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
