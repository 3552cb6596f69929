import type { AgendaSlide, Chapter, LessonMark, Unnumbered } from '../model/slides.ts';
import type { DeckContext } from './deck-context.ts';
import { fitLabel } from './fit-text.ts';
import { curlQuotes } from './set-quote.ts';
import { countOf, paginate } from './words-for.ts';

const AGENDA_SECONDS = 20;

/** One row per chapter, over as many slides as they need; none where there is only one chapter. */
export function composeAgenda(context: DeckContext): readonly Unnumbered<AgendaSlide>[] {
  if (context.chapters.length < 2) return [];
  const kind = context.chapters[0]?.kind ?? 'part';
  const pages = paginate(context.chapters, context.style.rows.agenda);
  return pages.map((chapters, index) => ({
    kind: 'agenda',
    anchor: index === 0 ? 'agenda' : `agenda-${index + 1}`,
    seconds: AGENDA_SECONDS,
    heading: pages.length > 1 ? `Contents ${index + 1}/${pages.length}` : 'Contents',
    summary: `${countOf(context.lessons.length, 'lesson')} in ${countOf(context.chapters.length, kind)}`,
    rows: chapters.map((chapter) => ({
      anchor: chapter.anchor,
      number: chapter.number,
      tone: chapter.tone,
      title: fitLabel(curlQuotes(chapter.title), 'agenda-item', context.style),
      count: chapter.lessons.length,
      noun: chapter.lessons.length === 1 ? 'lesson' : 'lessons',
      marks: chapterMarks(chapter, context),
    })),
  }));
}

export function chapterMarks(chapter: Chapter, context: DeckContext): readonly LessonMark[] {
  return chapter.lessons.flatMap((lesson) => context.marks.get(lesson.id) ?? []);
}
