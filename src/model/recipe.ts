import type { SelectionOrder } from './selection.ts';

/** How a recipe, or the command line, names the library that comes with Lectern. */
export const BUILT_IN = 'built-in';

/** A lesson as it was when the recipe was saved. */
export interface RecipeLesson {
  readonly id: string;
  readonly topic: string;
  readonly source: string;
  /** Its words then; by these it is found again. */
  readonly quote: string;
  /** 1-based, in the recipe's file. */
  readonly line: number;
}

/** A selection that was saved, so that the same talk can be made after its library has grown. */
export interface Recipe {
  /** Path of the library from the recipe's folder, or `built-in`. */
  readonly library: string;
  readonly order: SelectionOrder;
  /** Options of the talk by long name: its length, title, look. */
  readonly options: ReadonlyMap<string, unknown>;
  /** In the order they were selected. */
  readonly lessons: readonly RecipeLesson[];
}

/** What happened to a lesson of a recipe since it was saved. */
export interface RecipeChange {
  readonly kind: 'moved' | 'quote' | 'topic' | 'source';
  /** Its id now. */
  readonly id: string;
  /** What it was: the id, the topic or the source; of a quote nothing, which would be long. */
  readonly before: string;
}
