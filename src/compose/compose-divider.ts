import type { Chapter, LessonMark, PartSlide, SpineLabel, ThemeSlide, Unnumbered } from '../model/slides.ts';
import { chapterMarks } from './compose-agenda.ts';
import type { DeckContext } from './deck-context.ts';
import { fitLabel, fits, fitText, shortenTo } from './fit-text.ts';
import { curlQuotes } from './set-quote.ts';
import { textWidth } from './text-width.ts';
import { countOf, shortTopic } from './words-for.ts';

const DIVIDER_SECONDS = 15;

/** The slide that opens a chapter. */
export function composeDivider(chapter: Chapter, context: DeckContext): Unnumbered<PartSlide | ThemeSlide> {
  return chapter.kind === 'part' ? partDivider(chapter, context) : themeDivider(chapter, context);
}

function partDivider(chapter: Chapter, context: DeckContext): Unnumbered<PartSlide> {
  const { parts } = context.selection.library;
  return {
    kind: 'part',
    anchor: chapter.anchor,
    seconds: DIVIDER_SECONDS,
    place: `Part ${chapter.number} of ${Math.max(parts.length, chapter.number)}`,
    title: fitLabel(curlQuotes(chapter.title), 'divider-title', context.style),
    partNumber: chapter.number,
    tone: chapter.tone,
    spines: chapterMarks(chapter, context).map((mark) => labelSpine(mark, context)),
  };
}

/** The topic in its short form, in one line; shortened where it is longer than the highest spine. */
function labelSpine(mark: LessonMark, context: DeckContext): SpineLabel {
  const { style } = context;
  const text = shortenTo(shortTopic(curlQuotes(mark.topic)), (candidate) => fits(candidate, 'spine', style));
  const { size } = fitText(text, 'spine', style);
  return {
    mark,
    text,
    size,
    length: Math.ceil(textWidth(style.widths[style.boxes.spine.font], text) * size),
  };
}

function themeDivider(chapter: Chapter, context: DeckContext): Unnumbered<ThemeSlide> {
  const parts = new Set(chapter.lessons.map((lesson) => lesson.part)).size;
  const all = new Set(context.lessons.map((lesson) => lesson.part)).size;
  return {
    kind: 'theme',
    anchor: chapter.anchor,
    seconds: DIVIDER_SECONDS,
    place: `Theme ${chapter.number} of ${context.chapters.length}`,
    title: fitLabel(curlQuotes(chapter.title), 'theme-title', context.style),
    icon: chapter.icon,
    description: fitLabel(curlQuotes(chapter.description), 'theme-description', context.style),
    count: `${countOf(chapter.lessons.length, 'lesson')} in ${parts} of ${countOf(all, 'part')}`,
    marks: chapterMarks(chapter, context),
  };
}
