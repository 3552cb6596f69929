import type { Library } from './library.ts';
import type { Problem } from './problem.ts';

/** How a document was read. */
export const IMPORT_FORMS = {
  document: 'a lessons document',
  markdown: 'Markdown notes',
  table: 'a table',
  curated: 'a library',
} as const;

export type ImportForm = keyof typeof IMPORT_FORMS;

/** What an importer made of a document. */
export interface ImportedLibrary {
  readonly form: ImportForm;
  /** Absent whenever a problem of severity error exists. */
  readonly library?: Library;
  /** Ids of lessons without a topic of their own: theirs was made of the quote's first words. */
  readonly guessedTopics: ReadonlySet<string>;
  /** Everything that was not taken, and everything that had to be guessed, in the order of the lines. */
  readonly problems: readonly Problem[];
}

/** A theme that the words of a lesson suggest, with the words that do. */
export interface ThemeSuggestion {
  readonly theme: string;
  /** As they stand in the lesson, each once. */
  readonly words: readonly string[];
}

/** What a merge does to one thing in a library. */
export interface MergeChange {
  readonly kind: 'added' | 'changed' | 'gone' | 'kept';
  /** Id and topic of a lesson, or what else it is about. */
  readonly what: string;
  /** For what is changed or kept: the field, what the library says, and what the document says. */
  readonly field?: string;
  readonly before?: string;
  readonly after?: string;
}
