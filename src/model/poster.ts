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
  readonly text: string;
  readonly size: number;
}

export interface PosterSpine extends PosterBox {
  readonly id: string;
  readonly tone: number;
  /** 0 accent, 1 a little lighter, 2–4 darker; white text stands out from all. */
  readonly shade: number;
  readonly middle: number;
  /** Empty where the spine is too narrow for words. */
  readonly label: string;
  readonly labelSize: number;
  readonly refSize: number;
  readonly bandY: number;
}

export interface PosterPart {
  readonly number: number;
  readonly tone: number;
  readonly spines: readonly PosterSpine[];
  readonly caption: PosterText;
  /** The part's key sentence with its lesson's id; undefined where there is none or no room for it. */
  readonly sentence: (PosterText & { readonly id: string }) | undefined;
}

export interface PosterShelf {
  readonly plank: PosterBox;
  readonly parts: readonly PosterPart[];
}

export interface PosterSource {
  readonly name: PosterText;
  readonly blocks: readonly (PosterBox & { readonly tone: number })[];
}

/** The whole selection on one sheet. */
export interface Poster {
  readonly sheet: PosterSize;
  /** Width of the drawing in units; its height is always 420. */
  readonly width: number;
  readonly title: PosterText;
  readonly intro: PosterText;
  readonly shelves: readonly PosterShelf[];
  readonly sourcesTitle: PosterText;
  readonly sources: readonly PosterSource[];
}
