import { LecternError } from '../errors.ts';
import { fullId, type Lesson } from '../model/library.ts';
import { matchValues, unknownName } from './match-values.ts';

/** Both ends may name their library; the second one's is the first one's unless it does. */
const RANGE = /^((?:.+:)?)(\d+\.\d+)\s*[-–]\s*((?:.+:)?)(\d+\.\d+)$/u;

/**
 * The ids meant by `3.4` and `3.4-3.7`, among several libraries also `ada:3.4`. A range follows the order of the library and may cross parts.
 * @throws LecternError NAME_UNKNOWN, or USAGE for a range that runs backwards.
 */
export function matchIds(
  option: '--lesson' | '--exclude',
  lessons: readonly Lesson[],
  values: readonly string[],
): ReadonlySet<string> {
  const places = new Map(
    lessons.flatMap((lesson, place) => [lesson.id, fullId(lesson)].map((id) => [id, place] as const)),
  );
  return matchValues(values, {
    option,
    match: (value) => matchId(value, { lessons, places }) ?? matchRange(option, value, { lessons, places }),
    unknown: (value) => unknownId(option, value, lessons),
  });
}

interface Places {
  readonly lessons: readonly Lesson[];
  readonly places: ReadonlyMap<string, number>;
}

function matchId(value: string, { lessons, places }: Places): readonly string[] | undefined {
  const lesson = lessons[places.get(value) ?? -1];
  return lesson && [lesson.id];
}

function rangeOf(value: string): readonly [first: string, last: string] | undefined {
  const [, library = '', first, otherLibrary = '', last] = RANGE.exec(value) ?? [];
  return first === undefined ? undefined : [`${library}${first}`, `${otherLibrary || library}${last}`];
}

function matchRange(option: string, value: string, { lessons, places }: Places): readonly string[] | undefined {
  const [first = '', last = ''] = rangeOf(value) ?? [];
  const [from, to] = [places.get(first), places.get(last)];
  if (from === undefined || to === undefined) {
    return undefined;
  }
  if (from > to) {
    const hint = `Write ${last}-${first}: a range follows the order of the library.`;
    throw new LecternError('USAGE', `${option} ${value}: the range runs backwards`, { hint });
  }
  return lessons.slice(from, to + 1).map((lesson) => lesson.id);
}

function unknownId(option: string, value: string, lessons: readonly Lesson[]): LecternError {
  const [first, last] = rangeOf(value) ?? [];
  const all = lessons.map(fullId);
  const known = new Set([...all, ...lessons.map((lesson) => lesson.id)]);
  const missing = [first, last].find((end) => end !== undefined && !known.has(end));
  const isPart = lessons.some((lesson) => String(lesson.part) === value);
  const advice = isPart
    ? `${value} is a part; its lessons are ${value}.1 and so on. Did you mean --part ${value}?`
    : '';
  return unknownName(option, missing ?? value, {
    noun: 'lesson',
    plural: 'lessons',
    all,
    advice,
  });
}
