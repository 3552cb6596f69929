import type { Deck } from '../model/deck.ts';
import { lessonsOf } from '../model/library.ts';
import type { Selection } from '../model/selection.ts';
import type { Slide } from '../model/slides.ts';
import { composeLessons } from './compose-lessons.ts';
import { createContext, type DeckOptions } from './deck-context.ts';
import { citeSources } from './number-sources.ts';

/**
 * A card of each selected lesson, and nothing else; a quote too long for one has several. What a card says of a lesson's place is
 * its place in the whole library, since nobody sees what else was selected.
 */
export function composeCards(selection: Selection, options: DeckOptions): Deck {
  const { library, suffix } = selection;
  const context = createContext({ ...selection, lessons: lessonsOf(library) }, options);
  const marks = [...context.marks.values()];
  // A chapter without a key: lessons that stand for their part have one card like all others.
  const chapter = { ...NO_CHAPTER, lessons: selection.lessons };
  const slides = composeLessons(chapter, context).map(
    (slide, index): Slide => ({ ...slide, number: index + 1, start: 0 }),
  );
  return {
    name: suffix === '' ? library.name : `${library.name}-${suffix}`,
    title: options.title ?? library.title,
    subject: library.subject,
    description: options.subtitle ?? library.tagline,
    language: context.language,
    direction: context.direction,
    stacks: slides.map((slide) => ({ slides: [slide] })),
    marks,
    lessons: selection.lessons,
    themes: selection.themes,
    sources: citeSources(library, context.sourceNumbers, marks),
    seconds: 0,
  };
}

const NO_CHAPTER = {
  kind: 'part',
  anchor: '',
  number: 0,
  title: '',
  description: '',
  theme: '',
  icon: '',
  tone: 0,
} as const;
