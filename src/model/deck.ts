import type { Lesson } from './library.ts';
import type { Direction } from './set-text.ts';
import type { CitedSource, LessonMark, Slide } from './slides.ts';
import type { Theme } from './theme.ts';

/** Slides that lie under each other in the browser: one slide, or a chapter with its divider and lessons. */
export interface Stack {
  readonly slides: readonly Slide[];
}

export interface Deck {
  /** Stem of the names of the files made from it. */
  readonly name: string;
  readonly title: string;
  readonly subject: string;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: Direction;
  readonly stacks: readonly Stack[];
  /** One mark per lesson, part by part, as the index draws them. */
  readonly marks: readonly LessonMark[];
  readonly lessons: readonly Lesson[];
  readonly themes: readonly Theme[];
  readonly sources: readonly CitedSource[];
  /** Expected speaking time of the whole talk. */
  readonly seconds: number;
}

/** All slides of a deck in their order. */
export function slidesOf(deck: Deck): readonly Slide[] {
  return deck.stacks.flatMap((stack) => stack.slides);
}
