import { checksum } from '../model/checksum.ts';
import type { Criteria } from '../model/selection.ts';

/** Leaves room for the library's name and `-handout.pdf` in the 255 bytes that file systems allow. */
const MOST_CHARACTERS = 60;

/**
 * What a selection adds to the names of its files: '' for a whole library, else such as `part-3` or
 * `theme-security-limit-5`. Only a–z, 0–9, `.` and `-`; at most 60 characters; different selections keep different names
 * where letters had to be dropped.
 */
export function nameSelection(criteria: Criteria): string {
  const pieces = [
    namePiece('part', criteria.part),
    namePiece('theme', criteria.theme),
    namePiece('lesson', criteria.lesson),
    namePiece('source', criteria.source),
    namePiece('search', criteria.search),
    namePiece('without', criteria.exclude),
    nameNumber('limit', criteria.limit),
    nameNumber('minutes', criteria.minutes),
    criteria.minutes === undefined ? '' : nameNumber('talk', criteria.talk),
    nameNumber('shuffle', criteria.shuffle),
  ];
  return shorten(pieces.filter(Boolean).join('-'));
}

function namePiece(word: string, values: readonly string[] | undefined): string {
  if (values === undefined || values.length === 0) {
    return '';
  }
  // `and`, because `part-2-5` would be the range.
  return `${word}-${values
    .flatMap((value) => value.split(','))
    .map(slugOf)
    .filter(Boolean)
    .join('-and-')}`;
}

function nameNumber(word: string, value: number | undefined): string {
  return value === undefined ? '' : `${word}-${value}`;
}

function slugOf(value: string): string {
  const folded = value.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
  const slug = trimEnds(folded.replace(/[^a-z0-9.]+/g, '-'));
  const dropped = /[^\p{ASCII}–]/u.test(folded);
  return dropped ? [slug, checksum(folded)].filter(Boolean).join('-') : slug;
}

function shorten(name: string): string {
  if (name.length <= MOST_CHARACTERS) {
    return trimEnds(name);
  }
  const sum = checksum(name);
  return `${trimEnds(name.slice(0, MOST_CHARACTERS - sum.length - 1))}-${sum}`;
}

/** Windows drops a dot at the end of a name, and a dash there reads as something missing. */
function trimEnds(name: string): string {
  let from = 0;
  let to = name.length;
  while (from < to && '.-'.includes(name.charAt(from))) {
    from += 1;
  }
  while (to > from && '.-'.includes(name.charAt(to - 1))) {
    to -= 1;
  }
  return name.slice(from, to);
}
