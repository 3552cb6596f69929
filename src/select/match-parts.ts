import { LecternError } from '../errors.ts';
import type { Part } from '../model/library.ts';
import { matchValues, unknownName } from './match-values.ts';
import { foldName } from './near-names.ts';

const NUMBER = /^\d+$/;
const RANGE = /^(\d+)\s*[-–]\s*(\d+)$/u;

/**
 * The ids of the lessons in the parts meant: `3`, `2-4`, or words of a title.
 * @throws LecternError NAME_UNKNOWN, or USAGE for a range that runs backwards.
 */
export function matchParts(parts: readonly Part[], values: readonly string[]): ReadonlySet<string> {
  const byNumber = new Map(parts.map((part) => [part.number, part]));
  const matched = matchValues(values, {
    option: '--part',
    match: (value) => matchNumbers(value, byNumber) ?? matchTitle(value, parts),
    unknown: (value) => unknownPart(value, parts),
  });
  return new Set([...matched].flatMap((part) => part.lessons.map((lesson) => lesson.id)));
}

function matchNumbers(value: string, byNumber: ReadonlyMap<number, Part>): readonly Part[] | undefined {
  if (NUMBER.test(value)) {
    const part = byNumber.get(Number(value));
    return part && [part];
  }
  const [, first, last] = RANGE.exec(value) ?? [];
  if (first === undefined || last === undefined) {
    return undefined;
  }
  const [from, to] = [Number(first), Number(last)];
  if (!byNumber.has(from) || !byNumber.has(to)) {
    return undefined;
  }
  if (from > to) {
    throw new LecternError('USAGE', `--part ${value}: the range runs backwards`, { hint: `Write ${to}-${from}.` });
  }
  return [...byNumber.values()].filter((part) => part.number >= from && part.number <= to);
}

function matchTitle(value: string, parts: readonly Part[]): readonly Part[] | undefined {
  const wanted = foldName(value);
  const same = parts.filter((part) => foldName(part.title) === wanted);
  if (same.length > 0) {
    return same;
  }
  const words = wordsOf(wanted);
  const matched = words.length === 0 ? [] : parts.filter((part) => holdsWords(foldName(part.title), words));
  return matched.length > 0 ? matched : undefined;
}

function holdsWords(title: string, words: readonly string[]): boolean {
  const inTitle = new Set(wordsOf(title));
  // Scripts that write without spaces have no words to compare: there, a piece of the title will do.
  return words.every((word) => inTitle.has(word) || (/[^\p{ASCII}]/u.test(word) && title.includes(word)));
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
}

function unknownPart(value: string, parts: readonly Part[]): LecternError {
  if (!NUMBER.test(value) && !RANGE.test(value)) {
    const all = parts.map((part) => part.title);
    return unknownName('--part', value, { noun: 'part', plural: 'parts', all });
  }
  const all = parts.map((part) => String(part.number));
  return unknownName('--part', value, { noun: 'part', plural: 'parts', all });
}
