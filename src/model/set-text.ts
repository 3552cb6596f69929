import type { BoxName } from './style.ts';

export type Direction = 'ltr' | 'rtl';

/** A run of text; a bound run is never broken over two lines. */
export interface TextPiece {
  readonly text: string;
  readonly bound: boolean;
}

/** Text with the size at which it fits its box, px at 1280×720. */
export interface FittedText {
  readonly pieces: readonly TextPiece[];
  readonly size: number;
  readonly box: BoxName;
  /** px that its lines take at that size. */
  readonly height: number;
}

/** A stretch of a quote, emphasised or not. */
export interface QuoteSegment {
  readonly marked: boolean;
  readonly pieces: readonly TextPiece[];
}

/** A quote, or one piece of a quote too long for a slide, ready to be shown. */
export interface SetQuote {
  readonly segments: readonly QuoteSegment[];
  /** Name of the size step, such as `q5`. */
  readonly step: string;
  readonly open: string;
  readonly close: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: Direction;
}
