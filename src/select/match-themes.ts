import type { Lesson } from '../model/library.ts';
import type { Theme } from '../model/theme.ts';
import { matchValues, unknownName } from './match-values.ts';
import { foldName } from './near-names.ts';

/**
 * The ids of the lessons that carry one of the themes meant.
 * @throws LecternError as `findThemes` does
 */
export function matchThemes(
  lessons: readonly Lesson[],
  themes: readonly Theme[],
  values: readonly string[],
  styles: readonly string[],
): ReadonlySet<string> {
  const wanted = findThemes(lessons, themes, values, styles);
  const matched = lessons.filter((lesson) => lesson.themes.some((theme) => wanted.has(theme)));
  return new Set(matched.map((lesson) => lesson.id));
}

/**
 * Names of the themes meant, by name or title in any case. A style, a look, is no theme.
 * @throws LecternError NAME_UNKNOWN; a style's name is answered with `--style`.
 */
export function findThemes(
  lessons: readonly Lesson[],
  themes: readonly Theme[],
  values: readonly string[],
  styles: readonly string[],
): ReadonlySet<string> {
  const byName = namesToThemes(lessons, themes);
  return matchValues(values, {
    option: '--theme',
    match: (value) => {
      const name = byName.get(foldName(value));
      return name === undefined ? undefined : [name];
    },
    unknown: (value) => {
      const style = foldName(value);
      const advice = styles.includes(style) ? `Did you mean --style ${style}? A theme is a subject, not a look.` : '';
      return unknownName('--theme', value, {
        noun: 'theme',
        plural: 'themes',
        all: [...new Set(byName.values())],
        advice,
      });
    },
  });
}

/** A name in `themes/` wins over a title, and both over a tag that only the library knows. */
function namesToThemes(lessons: readonly Lesson[], themes: readonly Theme[]): ReadonlyMap<string, string> {
  const byName = new Map<string, string>();
  const known = [
    ...themes.map(({ name }) => [name, name] as const),
    ...themes.map(({ name, title }) => [title, name] as const),
    ...lessons.flatMap((lesson) => lesson.themes.map((tag) => [tag, tag] as const)),
  ];
  for (const [said, name] of known) {
    const folded = foldName(said);
    if (!byName.has(folded)) {
      byName.set(folded, name);
    }
  }
  return byName;
}
