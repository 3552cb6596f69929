import JSZip from 'jszip';
import type { OfficeTalk } from '../model/office.ts';
import { escapeXml } from './pptx-text.ts';
import type { PdfFacts } from './stamp-pdf.ts';

/** ZIP knows no earlier year. */
const EPOCH = new Date('1980-01-01T00:00:00Z');

/** The file as pptxgenjs made it, with the talk's theme, titles that are titles, our own properties, and no clock in it. */
export async function finishPptx(bytes: Uint8Array, talk: OfficeTalk, facts: PdfFacts): Promise<Uint8Array> {
  const made = await JSZip.loadAsync(bytes);
  const date = facts.date && facts.date > EPOCH ? facts.date : EPOCH;
  const zip = new JSZip();
  // First, and not compressed: by this the file is known to be ours.
  zip.file('docProps/app.xml', appXml(facts.creator), { date, compression: 'STORE', createFolders: false });
  for (const name of Object.keys(made.files).sort()) {
    const file = made.files[name];
    if (file === undefined || file.dir || name === 'docProps/app.xml') continue;
    const text = name === 'docProps/core.xml' ? coreXml(facts, date) : mend(name, await file.async('string'), talk);
    zip.file(name, text, { date, createFolders: false });
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS' });
}

function mend(name: string, xml: string, talk: OfficeTalk): string {
  if (name.startsWith('ppt/slides/slide')) {
    return xml.replace(/(name="[^"]*?)\u2029title(".*?<p:nvPr>)(<\/p:nvPr>)/gsu, '$1$2<p:ph type="title"/>$3');
  }
  if (name.startsWith('ppt/notesSlides/notesSlide')) {
    return xml.replace(/\u2028/gu, '</a:t></a:r></a:p><a:p><a:r><a:rPr lang="en-US"/><a:t>');
  }
  return name.startsWith('ppt/theme/theme') ? mendTheme(xml, talk) : xml;
}

function mendTheme(xml: string, { colours, style }: OfficeTalk): string {
  const colour = (name: string, value: string): string => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`;
  const accents = colours.tones.slice(0, 6).map(({ accent }, index) => colour(`accent${index + 1}`, accent));
  const scheme = [
    colour('dk1', colours.ink),
    colour('lt1', colours.paper),
    colour('dk2', colours.ink2),
    colour('lt2', colours.rule),
    ...accents,
    colour('hlink', colours.ink),
    colour('folHlink', colours.ink2),
  ].join('');
  return xml.replace(
    /<a:clrScheme.*?<\/a:clrScheme>/su,
    `<a:clrScheme name="${escapeXml(style.title)}">${scheme}</a:clrScheme>`,
  );
}

function appXml(generator: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${escapeXml(generator)}</Application></Properties>`;
}

function coreXml({ title, author, subject, creator }: PdfFacts, date: Date): string {
  const time = `${date.toISOString().slice(0, 19)}Z`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subject)}</dc:subject><dc:creator>${escapeXml(author)}</dc:creator><cp:lastModifiedBy>${escapeXml(creator)}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified></cp:coreProperties>`;
}
