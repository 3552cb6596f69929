import { distance } from 'fastest-levenshtein';

/** Longer words are no slip of the finger, and comparing them costs length × length. */
const MOST_CHARACTERS = 60;

/** The candidate that `word` is most likely a slip of, or '' when none is near. */
export function findNearest(word: string, candidates: readonly string[]): string {
  if (word.length > MOST_CHARACTERS) return '';
  const typed = word.toLowerCase();
  let nearest = '';
  let best = Math.max(2, Math.floor(typed.length / 3)) + 1;
  for (const candidate of candidates) {
    const apart = distance(typed, candidate.toLowerCase());
    if (apart < best) {
      best = apart;
      nearest = candidate;
    }
  }
  return nearest;
}
