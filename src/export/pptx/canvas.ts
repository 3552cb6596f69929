import type PptxGenJS from 'pptxgenjs';
import type { OfficeTalk } from '../../model/office.ts';
import type { ColourName, SlideLayout } from '../../model/office-layout.ts';
import type { FontRole } from '../../model/style.ts';
import type { Palette } from './colours.ts';
import { type DrawnPath, type PathPlace, readPath } from './path.ts';
import { type Tags, tagName } from './tags.ts';
import { clean } from './text.ts';

/** px. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A slide by its number, or an address. */
export type Link = { readonly slide: number } | { readonly url: string };

export interface Run {
  readonly text: string;
  readonly color?: ColourName;
  /** Part of the colour; without it the slide's. */
  readonly tone?: number;
  readonly bold?: boolean;
  readonly underline?: ColourName;
  /** A colour laid under it. */
  readonly chip?: ColourName;
  readonly raised?: boolean;
  readonly link?: Link | undefined;
}

export interface Words extends Tags {
  readonly name: string;
  readonly runs: string | readonly Run[];
  readonly font: FontRole;
  /** px. */
  readonly size: number;
  readonly color: ColourName;
  readonly tone?: number;
  /** Under the whole box. */
  readonly fill?: ColourName;
  readonly round?: boolean;
  /** Multiple of the size. */
  readonly leading?: number;
  /** em. */
  readonly tracking?: number;
  readonly bold?: boolean | undefined;
  readonly align?: 'left' | 'center' | 'right';
  readonly valign?: 'top' | 'middle' | 'bottom';
  readonly isRtl?: boolean;
  readonly language?: string;
  /** Degrees, clockwise. */
  readonly rotate?: number;
  /** In one line, whatever its box. */
  readonly unwrapped?: boolean;
  readonly link?: Link | undefined;
}

export interface ShapeLook extends Tags, PathPlace {
  readonly name: string;
  readonly fill: ColourName;
  readonly tone?: number;
  readonly link?: Link | undefined;
}

/** What a slide, or a layout of slides, is drawn on. */
export interface Canvas {
  readonly talk: OfficeTalk;
  readonly layout: SlideLayout;
  readonly palette: Palette;
  /** Part, 1–8; 0 for none. */
  readonly tone: number;
  readonly linkTo: (anchor: string) => Link | undefined;
  /** A number for one more group. */
  readonly group: () => number;
  readonly words: (place: Place, words: Words) => void;
  readonly shape: (path: string, at: { readonly x: number; readonly y: number }, look: ShapeLook) => void;
  readonly table: (rows: PptxGenJS.TableRow[], options: PptxGenJS.TableProps) => void;
  readonly page: PptxGenJS.Slide | undefined;
}

export interface CanvasOptions extends Pick<Canvas, 'talk' | 'layout' | 'palette' | 'tone' | 'page'> {
  readonly numbers: ReadonlyMap<string, number>;
  /** Takes what is drawn. */
  readonly add: (text: string | PptxGenJS.TextProps[], options: PptxGenJS.TextPropsOptions) => void;
}

export const inches = (px: number): number => px / 96;
export const points = (px: number): number => Math.round(px * 75) / 100;
export const emu = (px: number): number => Math.round(px * 9525);

/** Paths that were read: slides of one part share theirs. */
const read = new WeakMap<Palette, Map<string, DrawnPath | undefined>>();

function readPathOnce(palette: Palette, path: string, place: PathPlace): DrawnPath | undefined {
  const known = read.get(palette) ?? new Map<string, DrawnPath | undefined>();
  read.set(palette, known);
  const key = `${place.scale} ${place.mirror} ${path}`;
  const drawn = known.has(key) ? known.get(key) : readPath(path, place);
  known.set(key, drawn);
  return drawn;
}

