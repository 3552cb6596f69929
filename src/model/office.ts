import type { Deck } from './deck.ts';
import type { Drawing, Marker } from './drawing.ts';
import type { LessonMark, Slide } from './slides.ts';
import type { FontRole, Style } from './style.ts';

/** A font that every office program has, in one cut. */
export interface OfficeFont {
  readonly family: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** Colours as six hexadecimal digits. */
export interface OfficeColours {
  readonly paper: string;
  readonly ink: string;
  readonly ink2: string;
  readonly rule: string;
  readonly onAccent: string;
  readonly tones: readonly Record<'deep' | 'accent' | 'tint' | 'stock', string>[];
}

/** The index as slides of an office program draw it. */
export interface OfficePictures {
  readonly marker: Marker;
  readonly pictureOf: (slide: Slide) => Drawing | undefined;
  readonly rowOf: (marks: readonly LessonMark[]) => Drawing | undefined;
}

/** The talk as slides of an office program: fitted with the fonts that are there. */
export interface OfficeTalk {
  readonly deck: Deck;
  readonly style: Style;
  readonly fonts: Readonly<Record<FontRole, OfficeFont>>;
  readonly colours: OfficeColours;
  readonly pictures: OfficePictures;
}
