import type { Drawing, DrawnGroup, Label, Marker, Shape } from '../model/drawing.ts';
import type { LessonMark, MarkLabel } from '../model/slides.ts';
import { type Area, type MatrixColumns, SLIDE_SIZES } from '../model/style.ts';

/** What every drawing of a deck's index is made from. */
export interface Scene {
  /** One mark a lesson, part by part. */
  readonly marks: readonly LessonMark[];
  /** Names of the themes' shapes, by the theme's name. */
  readonly glyphs: ReadonlyMap<string, string>;
  /** The slide that it is drawn for. */
  readonly slide: Area;
}

/** A field of the overview of parts × themes. */
export interface MatrixCell {
  readonly count: number;
  /** Name of the shape of the column's theme; empty for a column without a theme. */
  readonly glyph: string;
  readonly tone: number;
  /** Width that the column leaves it, px. */
  readonly room: number;
}

/**
 * One way to draw the index, a mark a lesson (DESIGN, "Index drawings"): all that a style needs in code. Sizes are px of
 * the slide, colours the style's CSS.
 */
export interface IndexDrawing {
  readonly cover: (scene: Scene) => Drawing;
  /** Beside the agenda; undefined where its rows have drawings of their own. */
  readonly agenda: (scene: Scene) => Drawing | undefined;
  readonly agendaRow: (marks: readonly LessonMark[], scene: Scene) => Drawing | undefined;
  /** The lessons of one part with their topics, each a link. */
  readonly divider: (labels: readonly MarkLabel[], scene: Scene) => Drawing;
  /** The whole index with the lessons of one theme lit. */
  readonly theme: (lit: readonly LessonMark[], scene: Scene) => Drawing;
  readonly closing: (lit: readonly LessonMark[], scene: Scene, marker: Marker) => Drawing | undefined;
  readonly marker: (scene: Scene) => Marker;
  readonly matrixCell: (cell: MatrixCell) => Drawing;
  /** Path data in a unit square of 256 × 256 for a theme's shape; undefined where the style shows the theme's icon. */
  readonly sign: (glyph: string) => string | undefined;
}

/** A deck of more lessons marks only the current part on its lesson slides: the marks would be too thin to see. */
export const MOST_MARKED = 150;

/** Whether a drawing has a slide's whole width, or that of a narrower one. */
export function isWide({ width }: Area): boolean {
  return width >= SLIDE_SIZES['16:9'].width;
}

/** Whether it is a card: as high as wide, or higher. */
export function isCard({ width, height }: Area): boolean {
  return height >= width;
}

/** Width of a theme's column and of what it holds. px. */
export function columnRoom(columns: number, { width, labels, totals }: MatrixColumns): number {
  return Math.floor((width - labels - totals) / columns) - 14;
}

/** A rectangle in the drawing's own px, y downwards. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function rectangle(look: string, place: Rectangle): Shape {
  return { look, path: rectanglePath(place), use: '' };
}

export function rectanglePath({ x, y, width, height }: Rectangle): string {
  return `M${x} ${y}h${width}v${height}h-${width}z`;
}

/** A group of what is given, without the rest. */
export function group(parts: Partial<DrawnGroup>): DrawnGroup {
  return { link: '', name: '', shapes: [], labels: [], ...parts };
}

/** A label that lies level and may be of any length. */
export function levelLabel(label: Pick<Label, 'look' | 'text' | 'x' | 'y' | 'size'>): Label {
  return { lead: '', tail: '', ...label, angle: 0, room: 0 };
}

/** From `lowest` for the shortest quote to 1 for the longest. */
export function relativeLengths(marks: readonly LessonMark[], lowest: number): (mark: LessonMark) => number {
  let shortest = Number.POSITIVE_INFINITY;
  let longest = 0;
  for (const { length } of marks) {
    shortest = Math.min(shortest, length);
    longest = Math.max(longest, length);
  }
  const range = longest - shortest;
  return (mark) => (range === 0 ? 1 : lowest + ((1 - lowest) * (mark.length - shortest)) / range);
}

/** Two decimals are a hundredth of a pixel. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
