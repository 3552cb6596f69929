import type { StyleFont } from './style.ts';

/** A colour as a brand gives it, and where. */
export interface BrandColour {
  /** The property's name, such as `--deep-2`. */
  readonly property: string;
  /** `#rrggbb`. */
  readonly value: string;
  /** 1-based. */
  readonly line: number;
}

/** The parts of a style's type that a brand may set. */
export const BRAND_ROLES = ['display', 'text', 'ui'] as const;
export type BrandRole = (typeof BRAND_ROLES)[number];

export interface BrandFamily {
  readonly family: string;
  readonly line: number;
}

/** A font file that the brand names itself, by `@font-face`. */
export interface BrandFace {
  readonly family: string;
  /** A weight, or the first of a range. */
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** Path from the brand's folder. */
  readonly path: string;
  readonly line: number;
}

/** What a brand file says (DESIGN, "Brand in ~20 lines"), over a style of the package. */
export interface Brand {
  /** As the user named it. */
  readonly file: string;
  /** The style it stands on. */
  readonly style: string;
  /** Factor of the sizes of display text. */
  readonly fit: number;
  readonly families: Readonly<Partial<Record<BrandRole, BrandFamily>>>;
  readonly faces: readonly BrandFace[];
  /** Ink and ground, by property: `--b-ink`, `--b-ground-dark`. */
  readonly neutrals: ReadonlyMap<string, BrandColour>;
  /** Colours of the parts in their order; empty where the style's own stay. As many of both. */
  readonly deeps: readonly BrandColour[];
  readonly vivids: readonly BrandColour[];
  readonly logo?: { readonly path: string; readonly line: number };
}

/** A font file, as it lies on disk. */
export interface FontSource {
  readonly bytes: Uint8Array;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** As CSS writes it. */
  readonly unicodeRange: string;
}

/** The files of a brand, read. */
export interface BrandFiles {
  readonly fonts: ReadonlyMap<string, readonly FontSource[]>;
  /** A `data:` address. */
  readonly logo?: string;
}

/** What takes a role's place in a style. */
export interface BrandCut {
  readonly fonts: readonly StyleFont[];
  readonly widths: ReadonlyMap<number, number>;
}
