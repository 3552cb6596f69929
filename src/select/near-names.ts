import { distance } from 'fastest-levenshtein';

/** Longer input is compared by its beginning only: no name is this long, and hostile input stays cheap. */
const MOST_COMPARED = 100;

/** The names that `wanted` may have been meant for, nearest first, at most `most`. */
export function nearNames(wanted: string, names: readonly string[], most = 3): readonly string[] {
  const folded = foldName(wanted).slice(0, MOST_COMPARED);
  if (folded === '') {
    return [];
  }
  const scored = [...new Set(names)].flatMap((name) => {
    const score = scoreName(folded, foldName(name).slice(0, MOST_COMPARED));
    return score === undefined ? [] : [{ name, score }];
  });
  return scored
    .sort((a, b) => a.score - b.score)
    .slice(0, most)
    .map(({ name }) => name);
}

/** `Did you mean a, b or c?`, or nothing when no name is near. */
export function didYouMean(near: readonly string[]): string {
  if (near.length === 0) {
    return '';
  }
  const last = near.at(-1) ?? '';
  const others = near.slice(0, -1).join(', ');
  return `Did you mean ${others === '' ? last : `${others} or ${last}`}?`;
}

/** Two names are the same name when they fold to the same text: case, accents' encoding and spacing do not count. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean).join(' ');
}

function scoreName(wanted: string, name: string): number | undefined {
  const apart = distance(wanted, name);
  const allowed = Math.max(1, Math.floor(Math.min(wanted.length, name.length) / 3));
  if (apart <= allowed || (apart === 2 && sortLetters(wanted) === sortLetters(name))) {
    return apart;
  }
  const [shorter, longer] = wanted.length < name.length ? [wanted, name] : [name, wanted];
  if (shorter.length >= 3 && longer.includes(shorter)) {
    return MOST_COMPARED + apart;
  }
  return undefined;
}

/** Equal for two names that differ by swapped letters, the commonest slip of all. */
function sortLetters(text: string): string {
  return [...text].sort().join('');
}
