/** The parts a font plays in a style; each has a width table of its own. `accent` sets topics. */
export const FONT_ROLES = ['text', 'display', 'accent', 'ui'] as const;
export type FontRole = (typeof FONT_ROLES)[number];

/** Advance widths by code point, in thousandths of an em. */
export type WidthTable = ReadonlyMap<number, number>;

export const MODES = ['light', 'dark'] as const;
export type Mode = (typeof MODES)[number];

/** Shapes of a slide with their sizes, px. */
export const SLIDE_SIZES = { '16:9': { width: 1280, height: 720 }, '4:3': { width: 960, height: 720 } } as const;
export type SlideSize = keyof typeof SLIDE_SIZES;
export const SLIDE_SIZE_NAMES: readonly SlideSize[] = ['16:9', '4:3'];

/** px. */
export interface Area {
  readonly width: number;
  readonly height: number;
}

export interface StyleFont {
  readonly roles: readonly FontRole[];
  readonly family: string;
  /** A weight or a range of weights, as CSS writes it. */
  readonly weight: string;
  readonly style: 'normal' | 'italic';
  /** Share of the normal width as CSS writes it: `116%`. */
  readonly stretch?: string;
  /** As CSS writes it: `U+0000-00FF,U+0131`. */
  readonly unicodeRange: string;
  /** Of the file; WOFF2 unless said. */
  readonly format?: 'woff';
  /** The file, base64. */
  readonly data: string;
}

/** One step of the quote's size, from short quotes set large (`q1`) to long ones set small. */
export interface QuoteStep {
  readonly name: string;
  /** Greatest visual length that starts at this step (DESIGN, "Length buckets"). */
  readonly maxLength: number;
  /** px of the slide. */
  readonly size: number;
  /** Multiple of the size. */
  readonly lineHeight: number;
  readonly columns: 1 | 2;
}

/** Where a text must fit: the largest of `sizes` whose lines stay within the box is taken. All px of the slide. */
export interface TextBox {
  readonly font: FontRole;
  readonly width: number;
  readonly height: number;
  /** Largest first. */
  readonly sizes: readonly number[];
  readonly lineHeight: number;
  /** Letter spacing in em. */
  readonly tracking: number;
}

export const BOX_NAMES = [
  'title',
  'subtitle',
  'occasion',
  'agenda-item',
  'divider-title',
  'theme-title',
  'theme-description',
  'topic',
  'topic-wide',
  'citation',
  'key',
  'finding',
  'row-label',
  'closing-sentence',
  'source-name',
  'source-name-wide',
  'chart-rest',
  'mark-label',
] as const;
export type BoxName = (typeof BOX_NAMES)[number];

/** The measures of the lesson slide's column, px of the slide. */
export interface LessonColumn {
  readonly top: number;
  /** The citation ends above this. */
  readonly bottom: number;
  readonly width: number;
  /** For two-column steps: the whole measure, the gap between the columns, and where the body starts. */
  readonly wideWidth: number;
  readonly wideTop: number;
  readonly columnGap: number;
  readonly gapAboveQuote: number;
  readonly gapAboveCitation: number;
  readonly tracking: number;
  /** Whether the topic stands above the quote and takes of its height; it always does above two columns. */
  readonly topicAbove: boolean;
  /** Whether the opening quotation mark hangs in the margin; beside two columns it never does. */
  readonly hangs: boolean;
  /** One line of speaker and source, or a row for each and one for the theme. */
  readonly citation: 'line' | 'rows';
}

/** The measures of the overview of parts × themes, px of the slide. */
export interface MatrixColumns {
  readonly width: number;
  readonly labels: number;
  readonly totals: number;
}

/** A look, as data for the one renderer: `templates/styles/<name>/`. */
export interface Style {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Name of the drawing of the index. */
  readonly index: string;
  /** Those it can be shown in. */
  readonly modes: readonly Mode[];
  readonly defaultMode: Mode;
  /** The one that it is shown in. */
  readonly mode: Mode;
  /** The size of its slides; measures and CSS are those for it. */
  readonly slide: Area;
  readonly css: string;
  /** Of posters alone. */
  readonly posterCss: string;
  /** A brand's, as a data URL. */
  readonly logo?: string;
  readonly fonts: readonly StyleFont[];
  readonly widths: Readonly<Record<FontRole, WidthTable>>;
  /** Families after the style's own, for scripts that its fonts lack. */
  readonly fallbacks: Readonly<Record<FontRole, string>>;
  readonly steps: readonly QuoteStep[];
  readonly lesson: LessonColumn;
  readonly matrix: MatrixColumns;
  readonly boxes: Readonly<Record<BoxName, TextBox>>;
  /** Rows that one slide holds. */
  readonly rows: {
    readonly agenda: number;
    readonly sources: number;
    readonly closing: number;
    readonly chart: number;
    readonly matrix: number;
  };
}
