import type { Chapter, LessonMark, MarkLabel, PartSlide, ThemeSlide, Unnumbered } from '../model/slides.ts';
import { chapterMarks } from './compose-agenda.ts';
import type { DeckContext } from './deck-context.ts';
import { fitLabel, fits, fitText, shortenTo } from './fit-text.ts';
import { breakLines, SAFETY } from './lay-out-lines.ts';
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
    count: countOf(chapter.lessons.length, 'lesson'),
    labels: chapterMarks(chapter, context).map((mark) => labelMark(mark, context)),
  };
}

/** The topic in its short form, broken into the lines that its mark has room for; shortened where they are not enough. */
function labelMark(mark: LessonMark, { style }: DeckContext): MarkLabel {
  const box = style.boxes['mark-label'];
  const table = style.widths[box.font];
  const text = shortenTo(shortTopic(curlQuotes(mark.topic)), (candidate) => fits(candidate, 'mark-label', style));
  const { size } = fitText(text, 'mark-label', style);
  const lines = breakLines(text, (line) => textWidth(table, line) * size <= box.width * SAFETY);
  return { mark, lines, size, length: Math.ceil(Math.max(...lines.map((line) => textWidth(table, line))) * size) };
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
    theme: chapter.theme,
    icon: chapter.icon,
    description: fitLabel(curlQuotes(chapter.description), 'theme-description', context.style),
    count: `${countOf(chapter.lessons.length, 'lesson')} in ${parts} of ${countOf(all, 'part')}`,
    marks: chapterMarks(chapter, context),
  };
}
