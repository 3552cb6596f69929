import type { ImportedLibrary, ImportForm } from '../model/imported.ts';
import type { Library } from '../model/library.ts';
import { type Problem, severityOf } from '../model/problem.ts';

/** What an importer read: the library only where nothing is wrong with it, and all that was told, by line. */
export function finishImport(
  form: ImportForm,
  library: Library | undefined,
  read: { readonly problems: readonly Problem[]; readonly guessedTopics?: ReadonlySet<string> },
): ImportedLibrary {
  const problems = read.problems.toSorted((a, b) => a.line - b.line);
  const isWhole = library !== undefined && problems.every((problem) => severityOf(problem) !== 'error');
  const guessedTopics = read.guessedTopics ?? new Set<string>();
  return isWhole ? { form, library, guessedTopics, problems } : { form, guessedTopics, problems };
}
