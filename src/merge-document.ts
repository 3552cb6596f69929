import { mergeLibrary } from './curate/merge-library.ts';
import { LecternError } from './errors.ts';
import { readText } from './files/read-text.ts';
import type { ImportedDocument } from './import-document.ts';
import type { MergeChange } from './model/imported.ts';
import { type Library, lessonsOf } from './model/library.ts';
import { severityOf } from './model/problem.ts';
import { decodeText } from './parse/decode-text.ts';
import { parseLibrary } from './parse/parse-library.ts';

export interface MergeOptions {
  /** Absolute. */
  readonly cwd: string;
  /** Take lessons out that the document no longer has. */
  readonly prune: boolean;
}

/** What a merge would make of a library. */
export interface MergedDocument {
  /** The library's file as it was read. */
  readonly before: Uint8Array;
  /** The library's file as it becomes; undefined where it is written in a way that cannot be edited in place. */
  readonly text: string | undefined;
  readonly changes: readonly MergeChange[];
}

/**
 * Brings a document that was imported into a library that people have edited since. Writes nothing.
 * @throws LecternError FILE_UNREADABLE; LIBRARY_INVALID for a library with problems.
 */
export async function mergeDocument(
  imported: ImportedDocument,
  target: string,
  { cwd, prune }: MergeOptions,
): Promise<MergedDocument> {
  const before = await readText(target, cwd);
  const text = decodeText(before, target);
  const { library, problems } = parseLibrary(text, target);
  if (library === undefined) {
    const errors = problems.filter((problem) => severityOf(problem) === 'error');
    const hint = 'Nothing was written. Mend the lines above.';
    throw new LecternError('LIBRARY_INVALID', `${target}: the library has problems of its own`, {
      hint,
      problems: errors,
    });
  }
  // A title that was made of a file's name says nothing.
  const isUntitled = imported.warnings.some(({ kind }) => kind === 'title-guessed');
  const incoming = isUntitled ? { ...imported, library: { ...imported.library, title: library.title } } : imported;
  const merged = mergeLibrary(text, library, incoming, prune);
  const isWhole = merged.text !== undefined && holdsAll(merged.text, library, imported.library, merged.changes);
  return { before, text: isWhole ? merged.text : undefined, changes: merged.changes };
}

/** An edit that damages what people wrote must never reach the disk: the merged file is read again, and counted. */
function holdsAll(text: string, before: Library, incoming: Library, changes: readonly MergeChange[]): boolean {
  const { library } = parseLibrary(text, 'merged.yaml');
  if (library === undefined) return false;
  const held = new Set(lessonsOf(library).map(keyOf));
  const added = changes.filter(({ kind, what }) => kind === 'added' && !what.startsWith('source ')).length;
  const pruned = changes.filter(({ kind, field }) => kind === 'gone' && field === undefined).length;
  const count = lessonsOf(before).length + added - pruned;
  return lessonsOf(library).length === count && lessonsOf(incoming).every((lesson) => held.has(keyOf(lesson)));
}

function keyOf({ quote, source }: { readonly quote: string; readonly source: string }): string {
  return `${quote}\n${source}`;
}
