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
      const names = lesson.themes.length > 0 ? [] : findThemes(lesson, themes, index);
      if (names.length === 0) return lesson;
      suggested += 1;
      return { ...lesson, themes: names };
    }),
  }));
  return { library: { ...library, parts }, suggested };
}

function findThemes(lesson: Lesson, themes: readonly Theme[], index: TermIndex): readonly string[] {
  const scores = new Map<number, number>();
  count(lesson.topic, TOPIC_WEIGHT, index, scores);
  count(lesson.quote, QUOTE_WEIGHT, index, scores);
  return [...scores]
    .sort(([themeA, scoreA], [themeB, scoreB]) => scoreB - scoreA || themeA - themeB)
    .slice(0, MOST_THEMES)
    .flatMap(([theme]) => themes[theme]?.name ?? []);
}

function count(text: string, weight: number, index: TermIndex, scores: Map<number, number>): void {
  const stems = stemsOf(text);
  stems.forEach((stem, position) => {
    for (const { theme, rest } of index.get(stem) ?? []) {
      const matches = rest.every((next, offset) => stems[position + 1 + offset] === next);
      if (matches) scores.set(theme, (scores.get(theme) ?? 0) + weight);
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
  return (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(stemOf);
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
