import type { Area } from './style.ts';

/** Pixels of a picture for each px of what it shows. */
export const PICTURE_SCALES = [1, 2, 3] as const;
export type PictureScale = (typeof PICTURE_SCALES)[number];

/** Shapes of cards: pictures of one lesson each, to be shared. px. */
export const CARD_SIZES = {
  '1:1': { width: 1080, height: 1080 },
  '4:5': { width: 1080, height: 1350 },
  '16:9': { width: 1280, height: 720 },
} as const;
export type CardSize = keyof typeof CARD_SIZES;
export const CARD_SIZE_NAMES: readonly CardSize[] = ['1:1', '4:5', '16:9'];

export interface PictureOptions {
  /** Of a slide, px. */
  readonly area: Area;
  /** Pixels of a picture for each px of the slide. */
  readonly scale: number;
  /** What their folder adds to the talk's name: `-slides`. */
  readonly folder: string;
}
