import type { QuoteSegment } from './set-text.ts';
import type { CitedSource, LessonMark, LessonSlide } from './slides.ts';

export const PAPERS = ['A4', 'Letter'] as const;
export type Paper = (typeof PAPERS)[number];

/** Width and height in mm. */
export const PAPER_SIZES: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  A4: { width: 210, height: 297 },
  Letter: { width: 215.9, height: 279.4 },
};

export const HANDOUT_LAYOUTS = ['slides', 'text'] as const;
export type HandoutLayout = (typeof HANDOUT_LAYOUTS)[number];

/** Slides on a page. */
export const SLIDES_PER_PAGE = [1, 2, 3, 4, 6] as const;
export type SlidesPerPage = (typeof SLIDES_PER_PAGE)[number];

/** What stands beside the slides: lines to write on, the speaker's notes, or nothing. */
export const HANDOUT_NOTES = ['lines', 'speaker', 'none'] as const;
export type HandoutNotes = (typeof HANDOUT_NOTES)[number];

export interface HandoutOptions {
  readonly paper: Paper;
  readonly layout: HandoutLayout;
  readonly perPage: SlidesPerPage;
  readonly notes: HandoutNotes;
}

/** A chapter as a page's head and a text page's heading show it. */
export interface HandoutChapter {
  readonly anchor: string;
  /** Empty for a chapter without a number of its own. */
  readonly number: string;
  readonly title: string;
  readonly tone: number;
}

interface PageBase {
  /** 1-based. */
  readonly number: number;
  /** Lessons that the page holds: lit in the index at its foot. */
  readonly lit: readonly LessonMark[];
}

export interface HandoutSlidesPage extends PageBase {
  readonly kind: 'slides';
  readonly chapter: HandoutChapter;
  /** Whether the chapter begins here. */
  readonly opens: boolean;
  readonly slides: readonly LessonSlide[];
}

/** One lesson as running text. */
export interface HandoutLesson {
  readonly id: string;
  readonly topic: string;
  readonly segments: readonly QuoteSegment[];
  readonly open: string;
  readonly source: string;
  readonly sourceNumber: number;
  readonly say: string;
  readonly language: string;
  readonly direction: string;
}

export interface HandoutTextPage extends PageBase {
  readonly kind: 'text';
  readonly chapter: HandoutChapter;
  readonly opens: boolean;
  /** The chapter's key sentence with its lesson; empty where it has none or the chapter began before. */
  readonly pull: { readonly sentence: string; readonly id: string } | undefined;
  readonly lessons: readonly HandoutLesson[];
}

export interface HandoutSourcesPage extends PageBase {
  readonly kind: 'sources';
  readonly opens: boolean;
  readonly sources: readonly CitedSource[];
}

export type HandoutPage = HandoutSlidesPage | HandoutTextPage | HandoutSourcesPage;

export interface Handout {
  readonly options: HandoutOptions;
  readonly pages: readonly HandoutPage[];
}
