import type { Lesson, Source } from './library.ts';
import type { Direction, FittedText, SetQuote } from './set-text.ts';

/** A source as this deck's bibliography numbers it. */
export interface CitedSource extends Source {
  /** 1-based, alphabetical. */
  readonly number: number;
  /** Ids of the lessons that cite it, in the deck's order. */
  readonly lessons: readonly LessonMark[];
}

/** What every slide shows of where its words come from. */
export interface Citation {
  readonly speaker: string;
  readonly source: string;
  readonly number: number;
  readonly kind: string;
  readonly url: string;
  /** The whole line, for its size and height. */
  readonly words: FittedText;
}

/** One lesson in the index that the style draws. */
export interface LessonMark {
  readonly id: string;
  /** Place in the deck, 1-based. */
  readonly position: number;
  readonly part: number;
  readonly tone: number;
  /** The lesson's own number in its part. */
  readonly number: number;
  /** Length of the quote in code points. */
  readonly length: number;
  readonly sourceNumber: number;
  /** Name of the primary theme; empty when there is none. */
  readonly theme: string;
  readonly topic: string;
}

/** Lessons shown one after the other under one divider: a part, or a theme with `--group-by theme`. */
export interface Chapter {
  readonly kind: 'part' | 'theme';
  readonly anchor: string;
  /** The part's own number; for a theme its place in the deck. */
  readonly number: number;
  readonly title: string;
  readonly description: string;
  /** Name of the theme that it shows; empty for others. */
  readonly theme: string;
  readonly icon: string;
  /** Part colour, 1–8; 0 where the chapter has none. */
  readonly tone: number;
  readonly lessons: readonly Lesson[];
}

/** The presenter's page for one lesson. */
export interface LessonNotes {
  readonly id: string;
  readonly topic: string;
  readonly part: string;
  readonly place: string;
  readonly say: string;
  readonly quote: string;
  readonly citation: string;
  readonly url: string;
  readonly related: string;
  readonly next: string;
}

interface SlideBase {
  /** 1-based, flat. */
  readonly number: number;
  /** The slide's id in the page, and its hash. */
  readonly anchor: string;
  /** Expected speaking time in whole seconds. */
  readonly seconds: number;
  /** Seconds of the talk that are planned before it. */
  readonly start: number;
}

export interface TitleSlide extends SlideBase {
  readonly kind: 'title';
  readonly title: FittedText;
  readonly subtitle: FittedText;
  /** Presenter, event and date in one line; empty pieces when nobody gave them. */
  readonly occasion: FittedText;
  readonly facts: readonly string[];
}

export interface AgendaRow {
  readonly anchor: string;
  readonly number: number;
  readonly tone: number;
  readonly title: FittedText;
  readonly count: number;
  /** What is counted: `lessons`. */
  readonly noun: string;
  readonly marks: readonly LessonMark[];
}

export interface AgendaSlide extends SlideBase {
  readonly kind: 'agenda';
  readonly heading: string;
  readonly summary: string;
  readonly rows: readonly AgendaRow[];
}

export interface MatrixRow {
  readonly anchor: string;
  readonly number: number;
  readonly tone: number;
  readonly title: FittedText;
  /** Lessons per theme column, in the columns' order. */
  readonly counts: readonly number[];
  readonly total: number;
}

export interface MatrixColumn {
  readonly title: string;
  /** Name of the theme; empty for what belongs to none of the themes shown. */
  readonly theme: string;
  readonly icon: string;
  readonly total: number;
}

/** Parts × themes, titled by what it finds. */
export interface MatrixSlide extends SlideBase {
  readonly kind: 'overview';
  readonly overview: 'matrix';
  readonly finding: FittedText;
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
  readonly total: number;
}

export interface SourceRow {
  readonly name: FittedText;
  readonly marks: readonly LessonMark[];
  /** Lessons beyond the marks that fit the row. */
  readonly more: number;
  readonly total: number;
}

/** Lessons per source, titled by what it finds. */
export interface SourcesChartSlide extends SlideBase {
  readonly kind: 'overview';
  readonly overview: 'sources';
  readonly finding: FittedText;
  readonly rows: readonly SourceRow[];
  readonly legend: readonly {
    readonly number: number;
    readonly tone: number;
    readonly title: string;
  }[];
  /** Names of the sources too small for a row, as one sentence; empty when there are none. */
  readonly rest: string;
  readonly restHeading: string;
}

export interface PartSlide extends SlideBase {
  readonly kind: 'part';
  readonly place: string;
  readonly title: FittedText;
  readonly partNumber: number;
  readonly tone: number;
  readonly count: string;
  readonly labels: readonly MarkLabel[];
}

/** A lesson on its part's divider: what is written on its mark, and how long that is. */
export interface MarkLabel {
  readonly mark: LessonMark;
  readonly lines: readonly string[];
  /** px at 1280×720. */
  readonly size: number;
  /** Of the longest line, px. */
  readonly length: number;
}

export interface ThemeSlide extends SlideBase {
  readonly kind: 'theme';
  readonly place: string;
  readonly title: FittedText;
  readonly theme: string;
  readonly icon: string;
  readonly description: FittedText;
  readonly count: string;
  readonly marks: readonly LessonMark[];
}

interface InPart extends SlideBase {
  readonly lessonId: string;
  readonly partNumber: number;
  readonly partTitle: string;
  readonly tone: number;
  readonly mark: LessonMark;
  /** Title of the primary theme; empty when there is none. */
  readonly themeTitle: string;
  /** How many lessons the deck has. */
  readonly lessonCount: number;
  readonly citation: Citation;
  readonly notes: LessonNotes;
}

export interface KeySlide extends InPart {
  readonly kind: 'key';
  readonly claim: FittedText;
  readonly open: string;
  readonly close: string;
  readonly language: string;
  readonly direction: Direction;
}

export interface LessonSlide extends InPart {
  readonly kind: 'lesson';
  readonly topic: FittedText;
  /** The topic may be written in another script than the quote. */
  readonly topicLanguage: string;
  readonly topicDirection: Direction;
  readonly quote: SetQuote;
  /** Present where a quote is shown over several slides; 1-based. */
  readonly piece?: { readonly number: number; readonly of: number };
}

export interface ClosingRow {
  readonly anchor: string;
  readonly number: number;
  readonly tone: number;
  readonly sentence: FittedText;
  readonly open: string;
  readonly close: string;
  readonly id: string;
}

export interface ClosingSlide extends SlideBase {
  readonly kind: 'closing';
  readonly heading: string;
  readonly rows: readonly ClosingRow[];
  readonly marks: readonly LessonMark[];
}

export interface SourceEntry {
  readonly number: number;
  readonly name: FittedText;
  readonly url: string;
  readonly marks: readonly LessonMark[];
  readonly more: number;
}

export interface SourcesSlide extends SlideBase {
  readonly kind: 'sources';
  readonly heading: string;
  readonly summary: string;
  readonly entries: readonly SourceEntry[];
}

export type Slide =
  | TitleSlide
  | AgendaSlide
  | MatrixSlide
  | SourcesChartSlide
  | PartSlide
  | ThemeSlide
  | KeySlide
  | LessonSlide
  | ClosingSlide
  | SourcesSlide;

export type SlideKind = Slide['kind'];

/** A slide before the deck has given it its number and its place in time. */
export type Unnumbered<S extends Slide = Slide> = S extends Slide ? Omit<S, 'number' | 'start'> : never;
