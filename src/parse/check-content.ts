import type { Library } from '../model/library.ts';
import type { Problem } from '../model/problem.ts';
import { checkControls } from './check-controls.ts';
import { checkNearDuplicates } from './check-near-duplicates.ts';
import { checkSourceSpellings } from './check-source-spellings.ts';

type Rule = (library: Library, file: string) => readonly Problem[];

/** What is only looked for when somebody asks for a check: it makes no library wrong. */
const RULES: readonly Rule[] = [checkControls, checkNearDuplicates, checkSourceSpellings];

/** What is doubtful in a library that can be read, in the order of its lines. */
export function checkContent(library: Library, file: string): readonly Problem[] {
  return RULES.flatMap((rule) => rule(library, file)).sort((a, b) => a.line - b.line);
}
