import type { Library } from '../model/library.ts';
import { lessonsOf } from '../model/library.ts';
import { matchValues, unknownName } from './match-values.ts';
import { foldName } from './near-names.ts';

/**
 * The ids of the lessons said in one of the sources, whose names are taken in any case.
 * @throws LecternError NAME_UNKNOWN.
 */
export function matchSources(library: Library, values: readonly string[]): ReadonlySet<string> {
  const lessons = lessonsOf(library);
  const all = [
    ...new Set([...library.sources.map((source) => source.name), ...lessons.map((lesson) => lesson.source)]),
  ];
  const known = new Set(all.map(foldName));
  const wanted = matchValues(values, {
    option: '--source',
    match: (value) => (known.has(foldName(value)) ? [foldName(value)] : undefined),
    unknown: (value) =>
      unknownName('--source', value, {
        noun: 'source',
        plural: 'sources',
        all,
      }),
  });
  return new Set(lessons.filter((lesson) => wanted.has(foldName(lesson.source))).map((lesson) => lesson.id));
}
