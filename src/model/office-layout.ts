import type { BoxName, FontRole, Mode } from './style.ts';

/**
 * A colour by its name in the style: `ink`, `deep`; or `#rrggbb`. `accent 42% ground` is the first one, mixed into the second; `paper@72` is
 * one that lets 28 per cent of what is under it through.
 */
export type ColourName = string;

export interface TextPlace {
  /** px at the slide's size; in a row, from its corner. */
  readonly x: number;
  readonly width: number;
  /** Without it the text stands in a stack, or in the middle of its row. */
  readonly y?: number;
  /** Without it what the fitted text takes. */
  readonly height?: number;
  /** px above it in a stack. */
  readonly gap?: number;
  /** Without it `ink`. */
  readonly color?: ColourName;
  /** Of what stands out in it. */
  readonly strong?: ColourName;
  readonly font?: FontRole;
  readonly bold?: boolean;
  readonly size?: number;
  /** Multiple of the size. */
  readonly leading?: number;
  /** em. */
  readonly tracking?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly valign?: 'top' | 'middle' | 'bottom';
  /** Under the whole text. */
  readonly fill?: ColourName;
  /** Under what stands out in it. */
  readonly chip?: ColourName;
  /** Says nothing that is not said elsewhere. */
  readonly decorative?: boolean;
  /** Leaves out what the style takes as known, such as the noun of a count. */
  readonly short?: boolean;
  /** Each fact in a line of its own. */
  readonly lines?: boolean;
  /** What differs on slides that run from right to left. */
  readonly rtl?: Partial<TextPlace>;
  /** What differs beside two columns; null leaves it out. */
  readonly wide?: Partial<TextPlace> | null;
}

export interface QuotePlace extends TextPlace {
  /** Of the rest of a quote, where a sentence of it stands out. */
  readonly dimmed?: ColourName;
  /** Of the mark that opens it. */
  readonly opening?: ColourName;
  /** How the sentence that counts stands out; a colour is laid under it. */
  readonly emphasis?: string;
  /** Whether the mark that opens it stands before its lines. */
  readonly hang?: boolean;
}

export interface CitationPlace extends TextPlace {
  /** Of the source's number. */
  readonly mark?: ColourName;
  /** Of what names its rows, and of the line above them. */
  readonly label?: ColourName;
  readonly rule?: ColourName;
}

/** Texts under each other, with their own gaps between them. px. */
export interface TextStack {
  readonly items: readonly string[];
  readonly y: number;
  readonly height: number;
  readonly valign?: 'top' | 'middle';
}

/** px from the slide's edges; `rtl` says what becomes of it on slides that run from right to left. */
export interface DrawingPlace {
  readonly left?: number;
  readonly right?: number;
  readonly top?: number;
  readonly bottom?: number;
  readonly rtl?: 'mirror' | 'left';
}

export interface FlatShape {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: ColourName;
}

export interface Line {
  readonly color: ColourName;
  readonly size: number;
}

export interface RowsPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly pitch: number;
  readonly columns?: number;
  readonly columnPitch?: number;
  /** Under each row. */
  readonly rule?: Line;
  readonly texts: Readonly<Record<string, TextPlace>>;
  readonly drawing?: DrawingPlace;
  /** What stands for the colour of a row of a legend. */
  readonly swatch?: {
    readonly x: number;
    readonly size: number;
    readonly fill: ColourName;
    readonly round?: boolean;
    readonly font?: FontRole;
    readonly label?: ColourName;
  };
}

export interface TablePlace {
  readonly x: number;
  readonly y: number;
  /** Heights of its rows; `lowRow` where they are nine. */
  readonly head: number;
  readonly row: number;
  readonly lowRow: number;
  readonly foot: number;
  /** Room for the part's number. */
  readonly number: number;
  /** Whether a figure stands on its drawing or beside it. */
  readonly cell: 'on' | 'beside';
  readonly headRule?: Line;
  readonly rule?: Line;
  readonly icon: number;
  readonly align: 'left' | 'center';
  readonly size: number;
  readonly headSize: number;
  readonly headColor: ColourName;
  readonly totalColor: ColourName;
  readonly figure?: ColourName;
  readonly label: FontRole;
  /** Of the part's number; without it the part's own. */
  readonly numberColor?: ColourName;
}

export interface ChartPlace {
  readonly x: number;
  readonly width: number;
  /** px that a lesson takes, and of the bars' breadth. */
  readonly unit: number;
  readonly thickness: number;
  readonly label: ColourName;
  readonly font: FontRole;
  readonly size: number;
}

/** Where a lesson's column of topic, quote and citation begins, px from the left. */
export interface ColumnPlace {
  readonly x: number;
  readonly wide: number;
  readonly rtl: number;
  readonly wideRtl: number;
  readonly quote?: 'below-topic' | 'top';
  readonly citation: 'below-quote' | 'bottom';
  readonly valign?: 'middle';
  readonly top?: number;
  readonly bottom?: number;
  readonly width?: number;
  readonly gap?: number;
}

export interface LabelLook {
  readonly font: FontRole;
  readonly bold?: boolean;
  readonly color: ColourName;
  readonly anchor: 'start' | 'middle';
  readonly baseline: 'alphabetic' | 'central';
}

export interface SlideLayout {
  /** Without it `paper`. */
  readonly ground?: ColourName;
  /** Without it `ink-2`. */
  readonly pageNumber?: ColourName;
  /** A light that fades into the ground, from its middle to the edge of an ellipse of these half-axes. px. */
  readonly glow?: {
    readonly color: ColourName;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  /** A field beside the text. px. */
  readonly field?: {
    readonly width: number;
    readonly wide: number;
    /** Without them the slide's. */
    readonly height?: number;
    readonly wideHeight?: number;
    readonly color: ColourName;
  };
  readonly shapes?: readonly FlatShape[];
  readonly texts: Readonly<Record<string, TextPlace & QuotePlace & CitationPlace>>;
  readonly stacks?: readonly TextStack[];
  readonly drawing?: DrawingPlace;
  readonly marks?: Readonly<Record<string, ColourName>>;
  readonly rows?: RowsPlace;
  readonly legend?: RowsPlace;
  readonly table?: TablePlace;
  readonly chart?: ChartPlace;
  readonly column?: ColumnPlace;
  /** Whether the lesson's id stands before its topic. */
  readonly lead?: 'always' | 'wide';
}

export const LAYOUT_KINDS = [
  'title',
  'agenda',
  'matrix',
  'shares',
  'part',
  'theme',
  'key',
  'lesson',
  'closing',
  'sources',
] as const;
export type LayoutKind = (typeof LAYOUT_KINDS)[number];

interface LogoPlace {
  readonly x: number;
  readonly y: number;
  readonly align: 'left' | 'right';
}

/** Where a style puts what on slides of an office program, and in which colours: `templates/styles/<name>/office.json`. */
export interface OfficeLayout {
  readonly colours: Readonly<Record<Mode, Readonly<Record<string, ColourName>>>>;
  /** Boxes that are set in another font than the pages set them in. */
  readonly fonts?: Readonly<Partial<Record<BoxName, FontRole>>>;
  /** Colours of drawings, by the classes that their shapes have. */
  readonly marks: Readonly<Record<string, ColourName>>;
  readonly labels: Readonly<Record<string, LabelLook>>;
  readonly logo: LogoPlace & { readonly closing?: LogoPlace };
  readonly kinds: Readonly<Record<LayoutKind, SlideLayout>>;
}
