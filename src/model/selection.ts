import type { Lesson, Library } from './library.ts';
import type { Theme } from './theme.ts';

export const GROUPINGS = ['part', 'theme'] as const;
export type GroupBy = (typeof GROUPINGS)[number];

/** What the user asked for. Union within an option, intersection between options. */
export interface Criteria {
  /** `3`, `2-4`, or words of a part's title. */
  readonly part?: readonly string[];
  /** A theme's name or title. */
  readonly theme?: readonly string[];
  /** `3.4` or `3.4-3.7`. */
  readonly lesson?: readonly string[];
  /** A source's name, any case. */
  readonly source?: readonly string[];
  /** Words, ranked. */
  readonly search?: readonly string[];
  /** Ids or ranges of ids to leave out. */
  readonly exclude?: readonly string[];
  /** At most this many lessons, at least 1. */
  readonly limit?: number;
  /** As many lessons as fit a talk of this length. */
  readonly minutes?: number;
  /** Seconds of talk around each quote, beside its reading time; 45 unless given. */
  readonly talk?: number;
  /** Seed of a shuffle; the same seed shuffles the same lessons the same way. */
  readonly shuffle?: number;
  /** The lessons of a recipe, in its order; the other criteria narrow it. */
  readonly recipe?: RecipeChoice;
}

/** A saved selection, as its library numbers the lessons now. */
export interface RecipeChoice {
  readonly ids: readonly string[];
  readonly order: SelectionOrder;
  /** The length of the talk that was saved. */
  readonly minutes?: number;
  readonly talk?: number;
}

/** What the order of selected lessons means: the library's, best first after a search, or one that was dealt. */
export type SelectionOrder = 'library' | 'ranking' | 'shuffle';

/** Some lessons of a library, in the order that `order` names. */
export interface Selection {
  readonly library: Library;
  readonly themes: readonly Theme[];
  readonly lessons: readonly Lesson[];
  readonly order: SelectionOrder;
  /** Lessons that met the criteria but did not fit the time, in the library's order. */
  readonly leftOut: readonly Lesson[];
  /** The length that the talk is planned for. */
  readonly minutes?: number;
  /** Seconds of talk around each quote, where somebody said. */
  readonly talk?: number;
  readonly criteria: Criteria;
  /** What output names add to the library's: '' or such as `part-3`, `theme-security`. Safe in a file name. */
  readonly suffix: string;
}
