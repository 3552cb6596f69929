import type { Label, Shape } from './drawing.ts';

export const POSTER_SIZES = ['A3', 'A2', 'A1', 'tabloid'] as const;
export type PosterSize = (typeof POSTER_SIZES)[number];

/** Width and height of the sheet in mm, landscape. */
export const POSTER_SHEETS: Readonly<Record<PosterSize, { readonly width: number; readonly height: number }>> = {
  A3: { width: 420, height: 297 },
  A2: { width: 594, height: 420 },
  A1: { width: 841, height: 594 },
  tabloid: { width: 431.8, height: 279.4 },
};

/** A place on the poster, in units that are mm on A2. */
export interface PosterBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Text that wraps in its box at this size. */
export interface PosterText extends PosterBox {
  /** CSS classes: `caption t3`. */
  readonly look: string;
  readonly text: string;
  /** Stands behind the text in a look of its own, such as a lesson's id; empty for none. */
  readonly tail: string;
  readonly size: number;
}

/** What is read together, such as a part with its lessons. */
export interface PosterGroup {
  readonly shapes: readonly Shape[];
  readonly labels: readonly Label[];
  readonly texts: readonly PosterText[];
}

/** The whole selection on one sheet, as data. */
export interface Poster {
  readonly sheet: PosterSize;
  /** Width of the drawing in units; its height is always 420. */
  readonly width: number;
  readonly title: PosterText;
  readonly groups: readonly PosterGroup[];
}
