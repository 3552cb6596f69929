import { distance } from 'fastest-levenshtein';
import { foldWords } from '../model/fold-words.ts';
import { type Lesson, type Library, lessonsOf } from '../model/library.ts';
import type { Problem } from '../model/problem.ts';

/** In shorter words one letter makes another word: Ana and Ann are two people. */
const SHORTEST_WORD = 5;
const LONGEST_WORD = 30;
const MOST_WORDS = 20;

interface Name {
  readonly name: string;
  readonly words: readonly string[];
  readonly lessons: readonly Lesson[];
}

/**
 * A warning for every source that is probably another one in another spelling: case, marks, blanks and a leading "the" aside
 * the same, or one word of it a slip of the pen away. Candidates are found by their words with a letter left out, so that
 * thousands of names need not be compared with each other.
 */
export function checkSourceSpellings(library: Library, file: string): readonly Problem[] {
  const names = namesOf(library);
  const seen = new Map<string, Name[]>();
  return names.flatMap((name) => {
    const keys = keysOf(name.words);
    const others = new Set(keys.flatMap((key) => seen.get(key) ?? []));
    for (const key of keys) seen.set(key, [...(seen.get(key) ?? []), name]);
    const other = [...others].find((each) => isSlip(name.words, each.words));
    return other === undefined ? [] : [describe(name, other, file)];
  });
}

/** The spelling that more lessons have comes first: it is probably the right one. */
function namesOf(library: Library): readonly Name[] {
  const lessons = new Map<string, Lesson[]>();
  for (const lesson of lessonsOf(library)) {
    const cited = lessons.get(lesson.source);
    if (cited) cited.push(lesson);
    else lessons.set(lesson.source, [lesson]);
  }
  return [...lessons]
    .map(([name, citing]) => ({ name, words: withoutThe(foldWords(name)), lessons: citing }))
    .sort((a, b) => b.lessons.length - a.lessons.length);
}

function withoutThe(words: readonly string[]): readonly string[] {
  return words.length > 1 && words[0] === 'the' ? words.slice(1) : words;
}

function keysOf(words: readonly string[]): readonly string[] {
  const whole = words.join('');
  if (words.length > MOST_WORDS) return [whole];
  const slips = words.flatMap((word, index) =>
    mayBeMistyped(word)
      ? withOneLeftOut(word).map((variant) =>
          [...words.slice(0, index), `${variant}?`, ...words.slice(index + 1)].join(' '),
        )
      : [],
  );
  return [...new Set([whole, ...slips])];
}

function mayBeMistyped(word: string): boolean {
  return word.length >= SHORTEST_WORD && word.length <= LONGEST_WORD && !/\p{N}/u.test(word);
}

function withOneLeftOut(word: string): readonly string[] {
  return [word, ...Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1))];
}

function isSlip(a: readonly string[], b: readonly string[]): boolean {
  if (a.join('') === b.join('')) return true;
  const differing = a.map((word, index) => [word, b[index] ?? ''] as const).filter(([word, other]) => word !== other);
  const [pair] = differing;
  if (pair === undefined || differing.length > 1 || a.length !== b.length || !pair.every(mayBeMistyped)) return false;
  const [word, other] = pair;
  const isSwapped = [...word].sort().join('') === [...other].sort().join('');
  return distance(word, other) <= (isSwapped ? 2 : 1);
}

function describe({ name, lessons }: Name, other: Name, file: string): Problem {
  const [first] = lessons;
  const details = { name, id: first?.id ?? '', other: other.name, count: String(other.lessons.length) };
  return { kind: 'source-spelled-twice', file, line: first?.line ?? 1, details };
}
