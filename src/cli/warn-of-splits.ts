import { composeDeck } from '../compose/compose-deck.ts';
import { loadStyle, type StyleRequest } from '../load-style.ts';
import { slidesOf } from '../model/deck.ts';
import { type Library, lessonsOf } from '../model/library.ts';
import type { Problem } from '../model/problem.ts';

/** A warning for every quote that the style will show over several slides, so that its author can shorten it. */
export async function warnOfSplits(
  library: Library,
  file: string,
  request: Omit<StyleRequest, 'warn'>,
): Promise<readonly Problem[]> {
  const lessons = lessonsOf(library);
  if (lessons.length === 0) return [];
  const style = await loadStyle({ ...request, warn: () => {} });
  const deck = composeDeck(
    { library, themes: [], lessons, order: 'library', leftOut: [], criteria: {}, suffix: '' },
    { style },
  );
  const lines = new Map(lessons.map((lesson) => [lesson.id, lesson.line]));
  return slidesOf(deck).flatMap((slide) => {
    if (slide.kind !== 'lesson' || slide.piece?.number !== 1) return [];
    const details = { id: slide.lessonId, slides: String(slide.piece.of), style: style.title };
    return [{ kind: 'quote-split', file, line: lines.get(slide.lessonId) ?? 1, details }];
  });
}
