import type { Library } from '../model/library.ts';
import { lessonsOf } from '../model/library.ts';
import type { Problem } from '../model/problem.ts';
import type { Theme } from '../model/theme.ts';
import { findNearest } from './find-nearest.ts';

/** A warning for every tag that names none of the themes at hand. */
export function checkThemes(library: Library, themes: readonly Theme[], file: string): readonly Problem[] {
  const names = themes.map((theme) => theme.name);
  const known = new Set(names);
  // The same slip often stands in every lesson: its near miss is looked for once.
  const nearest = new Map<string, string>();
  return lessonsOf(library).flatMap((lesson) =>
    lesson.themes
      .filter((theme) => !known.has(theme))
      .map((theme) => {
        const near = nearest.get(theme) ?? findNearest(theme, names);
        nearest.set(theme, near);
        return { kind: 'theme-unknown', file, line: lesson.line, details: { theme, id: lesson.id, nearest: near } };
      }),
  );
}
