/** A subject that cuts across parts (not a look: that is a style). One file each in `themes/`. */
export interface Theme {
  /** File name without extension; what `--theme` and `themes:` say. */
  readonly name: string;
  readonly title: string;
  /** One line. */
  readonly description: string;
  /** Name of a Phosphor icon. */
  readonly icon: string;
  /** Name of a drawn shape, for styles that show themes as shapes. */
  readonly glyph: string;
  /** Words and phrases that suggest this theme for a lesson without tags. */
  readonly terms: readonly string[];
  /** Place among the themes, 1-based; themes without one come last, by name. */
  readonly order?: number;
}