export function createCanvas({ numbers, add, ...given }: CanvasOptions): Canvas {
  const { layout, palette, tone } = given;
  let groups = 0;
  const paint = (name: ColourName, own = tone): PptxGenJS.Fill => palette.paint(name, own, layout.ground);
  return {
    ...given,
    linkTo: (anchor) => {
      const slide = numbers.get(anchor);
      return slide === undefined ? undefined : { slide };
    },
    group: () => {
      groups += 1;
      return groups;
    },
    words: (place, words) => {
      const fill = words.fill === undefined ? {} : { fill: paint(words.fill, words.tone) };
      add(runsOf(words, given, paint), { ...boxOf(place), ...optionsOf(words), ...fill });
    },
    shape: (path, at, look) => {
      const drawn = readPathOnce(palette, path, look);
      if (drawn === undefined) return;
      const { x, y, width, height, points: corners } = drawn;
      add('', {
        ...boxOf({ x: at.x + x, y: at.y + y, width, height }),
        shape: 'custGeom' as const,
        points: corners,
        fill: paint(look.fill, look.tone),
        objectName: tagName(look.name, tagsOf(look)),
        ...(look.link ? { hyperlink: { ...look.link } } : {}),
      });
    },
    table: (rows, options) => {
      given.page?.addTable(rows, options);
    },
  };
}

export function boxOf({ x, y, width, height }: Place): { x: number; y: number; w: number; h: number } {
  return { x: inches(x), y: inches(y), w: inches(width), h: inches(height) };
}

function tagsOf({ ph, alt, decorative, hang, columns, linked, group }: Tags): Tags {
  return { ph, alt, decorative, hang, columns, linked, group };
}

function optionsOf(words: Words): PptxGenJS.TextPropsOptions {
  const { name, size, leading, align = 'left', valign = 'top', rotate } = words;
  return {
    objectName: tagName(name, { ...tagsOf(words), linked: words.link !== undefined }),
    margin: 0,
    align,
    valign,
    ...(words.round ? { shape: 'ellipse' as const } : { isTextBox: true }),
    ...(words.unwrapped ? { wrap: false } : {}),
    ...(leading === undefined ? {} : { lineSpacing: points(size * leading) }),
    ...(rotate === undefined ? {} : { rotate }),
  };
}

type PaintOf = (name: ColourName, tone?: number) => PptxGenJS.Fill;

function runsOf(words: Words, { talk }: Pick<Canvas, 'talk'>, paint: PaintOf): PptxGenJS.TextProps[] {
  const runs: readonly Run[] = typeof words.runs === 'string' ? [{ text: words.runs }] : words.runs;
  const shared = sharedOptions(words, talk, paint);
  return runs
    .filter((run) => run.text !== '')
    .map((run) => ({ text: clean(run.text), options: { ...shared, ...runOptions(run, words, paint) } }));
}

/** What all runs of a text have in common. */
function sharedOptions(words: Words, talk: OfficeTalk, paint: PaintOf): PptxGenJS.TextPropsOptions {
  const font = talk.fonts[words.font];
  return {
    fontFace: themeFont(words.font, talk),
    fontSize: points(words.size),
    bold: words.bold ?? font.bold,
    italic: font.italic,
    color: paint(words.color, words.tone).color,
    align: words.align ?? 'left',
    lang: words.language ?? talk.deck.language,
    ...(words.leading === undefined ? {} : { lineSpacing: points(words.size * words.leading) }),
    ...(words.tracking ? { charSpacing: points(words.size * words.tracking) } : {}),
    ...(words.isRtl ? { rtlMode: true } : {}),
  };
}

/** The theme's own fonts by the theme's names for them. */
export function themeFont(role: FontRole, { fonts }: Pick<OfficeTalk, 'fonts'>): string {
  const { family } = fonts[role];
  if (role !== 'display' && family === fonts.text.family) return '+mn-lt';
  return family === fonts.display.family ? '+mj-lt' : family;
}

function runOptions(run: Run, words: Words, paint: PaintOf): PptxGenJS.TextPropsOptions {
  const link = run.link ?? words.link;
  const plain = { underline: { style: 'none' } } as const;
  const tone = run.tone ?? words.tone;
  return {
    ...(run.bold === undefined ? {} : { bold: run.bold }),
    ...(run.color === undefined ? {} : { color: paint(run.color, tone).color }),
    ...(run.chip === undefined ? {} : { highlight: paint(run.chip, tone).color }),
    ...(run.raised ? { superscript: true } : {}),
    ...(link ? { hyperlink: { ...link }, ...plain } : {}),
    ...(run.underline ? { underline: { style: 'sng', color: paint(run.underline, tone).color } } : {}),
  };
}
