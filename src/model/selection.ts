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
}

/** Some lessons of a library, in the order they are to be shown or, after a search, ranked best first. */
export interface Selection {
  readonly library: Library;
  readonly themes: readonly Theme[];
  readonly lessons: readonly Lesson[];
  readonly criteria: Criteria;
  /** What output names add to the library's: '' or such as `part-3`, `theme-security`. Safe in a file name. */
  readonly suffix: string;
}
