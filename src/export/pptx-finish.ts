import JSZip from 'jszip';
import type { OfficeTalk } from '../model/office.ts';
import { type Glow, glowPicture } from './glow-picture.ts';
import type { Palette } from './pptx-colours.ts';
import { mendBackground, mendChart, mendTheme, mendTree } from './pptx-mend.ts';
import { escapeXml } from './pptx-text.ts';
import type { PdfFacts } from './stamp-pdf.ts';

/** ZIP knows no earlier year. */
const EPOCH = new Date('1980-01-01T00:00:00Z');

export interface Finish {
  readonly talk: OfficeTalk;
  readonly palette: Palette;
  /** By the slide's number. */
  readonly glows: ReadonlyMap<number, Glow>;
  readonly facts: PdfFacts;
}

/** The file as pptxgenjs made it, with what it has no options for, our own properties, and no clock in it. */
export async function finishPptx(bytes: Uint8Array, finish: Finish): Promise<Uint8Array> {
  const { facts } = finish;
  const date = facts.date && facts.date > EPOCH ? facts.date : EPOCH;
  const made = await JSZip.loadAsync(bytes);
  const rename = chartNames(made);
  const zip = new JSZip();
  // First, and not compressed: by this the file is known to be ours.
  zip.file('docProps/app.xml', appXml(facts.creator), { date, compression: 'STORE', createFolders: false });
  for (const name of Object.keys(made.files).sort()) {
    const file = made.files[name];
    if (file === undefined || file.dir || name === 'docProps/app.xml') continue;
    const part = await finishPart(name, file, finish, date);
    const isReference = name.endsWith('.rels') || name === '[Content_Types].xml';
    const text = isReference && typeof part === 'string' ? rename(part) : part;
    zip.file(rename(name), text, { date, createFolders: false });
  }
  for (const [name, picture] of picturesOf(finish)) zip.file(name, picture, { date, createFolders: false });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS' });
}

/** pptxgenjs numbers the charts of all files that a process makes: here those of this file are. */
function chartNames({ files }: JSZip): (text: string) => string {
  const numbers = Object.keys(files).flatMap((name) => /^ppt\/charts\/chart(\d+)\.xml$/u.exec(name)?.[1] ?? []);
  const own = new Map(
    numbers.sort((a, b) => Number(a) - Number(b)).map((number, index) => [number, String(index + 1)]),
  );
  const pattern = /(charts\/(?:_rels\/)?chart|Microsoft_Excel_Worksheet)(\d+)(?=\.x)/gu;
  if (own.size === 0) return (text) => text;
  return (text) => text.replace(pattern, (_, start: string, number: string) => start + (own.get(number) ?? number));
}

/** One picture a light; slides of one part and one kind share theirs. */
function picturesOf({ glows, talk }: Finish): ReadonlyMap<string, Uint8Array> {
  const pictures = new Map<string, Uint8Array>();
  for (const glow of glows.values()) {
    const name = `ppt/${pictureName(glow)}`;
    if (!pictures.has(name)) pictures.set(name, glowPicture(glow, talk.size));
  }
  return pictures;
}

function pictureName({ light, ground, x, y, width }: Glow): string {
  return `media/light-${light}-${ground}-${[x, y, width].map(Math.round).join('-')}.png`.toLowerCase();
}

async function finishPart(
  name: string,
  file: JSZip.JSZipObject,
  finish: Finish,
  date: Date,
): Promise<string | Uint8Array> {
  if (name === 'docProps/core.xml') return coreXml(finish.facts, date);
  if (name.endsWith('.xlsx')) return finishWorkbook(await file.async('uint8array'), date);
  if (!/\.(?:xml|rels)$/u.test(name)) return file.async('uint8array');
  return mend(name, await file.async('string'), finish);
}

function mend(name: string, xml: string, { talk, palette, glows }: Finish): string {
  const slide = /^ppt\/slides\/(_rels\/)?slide(\d+)\.xml/u.exec(name);
  if (slide) {
    const glow = glows.get(Number(slide[2]));
    const own = slide[1] === undefined ? mendTree(xml) : xml;
    return glow === undefined ? own : mendBackground(own, `../${pictureName(glow)}`);
  }
  if (name.startsWith('ppt/slideLayouts/slideLayout')) return mendTree(xml);
  if (name.startsWith('ppt/slideMasters/slideMaster')) return mendMaster(xml, palette);
  if (name.startsWith('ppt/notesSlides/notesSlide')) {
    return xml.replace(/\u2028/gu, '</a:t></a:r></a:p><a:p><a:r><a:rPr lang="en-US"/><a:t>');
  }
  if (name.startsWith('ppt/charts/chart')) return mendChart(xml);
  return name.startsWith('ppt/theme/theme') ? mendTheme(xml, talk.style.title, palette) : xml;
}

/** On dark ground the theme's dark colours are those of grounds, its light ones those of text. */
function mendMaster(xml: string, { isDark }: Palette): string {
  const numbered = xml.replace('<a:t>null</a:t>', '<a:t>‹#›</a:t>');
  if (!isDark) return numbered;
  return numbered.replace('bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"', 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"');
}

/** The chart's figures, as a workbook without a clock. */
async function finishWorkbook(bytes: Uint8Array, date: Date): Promise<Uint8Array> {
  const made = await JSZip.loadAsync(bytes);
  const zip = new JSZip();
  for (const name of Object.keys(made.files).sort()) {
    const file = made.files[name];
    if (file === undefined || file.dir) continue;
    const text = await file.async('string');
    const time = stampOf(date);
    zip.file(name, text.replace(/(<dcterms:\w+ [^>]*>)[^<]*/gu, `$1${time}`), { date, createFolders: false });
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS' });
}

function stampOf(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

function appXml(generator: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${escapeXml(generator)}</Application></Properties>`;
}

function coreXml({ title, author, subject, creator }: PdfFacts, date: Date): string {
  const time = stampOf(date);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subject)}</dc:subject><dc:creator>${escapeXml(author)}</dc:creator><cp:lastModifiedBy>${escapeXml(creator)}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified></cp:coreProperties>`;
}
