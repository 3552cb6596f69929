import MiniSearch from 'minisearch';
import { stemmer } from 'stemmer';
import { LecternError } from '../errors.ts';
import type { Lesson } from '../model/library.ts';
import { splitCommas } from './match-values.ts';

/** Shorter words are taken as they are: nearly everything begins with, or is one slip away from, a short word. */
const SHORTEST_PREFIX = 3;
const SHORTEST_FUZZY = 4;

/**
 * The ids of the lessons found, best first. Every word of a search must be found in a lesson, whole or as a beginning;
 * a search that finds nothing so is tried again by the stems of its words, then with slips of the pen allowed. Several searches find what any of
 * them finds.
 * @throws LecternError USAGE for an empty search.
 */
export function searchLessons(lessons: readonly Lesson[], searches: readonly string[]): ReadonlySet<string> {
  const best = new Map<string, number>();
  for (const { id, score } of findAll(lessons, searches)) best.set(id, Math.max(score, best.get(id) ?? 0));
  const ranked = lessons.filter((lesson) => best.has(lesson.id)).map((lesson) => lesson.id);
  return new Set(ranked.sort((a, b) => (best.get(b) ?? 0) - (best.get(a) ?? 0)));
}

/** By lesson, the words of it that were found, as the index knows them. */
export function findTerms(
  lessons: readonly Lesson[],
  searches: readonly string[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { id, terms } of findAll(lessons, searches)) {
    const known = found.get(id) ?? new Set();
    found.set(id, known);
    for (const term of terms) known.add(term);
  }
  return found;
}

/** Where words of a text stand that were found. */
export function hitsIn(
  text: string,
  terms: ReadonlySet<string>,
): readonly { readonly term: string; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index: start }) => {
    const term = wordAndStem(word).find((known) => terms.has(known));
    return term !== undefined ? [{ term, start, end: start + word.length }] : [];
  });
}

/** What MiniSearch takes for a word. */
const WORD = /[^\n\r\p{Z}\p{P}]+/gu;

interface Found {
  readonly id: string;
  readonly score: number;
  readonly terms: readonly string[];
}

function findAll(lessons: readonly Lesson[], searches: readonly string[]): readonly Found[] {
  const index = indexLessons(lessons);
  return searches.flatMap(splitSearch).flatMap((words) => findWords(index, words));
}

function splitSearch(search: string): readonly string[] {
  const pieces = splitCommas(search);
  if (pieces.length === 0) {
    throw new LecternError('USAGE', '--search: the value is empty', {
      hint: 'Write the words to look for after --search.',
    });
  }
  return pieces;
}

function indexLessons(lessons: readonly Lesson[]): MiniSearch<Lesson> {
  const index = new MiniSearch<Lesson>({
    fields: ['topic', 'quote', 'source', 'note'],
    processTerm: wordAndStem,
    searchOptions: {
      processTerm: foldWord,
      boost: { topic: 3 },
      combineWith: 'AND',
      prefix: (word) => word.length >= SHORTEST_PREFIX,
    },
  });
  index.addAll(lessons);
  return index;
}

function findWords(index: MiniSearch<Lesson>, words: string): readonly Found[] {
  const found = firstFound([
    () => index.search(words),
    () => index.search(words, { processTerm: (word) => stemmer(foldWord(word)), prefix: false }),
    () => index.search(words, { fuzzy: (word) => (word.length >= SHORTEST_FUZZY ? 0.2 : false) }),
  ]);
  return found.map(({ id, score, terms }) => ({ id: String(id), score, terms }));
}

function firstFound<T>(searches: readonly (() => readonly T[])[]): readonly T[] {
  for (const search of searches) {
    const found = search();
    if (found.length > 0) return found;
  }
  return [];
}

/** Words are found by their stems too: `policies` finds `policy`. The stems are English; of other languages they are the words. */
function wordAndStem(word: string): string[] {
  const folded = foldWord(word);
  const stem = stemmer(folded);
  return stem === folded ? [folded] : [folded, stem];
}

function foldWord(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
