import type PptxGenJS from 'pptxgenjs';
import type { OfficeTalk } from '../model/office.ts';
import type { FittedText } from '../model/set-text.ts';
import type { FontRole } from '../model/style.ts';
import { readPath } from './pptx-path.ts';
import { clean } from './pptx-text.ts';

/** px at 1280×720. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Anchor of a slide, or an address. */
export type Link = { readonly slide: number } | { readonly url: string };

export interface Run {
  readonly text: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly underline?: string;
  readonly raised?: boolean;
  readonly link?: Link | undefined;
}

export interface Words {
  readonly name: string;
  readonly runs: string | readonly Run[];
  readonly role: FontRole;
  /** px. */
  readonly size: number;
  readonly color: string;
  /** Multiple of the size. */
  readonly leading?: number;
  /** em. */
  readonly tracking?: number;
  readonly bold?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly valign?: 'top' | 'middle' | 'bottom';
  readonly isTitle?: boolean;
  readonly isRtl?: boolean;
  readonly language?: string;
  readonly columns?: boolean;
  /** Degrees, clockwise. */
  readonly rotate?: number;
  readonly link?: Link | undefined;
}

export interface Canvas {
  readonly talk: OfficeTalk;
  readonly linkTo: (anchor: string) => Link | undefined;
  readonly words: (place: Place, words: Words) => void;
  readonly shape: (path: string, at: Place, look: ShapeLook) => void;
  readonly ground: (color: string) => void;
  readonly table: (rows: PptxGenJS.TableRow[], options: PptxGenJS.TableProps) => void;
}

export interface ShapeLook {
  readonly name: string;
  readonly fill: string;
  /** Per cent. */
  readonly transparency?: number;
  readonly link?: Link | undefined;
}

export const inches = (px: number): number => px / 96;
export const points = (px: number): number => px * 0.75;

export function textOf({ pieces }: FittedText): string {
  return pieces.map((piece) => piece.text).join('');
}

export function createCanvas(slide: PptxGenJS.Slide, talk: OfficeTalk, numbers: ReadonlyMap<string, number>): Canvas {
  return {
    talk,
    linkTo: (anchor) => {
      const number = numbers.get(anchor);
      return number === undefined ? undefined : { slide: number };
    },
    words: (place, words) => {
      slide.addText(runsOf(words, talk), { ...boxOf(place), ...optionsOf(words) });
    },
    shape: (path, at, { name, fill, transparency = 0, link }) => {
      const drawn = readPath(path);
      if (drawn === undefined) return;
      const { x, y, width, height, commands } = drawn;
      const box = boxOf({ x: at.x + x, y: at.y + y, width, height });
      slide.addText('', {
        ...box,
        shape: 'custGeom' as const,
        points: commands,
        fill: { color: fill, transparency },
        objectName: clean(name),
        ...(link ? { hyperlink: link } : {}),
      });
    },
    ground: (color) => {
      slide.background = { color };
    },
    table: (rows, options) => {
      slide.addTable(rows, options);
    },
  };
}

function boxOf({ x, y, width, height }: Place): { x: number; y: number; w: number; h: number } {
  return { x: inches(x), y: inches(y), w: inches(width), h: inches(height) };
}

function optionsOf(words: Words): PptxGenJS.TextPropsOptions {
  const { name, size, leading, align = 'left', valign = 'top', rotate } = words;
  return {
    objectName: clean(words.isTitle ? `${name}\u2029title` : name),
    margin: 0,
    isTextBox: true,
    align,
    valign,
    ...(leading === undefined ? {} : { lineSpacing: points(size * leading) }),
    ...(rotate === undefined ? {} : { rotate }),
  };
}

function runsOf(words: Words, talk: OfficeTalk): PptxGenJS.TextProps[] {
  const runs: readonly Run[] = typeof words.runs === 'string' ? [{ text: words.runs }] : words.runs;
  const shared = sharedOptions(words, talk);
  return runs
    .filter((run) => run.text !== '')
    .map((run) => ({ text: clean(run.text), options: { ...shared, ...runOptions(run, words) } }));
}

/** What all runs of a text have in common. */
function sharedOptions(words: Words, talk: OfficeTalk): PptxGenJS.TextPropsOptions {
  const font = talk.fonts[words.role];
  return {
    fontFace: font.family,
    fontSize: points(words.size),
    bold: words.bold ?? font.bold,
    italic: font.italic,
    color: words.color,
    align: words.align ?? 'left',
    lang: words.language ?? talk.deck.language,
    ...(words.leading === undefined ? {} : { lineSpacing: points(words.size * words.leading) }),
    ...(words.tracking ? { charSpacing: points(words.size * words.tracking) } : {}),
    ...(words.isRtl ? { rtlMode: true } : {}),
  };
}

function runOptions(run: Run, words: Words): PptxGenJS.TextPropsOptions {
  const link = run.link ?? words.link;
  const plain = { underline: { style: 'none' } } as const;
  return {
    ...(run.bold === undefined ? {} : { bold: run.bold }),
    ...(run.color === undefined ? {} : { color: run.color }),
    ...(run.raised ? { superscript: true } : {}),
    ...(link ? { hyperlink: link, ...plain } : {}),
    ...(run.underline ? { underline: { style: 'sng', color: run.underline } } : {}),
  };
}
