import type { Library } from '../model/library.ts';
import { type Problem, severityOf } from '../model/problem.ts';
import { fileExtension } from './file-stem.ts';
import { parseCurated } from './parse-curated.ts';
import { parseDocument } from './parse-document.ts';

export interface ParsedLibrary {
  /** Absent whenever a problem of severity error exists. */
  readonly library?: Library;
  readonly problems: readonly Problem[];
}

/** Reads a library in either form; everything that is wrong with it is told at once, in the order of the lines. */
export function parseLibrary(text: string, file: string): ParsedLibrary {
  if (text.trim() === '') return { problems: [{ kind: 'document-empty', file, line: 1, details: {} }] };
  const { library, problems } = isCurated(text, file) ? parseCurated(text, file) : parseDocument(text, file);
  const hasError = problems.some((problem) => severityOf(problem) === 'error');
  return hasError || library === undefined ? { problems } : { library, problems };
}

function isCurated(text: string, file: string): boolean {
  const extension = fileExtension(file);
  if (extension === '.yaml' || extension === '.yml' || extension === '.json') return true;
  if (extension === '.txt' || extension === '.md') return false;
  return text.trimStart().startsWith('{') || /^parts:/m.test(text);
}
