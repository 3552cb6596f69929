import type { ThemeSuggestion } from '../model/imported.ts';
import { type Lesson, type Library, lessonsOf } from '../model/library.ts';
import type { Theme } from '../model/theme.ts';

export interface SuggestedThemes {
  readonly library: Library;
  /** How many lessons were given themes. */
  readonly suggested: number;
}

const MOST_THEMES = 3;
const TOPIC_WEIGHT = 2;
const QUOTE_WEIGHT = 1;

interface Term {
  readonly theme: number;
  /** The stems after the first. */
  readonly rest: readonly string[];
}

/** First stem of a term → the terms that begin with it. */
type TermIndex = ReadonlyMap<string, readonly Term[]>;

/**
 * Gives lessons without tags one to three themes by the themes' terms, the best first. Terms match whole words,
 * whatever their plural or -ing; a word of the topic counts twice. Lessons with tags stay as they are.
 */
export function suggestThemes(library: Library, themes: readonly Theme[]): SuggestedThemes {
  if (lessonsOf(library).every((lesson) => lesson.themes.length > 0)) return { library, suggested: 0 };
  const index = indexTerms(themes);
  let suggested = 0;
  const parts = library.parts.map((part) => ({
    ...part,
    lessons: part.lessons.map((lesson) => {
      const found = lesson.themes.length > 0 ? [] : findThemes(lesson, themes, index);
      if (found.length === 0) return lesson;
      suggested += 1;
      return { ...lesson, themes: found.map(({ theme }) => theme) };
    }),
  }));
  return { library: { ...library, parts }, suggested };
}

/** For every lesson without tags, by its id: the themes that its words suggest, the best first, and those words. */
export function explainThemes(
  library: Library,
  themes: readonly Theme[],
): ReadonlyMap<string, readonly ThemeSuggestion[]> {
  const index = indexTerms(themes);
  const untagged = lessonsOf(library).filter((lesson) => lesson.themes.length === 0);
  const found = untagged.map((lesson) => [lesson.id, findThemes(lesson, themes, index)] as const);
  return new Map(found.filter(([, suggestions]) => suggestions.length > 0));
}

interface Score {
  weight: number;
  readonly words: Set<string>;
}

function findThemes(lesson: Lesson, themes: readonly Theme[], index: TermIndex): readonly ThemeSuggestion[] {
  const scores = new Map<number, Score>();
  count(lesson.topic, TOPIC_WEIGHT, index, scores);
  count(lesson.quote, QUOTE_WEIGHT, index, scores);
  return [...scores]
    .sort(([themeA, a], [themeB, b]) => b.weight - a.weight || themeA - themeB)
    .slice(0, MOST_THEMES)
    .flatMap(([theme, { words }]) => {
      const name = themes[theme]?.name;
      return name === undefined ? [] : [{ theme: name, words: [...words] }];
    });
}

function count(text: string, weight: number, index: TermIndex, scores: Map<number, Score>): void {
  const words = wordsOf(text);
  const stems = words.map(stemOf);
  stems.forEach((stem, position) => {
    for (const { theme, rest } of index.get(stem) ?? []) {
      const matches = rest.every((next, offset) => stems[position + 1 + offset] === next);
      if (!matches) continue;
      const score = scores.get(theme) ?? { weight: 0, words: new Set() };
      score.weight += weight;
      score.words.add(words.slice(position, position + 1 + rest.length).join(' '));
      scores.set(theme, score);
    }
  });
}

function indexTerms(themes: readonly Theme[]): TermIndex {
  const index = new Map<string, Term[]>();
  themes.forEach((theme, position) => {
    // Two terms of a theme with one stem ("tool", "tools") are one term: it must not count twice.
    const seen = new Set<string>();
    for (const term of theme.terms) {
      const [first, ...rest] = stemsOf(term);
      const key = [first, ...rest].join(' ');
      if (first === undefined || seen.has(key)) continue;
      seen.add(key);
      const terms = index.get(first) ?? [];
      terms.push({ theme: position, rest });
      index.set(first, terms);
    }
  });
  return index;
}

function stemsOf(text: string): readonly string[] {
  return wordsOf(text).map(stemOf);
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Only so much stemming that "policies", "scaling" and "scale" meet; no word list, no language but English endings. */
function stemOf(word: string): string {
  if (word.length <= 3) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith('ing') && word.length > 5) return withoutDoubling(word.slice(0, -3));
  const singular = word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us') ? word.slice(0, -1) : word;
  return singular.endsWith('e') && singular.length > 4 ? singular.slice(0, -1) : singular;
}

function withoutDoubling(stem: string): string {
  return stem.at(-1) === stem.at(-2) && !/[lsz]$/.test(stem) ? stem.slice(0, -1) : stem;
}
