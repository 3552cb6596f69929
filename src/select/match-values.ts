import { LecternError } from '../errors.ts';
import { didYouMean, nearNames } from './near-names.ts';

/** More names than this are not worth listing on a terminal. */
const MOST_LISTED = 12;

export interface Matching<Match> {
  /** As typed, such as `--part`. */
  readonly option: string;
  /** What the value stands for; undefined when it stands for nothing. */
  readonly match: (value: string) => readonly Match[] | undefined;
  /** The error for a value that stands for nothing. */
  readonly unknown: (value: string) => LecternError;
}

/**
 * Everything that the values of one option stand for. The whole value is tried before its comma pieces, so that a name
 * may hold a comma.
 * @throws LecternError USAGE for an empty value; what `unknown` makes for one that stands for nothing.
 */
export function matchValues<Match>(values: readonly string[], matching: Matching<Match>): ReadonlySet<Match> {
  return new Set(values.flatMap((value) => matchValue(value, matching)));
}

function matchValue<Match>(value: string, { option, match, unknown }: Matching<Match>): readonly Match[] {
  const whole = value.trim();
  const matched = whole === '' ? undefined : match(whole);
  if (matched !== undefined) {
    return matched;
  }
  const pieces = splitCommas(whole);
  if (pieces.length === 0) {
    throw new LecternError('USAGE', `${option}: the value is empty`, {
      hint: `Write what to select after ${option}.`,
    });
  }
  return pieces.flatMap((piece) => {
    const found = match(piece);
    if (found === undefined) {
      throw unknown(piece);
    }
    return found;
  });
}

/** The pieces of a comma list, without spaces around them and without empty ones. */
export function splitCommas(value: string): readonly string[] {
  return value
    .split(',')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

/** NAME_UNKNOWN that names the near misses and, where the list is short, everything there is. */
export function unknownName(
  option: string,
  value: string,
  names: {
    readonly noun: string;
    readonly plural: string;
    readonly all: readonly string[];
    readonly advice?: string;
  },
): LecternError {
  const near = didYouMean(nearNames(value, names.all));
  const all = names.all.length <= MOST_LISTED ? `The ${names.plural} are: ${names.all.join(' · ')}.` : '';
  const lookup = near === '' && all === '' ? `\`lectern list ${names.plural}\` shows them all.` : '';
  const hint = [names.advice ?? '', near, all, lookup].filter(Boolean).join(' ');
  return new LecternError('NAME_UNKNOWN', `${option} ${value}: there is no such ${names.noun}`, { hint });
}
