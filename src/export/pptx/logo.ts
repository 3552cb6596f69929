import { LecternError } from '../../errors.ts';
import type { OfficeTalk } from '../../model/office.ts';
import type { LayoutKind } from '../../model/office-layout.ts';
import { type Canvas, emu } from './canvas.ts';
import { layoutTitle } from './layout-names.ts';
import { readSimpleSvg } from './simple-svg.ts';

/** What a brand's logo takes at most. px, as on pages. */
const ROOM = { width: 180, height: 32 } as const;
/** A point that cannot be seen, for programs that show no SVG. */
const NOTHING = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=';
const IMAGE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
/** The layouts that show it, as pages do; never those of lessons. */
const KINDS = ['title', 'closing'] as const;

/** A brand's logo as a picture on layouts. */
export interface Logo {
  /** Its files, by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The layout, or what it refers to, with the logo; as it is where it has none. */
  readonly addTo: (xml: string, layout: string) => string;
  readonly isOn: (layout: string) => boolean;
}

/** A logo of flat areas as shapes of the layout: older programs, and LibreOffice, show no SVG. */
export function layLogo(canvas: Canvas, kind: LayoutKind): void {
  const [, data = ''] = /^data:image\/svg\+xml;base64,(.*)$/su.exec(canvas.talk.style.logo ?? '') ?? [];
  const svg = readSimpleSvg(Buffer.from(data, 'base64').toString('utf8'));
  if (svg === undefined || (kind !== 'title' && kind !== 'closing')) return;
  const place = placeOf(canvas.talk, kind, svg.width / svg.height);
  const group = canvas.group();
  for (const { path, fill } of svg.areas) {
    canvas.shape(path, place, { name: 'Logo', fill, scale: place.width / svg.width, group, alt: 'Logo' });
  }
}

/**
 * The logo that a brand names, where it is a picture; undefined for a style without one, and for one that is drawn.
 * @throws LecternError CONFIG_INVALID for one that office programs cannot show
 */
export function readLogo(talk: OfficeTalk): Logo | undefined {
  const { logo } = talk.style;
  const [, type = '', data = ''] = /^data:image\/([\w+]+);base64,(.*)$/su.exec(logo ?? '') ?? [];
  if (type === '') return undefined;
  if (type !== 'svg+xml' && type !== 'png') {
    const hint = 'Give the brand an SVG or a PNG file.';
    throw new LecternError('CONFIG_INVALID', `--to pptx: PowerPoint cannot show the brand's logo (${type})`, { hint });
  }
  const bytes = Buffer.from(data, 'base64');
  const isSvg = type === 'svg+xml';
  if (isSvg && readSimpleSvg(bytes.toString('utf8')) !== undefined) return undefined;
  const shape = isSvg ? svgShape(bytes.toString('utf8')) : bytes.readUInt32BE(16) / bytes.readUInt32BE(20);
  const picture: readonly [string, Uint8Array] = [isSvg ? 'logo.svg' : 'logo.png', bytes];
  const fallback: readonly (readonly [string, Uint8Array])[] = isSvg
    ? [['logo.png', Buffer.from(NOTHING, 'base64')]]
    : [];
  const places = new Map(KINDS.map((kind) => [layoutTitle(talk, kind), placeOf(talk, kind, shape)] as const));
  return {
    files: new Map([picture, ...fallback].map(([name, file]) => [`ppt/media/${name}`, file] as const)),
    isOn: (layout) => places.has(layout),
    addTo: (xml, layout) => {
      const place = places.get(layout);
      return place === undefined ? xml : addLogo(xml, place, isSvg);
    },
  };
}

interface LogoBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function placeOf({ layout }: OfficeTalk, kind: (typeof KINDS)[number], shape: number): LogoBox {
  const { x, y, align } = (kind === 'closing' && layout.logo.closing) || layout.logo;
  const width = Math.min(ROOM.width, ROOM.height * shape);
  const height = width / shape;
  return { x: align === 'right' ? x + ROOM.width - width : x, y: y + (ROOM.height - height) / 2, width, height };
}

/** Width by height, as the picture says it of itself. */
function svgShape(svg: string): number {
  const [, width, height] = /viewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/u.exec(svg) ?? [];
  const side = (name: string): number =>
    Number(new RegExp(`<svg[^>]*\\s${name}\\s*=\\s*["']([\\d.]+)`, 'u').exec(svg)?.[1]);
  const shape = Number(width ?? side('width')) / Number(height ?? side('height'));
  return Number.isFinite(shape) && shape > 0 ? shape : ROOM.width / ROOM.height;
}

function addLogo(xml: string, { x, y, width, height }: LogoBox, isSvg: boolean): string {
  const svg =
    '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="rIdLogoSvg"/></a:ext></a:extLst>';
  const blip = `<a:blip r:embed="rIdLogo">${isSvg ? svg : ''}</a:blip>`;
  const place = `<a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/>`;
  const picture = `<p:pic><p:nvPicPr><p:cNvPr id="100000" name="Logo" descr="Logo"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill>${blip}<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>${place}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
  const link = (id: string, file: string): string =>
    `<Relationship Id="${id}" Type="${IMAGE}" Target="../media/${file}"/>`;
  const links = link('rIdLogo', 'logo.png') + (isSvg ? link('rIdLogoSvg', 'logo.svg') : '');
  return xml.replace('</p:spTree>', `${picture}</p:spTree>`).replace('</Relationships>', `${links}</Relationships>`);
}
