import type { ImportedLibrary } from '../model/imported.ts';
import { type Library, lessonsOf } from '../model/library.ts';
import { type Problem, severityOf } from '../model/problem.ts';
import { splitLines } from './document-lines.ts';
import { fileExtension } from './file-stem.ts';
import { finishImport } from './finish-import.ts';
import { parseCurated } from './parse-curated.ts';
import { parseDocument } from './parse-document.ts';
import { parseNotes } from './parse-notes.ts';
import { parsePartHeading } from './parse-part-heading.ts';

export interface ImportOptions {
  /** The library's title, where the document is not to say. */
  readonly title?: string | undefined;
  /** Field → the name of the column that holds it. */
  readonly columns: ReadonlyMap<string, string>;
}

/**
 * Reads a document of any form. The ending tells a table (`.csv`, `.tsv`) and a library (`.yaml`, `.json`); what is written as
 * text is a lessons document or Markdown notes, whichever makes more of it.
 */
export async function parseImport(text: string, file: string, options: ImportOptions): Promise<ImportedLibrary> {
  if (text.trim() === '') {
    return finishImport('document', undefined, { problems: [{ kind: 'document-empty', file, line: 1, details: {} }] });
  }
  const extension = fileExtension(file);
  if (extension === '.csv' || extension === '.tsv' || options.columns.size > 0) {
    const { parseTable } = await import('./parse-table.ts');
    return parseTable(text, file, { title: options.title, mapping: options.columns });
  }
  const isCurated = ['.yaml', '.yml', '.json'].includes(extension);
  const read = isCurated ? parseCurated(text, file) : parseDocument(text, file);
  const notes = isCurated || isDocument(text) ? undefined : parseNotes(text, file, options.title);
  if (notes !== undefined && isBetter(notes, read, extension)) return finishImport('markdown', notes.library, notes);
  const library = read.library && { ...read.library, title: options.title ?? read.library.title };
  return finishImport(isCurated ? 'curated' : 'document', library, read);
}

/** `Part 1: …` without the marks of a heading is in lessons documents alone. */
function isDocument(text: string): boolean {
  return splitLines(text).some((line) => !line.text.startsWith('#') && parsePartHeading(line.text) !== undefined);
}

type Read = { readonly library?: Library; readonly problems: readonly Problem[] };

/** Whether a text is notes rather than a lessons document: by the lessons that are found, then by the faults. */
function isBetter(notes: Read, document: Read, extension: string): boolean {
  const found = lessonCount(notes) - lessonCount(document);
  if (found !== 0) return found > 0;
  if (lessonCount(notes) === 0) return extension === '.md' || extension === '.markdown';
  return errorCount(notes) < errorCount(document);
}

function lessonCount({ library }: Read): number {
  return library ? lessonsOf(library).length : 0;
}

function errorCount({ problems }: Read): number {
  return problems.filter((problem) => severityOf(problem) === 'error').length;
}
