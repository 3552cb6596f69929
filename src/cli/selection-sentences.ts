import { lessonsOf } from '../model/library.ts';
import type { Selection } from '../model/selection.ts';
import { clockTime, speakingTime, TALK_SECONDS } from '../model/speaking-time.ts';

/** Lessons that are named when they are left out; of more, the count says it. */
const MOST_NAMED = 40;

/** What is to be known of a selection that its options alone do not say: the time it takes, who was left out and why, the seed. */
export function selectionSentences(selection: Selection): readonly string[] {
  const { minutes, shuffle } = selection.criteria;
  return [
    ...(minutes === undefined ? [] : timeSentences(selection, minutes)),
    ...(shuffle === undefined ? [] : [`Shuffled with seed ${shuffle}.`]),
  ];
}

function timeSentences({ lessons, leftOut, library, criteria }: Selection, minutes: number): readonly string[] {
  const talk = criteria.talk ?? TALK_SECONDS;
  const seconds = lessons.reduce((sum, lesson) => sum + speakingTime(lesson, talk), 0);
  const count = lessons.length === 1 ? '1 lesson' : `${lessons.length} lessons`;
  const chosen = `--minutes ${minutes}: ${count} of ${lessons.length + leftOut.length}, ${clockTime(seconds)} with ${talk} s of talk each.`;
  if (leftOut.length === 0) return [chosen];
  const why = criteria.limit === lessons.length ? `--limit ${criteria.limit} is reached` : 'there is no time for them';
  const ids = rangesOf(
    lessonsOf(library).map((lesson) => lesson.id),
    new Set(leftOut.map((lesson) => lesson.id)),
  );
  const named = ids.length > MOST_NAMED ? `${leftOut.length} lessons` : ids.join(', ');
  return [chosen, `Left out, since ${why}: ${named}.`];
}

/** The wanted ids, neighbours in the library as a range: `1.2`, `1.4-1.7`. */
function rangesOf(ids: readonly string[], wanted: ReadonlySet<string>): readonly string[] {
  const ranges: { readonly first: string; last: string }[] = [];
  let open = false;
  for (const id of ids) {
    const range = ranges.at(-1);
    if (!wanted.has(id)) open = false;
    else if (open && range) range.last = id;
    else {
      ranges.push({ first: id, last: id });
      open = true;
    }
  }
  return ranges.map(({ first, last }) => (first === last ? first : `${first}-${last}`));
}
