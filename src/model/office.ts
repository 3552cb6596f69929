import type { Deck } from './deck.ts';
import type { Drawing, Marker } from './drawing.ts';
import type { OfficeLayout } from './office-layout.ts';
import type { FittedText, SetQuote } from './set-text.ts';
import type { LessonMark, MatrixSlide, Slide } from './slides.ts';
import type { FontRole, Style } from './style.ts';

/** A font that every office program has, in one cut. */
export interface OfficeFont {
  readonly family: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** Colours as six hexadecimal digits. */
export interface OfficeColours {
  /** By their names in the style's CSS: `ink`, `ink-2`. */
  readonly named: ReadonlyMap<string, string>;
  /** Of parts, 1–8. */
  readonly tones: readonly Readonly<Record<'deep' | 'vivid' | 'stock' | 'night', string>>[];
}

/** The index as slides of an office program draw it. */
export interface OfficePictures {
  readonly marker: Marker;
  readonly pictureOf: (slide: Slide) => Drawing | undefined;
  readonly rowOf: (marks: readonly LessonMark[]) => Drawing | undefined;
  /** A field of the overview of parts × themes, without its figure. */
  readonly cellOf: (slide: MatrixSlide, at: { readonly row: number; readonly column: number }, room: number) => Drawing;
  /** Path data of a theme's picture in a square of 256 × 256; empty for none. */
  readonly signOf: (theme: string) => string;
  /** Themes that lessons of the deck have, in their order. */
  readonly themes: readonly { readonly name: string; readonly title: string }[];
}

/** The box that a quote takes, in one column or two. px. */
export interface MeasuredQuote {
  readonly width: number;
  readonly height: number;
  /** Multiple of the size. */
  readonly leading: number;
  readonly columns: 1 | 2;
}

/** What the lines of a text take in the fonts of office programs. px. */
export interface OfficeMeasures {
  /**
   * The narrowest measure in which a text keeps its number of lines.
   * @param around what stands before and behind it in its lines
   */
  readonly narrowest: (text: FittedText, around?: { readonly before: string; readonly after: string }) => number;
  /** @param isHung whether its opening mark stands before its lines */
  readonly quote: (quote: SetQuote, isHung: boolean) => MeasuredQuote;
  /** Of a text in one line. */
  readonly width: (text: string, role: FontRole, size: number) => number;
}

/** The talk as slides of an office program: fitted with the fonts that are there. */
export interface OfficeTalk {
  readonly deck: Deck;
  readonly style: Style;
  readonly layout: OfficeLayout;
  readonly fonts: Readonly<Record<FontRole, OfficeFont>>;
  readonly colours: OfficeColours;
  readonly pictures: OfficePictures;
  readonly measures: OfficeMeasures;
  /** px. */
  readonly size: { readonly width: number; readonly height: number };
}
