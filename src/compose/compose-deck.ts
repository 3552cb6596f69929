import type { Deck, Stack } from '../model/deck.ts';
import type { Selection } from '../model/selection.ts';
import type { Slide, Unnumbered } from '../model/slides.ts';
import { composeAgenda } from './compose-agenda.ts';
import { composeClosing } from './compose-closing.ts';
import { composeDivider } from './compose-divider.ts';
import { composeLessons } from './compose-lessons.ts';
import { composeMatrix } from './compose-matrix.ts';
import { composeSources } from './compose-sources.ts';
import { composeSourcesChart } from './compose-sources-chart.ts';
import { composeTitle } from './compose-title.ts';
import { createContext, type DeckContext, type DeckOptions } from './deck-context.ts';
import { citeSources } from './number-sources.ts';
import { planTime } from './plan-time.ts';

/**
 * The slides of a talk in their order: title, agenda, overviews, the chapters with their lessons, closing, sources. Slides that
 * would say nothing of a small selection are left out.
 */
export function composeDeck(selection: Selection, options: DeckOptions): Deck {
  const context = createContext(selection, options);
  const { library } = selection;
  const marks = [...context.marks.values()];
  const sources = citeSources(library, context.sourceNumbers, marks);
  const slides = [
    [composeTitle(context, options)],
    ...single(composeAgenda(context)),
    ...single(composeMatrix(context)),
    ...single(composeSourcesChart(context)),
    ...context.chapters.map((chapter) => chapterSlides(chapter, context)),
    ...single(composeClosing(context)),
    ...single(composeSources(sources, context)),
  ];
  const stacks = numberSlides(slides, selection.minutes);
  return {
    name: selection.suffix === '' ? library.name : `${library.name}-${selection.suffix}`,
    title: options.title ?? library.title,
    subject: library.subject,
    description: options.subtitle ?? library.tagline,
    language: context.language,
    direction: context.direction,
    stacks,
    marks,
    lessons: context.lessons,
    themes: selection.themes,
    sources,
    seconds: stacks.flatMap((stack) => stack.slides).reduce((sum, slide) => sum + slide.seconds, 0),
  };
}

function chapterSlides(chapter: DeckContext['chapters'][number], context: DeckContext): readonly Unnumbered[] {
  const lessons = composeLessons(chapter, context);
  return context.lessons.length === 1 ? lessons : [composeDivider(chapter, context), ...lessons];
}

/** Each slide a stack of its own. */
function single(slides: readonly Unnumbered[]): readonly (readonly Unnumbered[])[] {
  return slides.map((slide) => [slide]);
}

function numberSlides(groups: readonly (readonly Unnumbered[])[], minutes: number | undefined): readonly Stack[] {
  const times = planTime(
    groups.flat().map((slide) => slide.seconds),
    minutes,
  );
  let number = 0;
  return groups.map((slides) => ({
    slides: slides.map((slide): Slide => {
      number += 1;
      return { ...slide, number, ...(times[number - 1] ?? { start: 0 }) };
    }),
  }));
}
