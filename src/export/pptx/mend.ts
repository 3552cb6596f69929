import type { Palette } from './colours.ts';
import { readTags } from './tags.ts';
import { escapeXml } from './text.ts';

const DECORATIVE =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

/** The shapes of a slide or of a layout, with what their names say of them. */
export function mendTree(xml: string): string {
  const pieces = xml.split(/(?=<p:sp>|<p:graphicFrame>|<p:pic>|<\/p:spTree>)/u);
  const mended = pieces.map((piece) => mendShape(piece));
  let id = 0;
  // pptxgenjs gives some of them ids that others have: tables, and the slide's number.
  return joinGroups(mended).replace(/<p:cNvPr id="\d*"/gu, () => {
    id += 1;
    return `<p:cNvPr id="${id}"`;
  });
}

interface Piece {
  readonly xml: string;
  /** Of a group; empty for none. */
  readonly group: string;
  readonly alt: string;
  readonly name: string;
}

function mendShape(piece: string): Piece {
  const named = /<p:cNvPr id="\d+" name="([^"]*)"/u.exec(piece);
  const { name, tags } = readTags(named?.[1] ?? '');
  const xml = mendText(tags.size === 0 ? piece : mendTags(piece, name, tags), tags);
  const isShape = piece.startsWith('<p:sp>');
  return { xml, group: (isShape && tags.get('group')) || '', alt: tags.get('alt') ?? '', name };
}

function mendTags(piece: string, name: string, tags: ReadonlyMap<string, string>): string {
  const alt = tags.get('alt');
  const isGrouped = tags.has('group');
  // What a group says is not said by each of its shapes.
  const description = alt === undefined || isGrouped ? '' : ` descr="${alt}"`;
  const isDecorative = tags.has('decorative') || (isGrouped && alt !== undefined);
  const ph = tags.get('ph');
  return piece
    .replace(
      /(<p:cNvPr id="\d+" name=")[^"]*"([^>]*)>/u,
      (_, start: string, rest: string) => `${start}${name}"${description}${rest}>`,
    )
    .replace('</p:cNvPr>', `${isDecorative ? DECORATIVE : ''}</p:cNvPr>`)
    .replace(/<p:nvPr><\/p:nvPr>/u, ph === undefined ? '<p:nvPr/>' : `<p:nvPr>${placeholderOf(ph)}</p:nvPr>`)
    .replace(
      /<p:cNvSpPr( txBox="1")?\/>/u,
      ph === undefined ? '<p:cNvSpPr$1/>' : '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>',
    );
}

function placeholderOf(ph: string): string {
  return ph === 'title' ? '<p:ph type="title"/>' : `<p:ph type="${ph}" idx="1"/>`;
}

/** Paragraphs as the format has them, and theme fonts by the names that the theme has for each script. */
function mendText(piece: string, tags: ReadonlyMap<string, string>): string {
  const hang = tags.get('hang');
  const columns = tags.get('columns');
  let xml = piece
    // pptxgenjs repeats a paragraph's properties before each of its runs; only the first may stand there.
    .replace(/(<\/a:r>)<a:pPr\b[^>]*>.*?<\/a:pPr>/gsu, '$1')
    .replace(/<a:ea typeface="\+(m[jn])-lt"/gu, '<a:ea typeface="+$1-ea"')
    .replace(/<a:cs typeface="\+(m[jn])-lt"/gu, '<a:cs typeface="+$1-cs"');
  if (hang !== undefined) {
    xml = xml.replace(' indent="0" marL="0"', ` marL="${hang}" indent="-${hang}"`);
    xml = xml.replace(/ indent="0" marL="0"/gu, ` marL="${hang}" indent="0"`);
  }
  if (tags.has('linked')) xml = liftLink(xml);
  if (columns !== undefined) xml = xml.replace('<a:bodyPr ', `<a:bodyPr numCol="2" spcCol="${columns}" `);
  return xml;
}

