import { type Library, lessonsOf } from '../model/library.ts';
import type { Problem } from '../model/problem.ts';
import type { Theme } from '../model/theme.ts';

/** A warning for every theme that no lesson of these libraries has, be it tagged or suggested by its words. */
export function checkUnusedThemes(
  libraries: readonly Library[],
  themes: readonly Theme[],
  file: string,
): readonly Problem[] {
  const used = new Set(libraries.flatMap((library) => lessonsOf(library).flatMap((lesson) => lesson.themes)));
  return themes
    .filter(({ name }) => !used.has(name))
    .map(({ name }) => ({ kind: 'theme-unused', file, line: 1, details: { theme: name } }));
}
