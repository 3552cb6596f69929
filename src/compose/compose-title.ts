import type { TitleSlide, Unnumbered } from '../model/slides.ts';
import type { DeckContext, DeckOptions } from './deck-context.ts';
import { fitLabel } from './fit-text.ts';
import { curlQuotes } from './set-quote.ts';
import { countOf } from './words-for.ts';

const TITLE_SECONDS = 20;

export function composeTitle(context: DeckContext, options: DeckOptions): Unnumbered<TitleSlide> {
  const { library } = context.selection;
  const { minutes } = context.selection;
  const parts = new Set(context.lessons.map((lesson) => lesson.part)).size;
  const fitted = (text: string, box: 'title' | 'subtitle' | 'occasion') =>
    fitLabel(curlQuotes(text), box, context.style);
  return {
    kind: 'title',
    anchor: 'title',
    seconds: TITLE_SECONDS,
    title: fitted(options.title ?? library.title, 'title'),
    subtitle: fitted(options.subtitle ?? library.tagline, 'subtitle'),
    occasion: fitted([options.presenter, options.event, options.date].filter(Boolean).join(' · '), 'occasion'),
    facts: [
      countOf(context.lessons.length, 'lesson'),
      countOf(parts, 'part'),
      countOf(context.sourceNumbers.size, 'source'),
      ...(minutes === undefined ? [] : [countOf(minutes, 'minute')]),
    ],
  };
}
