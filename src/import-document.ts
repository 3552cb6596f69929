import { tagLibrary } from './curate/tag-library.ts';
import { writeLibrary } from './curate/write-library.ts';
import { LecternError } from './errors.ts';
import { findPackageRoot } from './files/find-package-root.ts';
import { readText } from './files/read-text.ts';
import { loadThemes } from './load-library.ts';
import { IMPORT_FORMS, type ImportForm, type ThemeSuggestion } from './model/imported.ts';
import { type Lesson, type Library, lessonsOf } from './model/library.ts';
import { type Problem, severityOf } from './model/problem.ts';
import { decodeText } from './parse/decode-text.ts';
import { fileExtension } from './parse/file-stem.ts';
import { parseCurated } from './parse/parse-curated.ts';
import { parseImport } from './parse/parse-import.ts';
import { explainThemes } from './parse/suggest-themes.ts';

export interface ImportOptions {
  /** Absolute. */
  readonly cwd: string;
  /** The library's title, where the document is not to say. */
  readonly title?: string | undefined;
  /** For tables: field → the name of the column that holds it. */
  readonly columns?: ReadonlyMap<string, string>;
}

/** A document that was read, before anything is written. */
export interface ImportedDocument {
  readonly form: ImportForm;
  /** With the suggested themes. */
  readonly library: Library;
  /** Lesson id → the themes that were suggested for it. */
  readonly suggestions: ReadonlyMap<string, readonly ThemeSuggestion[]>;
  readonly guessedTopics: ReadonlySet<string>;
  /** What was not taken and what was guessed. */
  readonly warnings: readonly Problem[];
  /** A library in YAML as it was written: it is kept. */
  readonly original?: string;
}

/**
 * Reads a document of any form as a library, and suggests themes for lessons without.
 * @throws LecternError FILE_UNREADABLE; LIBRARY_INVALID with everything that cannot be read as lessons.
 */
export async function importDocument(file: string, options: ImportOptions): Promise<ImportedDocument> {
  const text = decodeText(await readText(file, options.cwd), file);
  const read = await parseImport(text, file, { title: options.title, columns: options.columns ?? new Map() });
  if (read.library === undefined) throw unreadable(file, read.form, read.problems);
  const suggestions = explainThemes(read.library, await loadThemes());
  const library = withThemes(read.library, suggestions);
  const isYaml = read.form === 'curated' && fileExtension(file) !== '.json';
  const { form, guessedTopics, problems: warnings } = read;
  return { form, library, suggestions, guessedTopics, warnings, ...(isYaml ? { original: text } : {}) };
}

/** An imported document as the text of a library that people edit; read back, it is the same library. */
export function curateDocument(imported: ImportedDocument): string {
  const { version } = findPackageRoot();
  const schema = `https://unpkg.com/lectern@${version}/schema/library.schema.json`;
  const { library, original } = imported;
  const options = { ...imported, schema, head: [] };
  const tagged = original === undefined ? undefined : tagLibrary(original, library, options);
  if (tagged !== undefined && isSame(tagged, library)) return tagged;
  // Written with aliases or the like: the library is kept as it is, and themes are suggested when it is built.
  if (original !== undefined) return original;
  const text = writeLibrary(library, options);
  // A library that says something else than the document must never be written, whatever the YAML package does.
  if (!isSame(text, library)) throw new Error('the library that was written does not read back as what was imported');
  return text;
}

function isSame(text: string, expected: Library): boolean {
  const { library } = parseCurated(text, 'written.yaml');
  return JSON.stringify(library && essenceOf(library)) === JSON.stringify(essenceOf(expected));
}

function essenceOf(library: Library): unknown {
  const { title, subject, tagline, intro, language } = library;
  const lessons = lessonsOf(library).map(wordsOf);
  return [title, subject, tagline, intro, language, library.parts.map((part) => [part.number, part.title]), lessons];
}

function wordsOf({ id, topic, quote, source, themes, highlight, key, note, seconds }: Lesson): unknown {
  return [id, topic, quote, source, themes, highlight, key, note, seconds];
}

function withThemes(library: Library, suggestions: ImportedDocument['suggestions']): Library {
  const parts = library.parts.map((part) => ({
    ...part,
    lessons: part.lessons.map((lesson) => {
      const suggested = suggestions.get(lesson.id);
      return suggested === undefined ? lesson : { ...lesson, themes: suggested.map(({ theme }) => theme) };
    }),
  }));
  return { ...library, parts };
}

function unreadable(file: string, form: ImportForm, problems: readonly Problem[]): LecternError {
  const count = problems.filter((problem) => severityOf(problem) === 'error').length;
  const what = count === 1 ? '1 problem' : `${count} problems`;
  return new LecternError('LIBRARY_INVALID', `${file}: read as ${IMPORT_FORMS[form]}, it has ${what}`, {
    hint: 'Nothing was written. Mend the lines above.',
    problems,
  });
}
