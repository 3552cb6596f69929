import { LecternError } from '../errors.ts';
import type { Lesson, Library } from '../model/library.ts';
import { lessonsOf } from '../model/library.ts';
import type { Criteria, GroupBy } from '../model/selection.ts';
import type { Theme } from '../model/theme.ts';
import { matchParts } from './match-parts.ts';
import { findThemes } from './match-themes.ts';
import { selectLessons } from './select-lessons.ts';

/** One talk of several that a library is split into. */
export interface Share {
  /** `Part 3, Zero Trust`, `Theme Security`. */
  readonly title: string;
  readonly criteria: Criteria;
  /** What tells it from the others in a file name: `part-3`. */
  readonly suffix: string;
}

export interface Split {
  readonly shares: readonly Share[];
  /** Lessons that no share holds, since they have no theme. */
  readonly left: readonly Lesson[];
  /** Titles of parts and themes that were asked for, and that the other criteria leave nothing of. */
  readonly empty: readonly string[];
}

/**
 * The criteria of a talk for each part, or theme, that the criteria leave lessons of. Limits, minutes and shuffles are each
 * talk's own.
 * @throws LecternError as `selectLessons` does; SELECTION_EMPTY where no lesson has a theme.
 */
export async function splitCriteria(
  { library, themes }: { readonly library: Library; readonly themes: readonly Theme[] },
  criteria: Criteria,
  { each, styles }: { readonly each: GroupBy; readonly styles: readonly string[] },
): Promise<Split> {
  const { limit: _limit, minutes: _minutes, talk: _talk, shuffle: _shuffle, ...which } = criteria;
  const { lessons } = await selectLessons(library, themes, which, styles);
  if (each === 'part') return { ...shareParts(library, lessons, criteria), left: [] };
  const asked = criteria.theme ?? [];
  const wanted = asked.length === 0 ? undefined : findThemes(lessonsOf(library), themes, asked, styles);
  const used = new Set(lessons.flatMap((lesson) => lesson.themes));
  const order = [...new Set([...themes.map(({ name }) => name), ...used])];
  const names = order.filter((name) => used.has(name) && (wanted?.has(name) ?? true));
  if (names.length === 0) {
    const hint = 'Tag lessons with themes in the library, or write --each part.';
    throw new LecternError('SELECTION_EMPTY', '--each theme: no lesson has a theme', { hint });
  }
  const titleOf = (name: string): string => themes.find((theme) => theme.name === name)?.title ?? name;
  const shares = names.map((name) => ({
    title: `Theme ${titleOf(name)}`,
    criteria: { ...criteria, theme: [name] },
    suffix: `theme-${name}`,
  }));
  const empty = order.filter((name) => !used.has(name) && (wanted?.has(name) ?? false));
  return {
    shares,
    left: lessons.filter((lesson) => lesson.themes.length === 0),
    empty: empty.map((name) => `Theme ${titleOf(name)}`),
  };
}

function shareParts(
  { parts }: Library,
  lessons: readonly Lesson[],
  criteria: Criteria,
): Pick<Split, 'shares' | 'empty'> {
  const used = new Set(lessons.map((lesson) => lesson.part));
  const asked = criteria.part ?? [];
  const wanted = asked.length === 0 ? undefined : matchParts(parts, asked);
  const shares = parts.map((part) => ({
    isUsed: used.has(part.number),
    isWanted: wanted === undefined || part.lessons.some(({ id }) => wanted.has(id)),
    title: `Part ${part.number}, ${part.title}`,
    criteria: { ...criteria, part: [String(part.number)] },
    suffix: `part-${part.number}`,
  }));
  return {
    shares: shares.filter(({ isUsed }) => isUsed),
    empty: shares.filter(({ isUsed, isWanted }) => isWanted && !isUsed).map(({ title }) => title),
  };
}
