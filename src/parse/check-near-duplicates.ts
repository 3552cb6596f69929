import { foldWords } from '../model/fold-words.ts';
import { type Lesson, type Library, lessonsOf } from '../model/library.ts';
import type { Problem } from '../model/problem.ts';

/** So many of the pairs of neighbouring words of two quotes must be the same. */
const ALIKE = 0.6;
/** Shorter quotes are alike by chance: only the same words count. */
const FEWEST_WORDS = 6;
/** A pair of words in more quotes than this says nothing about any two of them, and would make the search quadratic. */
const MOST_SHARED = 100;

interface Entry {
  readonly lesson: Lesson;
  readonly pairs: ReadonlySet<string>;
}

/**
 * A warning for every quote that says nearly the same as an earlier one: the same words in other marks, or most of them. Only
 * quotes that share one of their rarest pairs of words are compared, so that thousands of lessons take no time.
 */
export function checkNearDuplicates(library: Library, file: string): readonly Problem[] {
  const firsts = new Map<string, Lesson>();
  const problems: Problem[] = [];
  const entries: Entry[] = [];
  for (const lesson of lessonsOf(library)) {
    const words = foldWords(lesson.quote);
    const key = words.join(' ') || lesson.quote;
    const first = firsts.get(key);
    if (first !== undefined) {
      problems.push(describe('quote-duplicate', lesson, first, file));
      continue;
    }
    firsts.set(key, lesson);
    if (words.length >= FEWEST_WORDS) entries.push({ lesson, pairs: pairsOf(words) });
  }
  return [...problems, ...findAlike(entries, file)];
}

function pairsOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`));
}

function findAlike(entries: readonly Entry[], file: string): readonly Problem[] {
  const counts = new Map<string, number>();
  for (const { pairs } of entries) for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const index = new Map<string, Entry[]>();
  return entries.flatMap((entry) => {
    const rarest = rarestOf(entry, counts);
    const earlier = new Set(rarest.flatMap((pair) => index.get(pair) ?? []));
    for (const pair of rarest) {
      const others = index.get(pair);
      if (others) others.push(entry);
      else index.set(pair, [entry]);
    }
    const alike = [...earlier].find((other) => isAlike(entry, other));
    return alike === undefined ? [] : [describe('quote-near-duplicate', entry.lesson, alike.lesson, file)];
  });
}

/** Two sets that share a part of ALIKE share at least one of these: as many as may differ, and one more. */
function rarestOf({ pairs }: Entry, counts: ReadonlyMap<string, number>): readonly string[] {
  const countOf = (pair: string): number => counts.get(pair) ?? 0;
  const rarest = [...pairs].sort((a, b) => countOf(a) - countOf(b) || (a < b ? -1 : 1));
  const needed = rarest.slice(0, pairs.size - Math.ceil(ALIKE * pairs.size) + 1);
  return needed.filter((pair) => countOf(pair) > 1 && countOf(pair) <= MOST_SHARED);
}

function isAlike(a: Entry, b: Entry): boolean {
  let shared = 0;
  for (const pair of a.pairs) if (b.pairs.has(pair)) shared += 1;
  return shared >= ALIKE * (a.pairs.size + b.pairs.size - shared);
}

function describe(
  kind: 'quote-duplicate' | 'quote-near-duplicate',
  { id, line }: Lesson,
  other: Lesson,
  file: string,
): Problem {
  return { kind, file, line, details: { id, other: other.id, first: String(other.line) } };
}