/** The link of a text's runs as that of its box: programs break the lines of linked words as if they were one word. */
function liftLink(xml: string): string {
  const [, attributes = ''] = /<a:hlinkClick (r:id="rId\d+"[^>]*?)\/?>/u.exec(xml) ?? [];
  if (attributes === '') return xml;
  const plain = xml.replace(/<a:hlinkClick [^>]*?(?:\/>|>.*?<\/a:hlinkClick>)/gsu, '');
  return plain.replace(/(<p:cNvPr [^>]*>)/u, `$1<a:hlinkClick ${attributes}/>`);
}

/** Neighbours of one group as one. */
function joinGroups(pieces: readonly Piece[]): string {
  let xml = '';
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at];
    if (piece === undefined) break;
    let end = at + 1;
    while (piece.group !== '' && pieces[end]?.group === piece.group) end += 1;
    xml += piece.group === '' ? piece.xml : groupOf(pieces.slice(at, end));
    at = end;
  }
  return xml;
}

function groupOf(pieces: readonly Piece[]): string {
  const [first] = pieces;
  const alt = pieces.find((piece) => piece.alt !== '')?.alt;
  const boxes = pieces.map(({ xml }) => boxOf(xml));
  const [left, top] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - left;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) - top;
  const place = `<a:off x="${left}" y="${top}"/><a:ext cx="${width}" cy="${height}"/><a:chOff x="${left}" y="${top}"/><a:chExt cx="${width}" cy="${height}"/>`;
  const name = alt === undefined ? `name="${first?.name ?? ''}"` : `name="Index" descr="${alt}"`;
  const body = pieces.map(({ xml }) => xml).join('');
  const seen = alt === undefined ? `>${DECORATIVE}</p:cNvPr>` : '/>';
  return `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="" ${name}${seen}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>${place}</a:xfrm></p:grpSpPr>${body}</p:grpSp>`;
}

/** EMU. */
function boxOf(xml: string): { x: number; y: number; width: number; height: number } {
  const found = /<a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"\/>/u.exec(xml);
  const [x = 0, y = 0, width = 0, height = 0] = (found ?? []).slice(1).map(Number);
  return { x, y, width, height };
}

/** A slide, or what it refers to, with a picture for its ground. */
export function mendBackground(xml: string, picture: string): string {
  const id = 'rIdLight';
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
  const fill = `<a:blipFill dpi="0" rotWithShape="1"><a:blip r:embed="${id}"/><a:srcRect/><a:stretch><a:fillRect/></a:stretch></a:blipFill>`;
  return xml
    .replace(/<p:bg>.*?<\/p:bg>/su, `<p:bg><p:bgPr>${fill}<a:effectLst/></p:bgPr></p:bg>`)
    .replace('</Relationships>', `<Relationship Id="${id}" Type="${type}" Target="${picture}"/></Relationships>`);
}

/** Each bar is labelled by the number of its part, which its series begins with; no lessons have no label. */
export function mendChart(xml: string): string {
  return xml.replace(/<c:ser>.*?<\/c:ser>/gsu, (series) => {
    const part = /<c:v>(\d+)/u.exec(series)?.[1] ?? '';
    return series.replace(/<c:numFmt formatCode="[^"]*"/u, `<c:numFmt formatCode="&quot;${part}&quot;;;;"`);
  });
}

export function mendTheme(xml: string, title: string, { scheme }: Palette): string {
  const colours = [...scheme].map(([name, value]) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`).join('');
  const name = escapeXml(title);
  return xml
    .replace(/<a:clrScheme.*?<\/a:clrScheme>/su, `<a:clrScheme name="${name}">${colours}</a:clrScheme>`)
    .replace(/(<a:theme [^>]*name=")[^"]*/u, `$1${name}`)
    .replace(/<a:fontScheme name="[^"]*"/u, `<a:fontScheme name="${name}"`);
}
