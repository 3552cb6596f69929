import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { OfficeTalk } from '../../model/office.ts';
import type { PdfFacts } from '../pdf/stamp-pdf.ts';
import type { Palette } from './colours.ts';
import { createGlowPictures, type Glow } from './glow-picture.ts';
import { type Logo, readLogo } from './logo.ts';
import { mendBackground, mendChart, mendTheme, mendTree } from './mend.ts';
import { escapeXml } from './text.ts';

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
export function finishPptx(bytes: Uint8Array, finish: Finish): Uint8Array {
  const { facts } = finish;
  const date = facts.date && facts.date > EPOCH ? facts.date : EPOCH;
  const made = unzipSync(bytes);
  const rename = chartNames(Object.keys(made));
  const logo = readLogo(finish.talk);
  const layouts = logo === undefined ? new Map<string, string>() : layoutNames(made);
  // First, and not packed: by this the file is known to be ours.
  const parts: Zippable = { 'docProps/app.xml': [strToU8(appXml(facts.creator)), { level: 0 }] };
  for (const name of Object.keys(made).sort()) {
    const part = made[name];
    if (part === undefined || name.endsWith('/') || name === 'docProps/app.xml') continue;
    const isReference = name.endsWith('.rels') || name === '[Content_Types].xml';
    const finished = isReference
      ? strToU8(rename(mend(name, strFromU8(part), finish)))
      : finishPart(name, part, finish, date);
    parts[rename(name)] = addLogo(finished, logo, layouts.get(name));
  }
  for (const [name, file] of logo?.files ?? []) parts[name] = file;
  // Packed as they are.
  for (const [name, picture] of picturesOf(finish)) parts[name] = [picture, { level: 0 }];
  return pack(parts);
}

/** Names of layouts, by the names of their parts and of what these refer to. */
function layoutNames(made: Readonly<Record<string, Uint8Array>>): ReadonlyMap<string, string> {
  const pairs = Object.entries(made).flatMap(([name, part]) => {
    const [, file = ''] = /^ppt\/slideLayouts\/(slideLayout\d+\.xml)$/u.exec(name) ?? [];
    const layout = file === '' ? undefined : /<p:cSld name="([^"]*)"/u.exec(strFromU8(part))?.[1];
    return layout === undefined
      ? []
      : [[name, layout] as const, [`ppt/slideLayouts/_rels/${file}.rels`, layout] as const];
  });
  return new Map(pairs);
}

function addLogo(part: Uint8Array, logo: Logo | undefined, layout: string | undefined): Uint8Array {
  if (logo === undefined || layout === undefined || !logo.isOn(layout)) return part;
  return strToU8(logo.addTo(strFromU8(part), layout));
}

function finishPart(name: string, part: Uint8Array, finish: Finish, date: Date): Uint8Array {
  if (name === 'docProps/core.xml') return strToU8(coreXml(finish.facts, date));
  if (name.endsWith('.xlsx')) return finishWorkbook(part, date);
  return name.endsWith('.xml') ? strToU8(mend(name, strFromU8(part), finish)) : part;
}

/** pptxgenjs numbers the charts of all files that a process makes: here those of this file are. */
function chartNames(names: readonly string[]): (text: string) => string {
  const numbers = names.flatMap((name) => /^ppt\/charts\/chart(\d+)\.xml$/u.exec(name)?.[1] ?? []);
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
  const pictureOf = createGlowPictures(talk.size);
  for (const glow of glows.values()) {
    const name = `ppt/${pictureName(glow)}`;
    if (!pictures.has(name)) pictures.set(name, pictureOf(glow));
  }
  return pictures;
}

function pictureName({ light, ground, x, y, width }: Glow): string {
  return `media/light-${light}-${ground}-${[x, y, width].map(Math.round).join('-')}.png`.toLowerCase();
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

/**
 * Paragraphs without bullets and without room between them: quotes have lines of their own. On dark ground the theme's dark colours
 * are those of grounds, its light ones those of text.
 */
function mendMaster(xml: string, { isDark }: Palette): string {
  const numbered = xml
    .replace('<a:t>null</a:t>', '<a:t>‹#›</a:t>')
    .replace(/<a:spcPct val="20000"\/>/gu, '<a:spcPct val="0"/>')
    .replace(
      /(<p:bodyStyle>\s*<a:lvl1pPr) marL="\d+" indent="-\d+"(.*?)<a:buFont [^>]*\/><a:buChar char="•"\/>/su,
      '$1 marL="0" indent="0"$2<a:buNone/>',
    );
  if (!isDark) return numbered;
  return numbered.replace('bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"', 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"');
}

/** The chart's figures, as a workbook without a clock. */
function finishWorkbook(bytes: Uint8Array, date: Date): Uint8Array {
  const time = stampOf(date);
  const parts = Object.entries(unzipSync(bytes)).flatMap(([name, part]) => {
    if (name.endsWith('/')) return [];
    const text = strFromU8(part).replace(/(<dcterms:\w+ [^>]*>)[^<]*/gu, `$1${time}`);
    return [[name, strToU8(text)] as const];
  });
  return pack(Object.fromEntries(parts.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** ZIP writes the hour of the place: its first one is the same everywhere. */
function pack(parts: Zippable): Uint8Array {
  return zipSync(parts, { level: 6, mtime: new Date(1980, 0, 1), os: 0 });
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
