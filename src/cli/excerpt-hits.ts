import type { Lesson } from '../model/library.ts';
import { hitsIn } from '../select/search-lessons.ts';

/** Stand around words that were found; they take no room in a table. */
export const HIT_MARKS = { open: '\ufdd0', close: '\ufdd1' } as const;

/** In characters: what is shown of a text, and how much of it before the first hit. */
const LONGEST = 72;
const BEFORE = 12;

/**
 * Where the words that were looked for stand in a lesson, marked: in the quote if they do, else in the topic, the note or the
 * source, which is then named. Empty where none of them does.
 * @param terms words as the index knows them
 */
export function excerptHits(lesson: Lesson, terms: ReadonlySet<string>, clean: (text: string) => string): string {
  const fields = [
    ['', lesson.quote],
    ['topic: ', lesson.topic],
    ['note: ', lesson.note ?? ''],
    ['source: ', lesson.source],
  ] as const;
  const found = fields.map(([name, text]) => ({ name, text, hits: hitsIn(text, terms) }));
  const most = Math.max(...found.map(({ hits }) => different(hits)));
  const best = found.find(({ hits }) => hits.length > 0 && different(hits) === most);
  return best === undefined ? '' : `${best.name}${cut(best.text, best.hits, clean)}`;
}

type Hits = ReturnType<typeof hitsIn>;

function different(hits: Hits): number {
  return new Set(hits.map(({ term }) => term)).size;
}

function cut(text: string, hits: Hits, clean: (text: string) => string): string {
  const first = hits[0]?.start ?? 0;
  const from = text.length <= LONGEST || first <= BEFORE ? 0 : text.indexOf(' ', first - BEFORE - 1) + 1;
  const to = endOf(text, Math.max(from + LONGEST, hits[0]?.end ?? 0));
  let shown = from > 0 ? '… ' : '';
  let done = from;
  for (const { start, end } of hits.filter((hit) => hit.start >= from && hit.end <= to)) {
    shown += `${clean(text.slice(done, start))}${HIT_MARKS.open}${clean(text.slice(start, end))}${HIT_MARKS.close}`;
    done = end;
  }
  return `${shown}${clean(text.slice(done, to)).trimEnd()}${to < text.length ? ' …' : ''}`;
}

/** The last space before the place, or the place itself. */
function endOf(text: string, place: number): number {
  if (place >= text.length) return text.length;
  const space = text.lastIndexOf(' ', place);
  return space > place - 2 * BEFORE ? space : place;
}
