export const SOURCE_KINDS = ['blog', 'article', 'podcast', 'video', 'paper', 'talk', 'book', 'other'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Where a lesson was said. Its number in the bibliography belongs to a deck, not to the library. */
export interface Source {
  readonly name: string;
  readonly kind?: SourceKind;
  /** Absolute; http, https or mailto. Only where it is certain. */
  readonly url?: string;
}

export interface Lesson {
  /** `part.number`, such as `3.4`: the name people know the lesson by. */
  readonly id: string;
  /** Number of its part. */
  readonly part: number;
  readonly number: number;
  readonly topic: string;
  /** Plain text, code point for code point as the library has it, without the quotation marks around it. */
  readonly quote: string;
  /** Name of the source, spelled as in `Library.sources`. */
  readonly source: string;
  /** Names of themes, the primary one first. Empty when nobody tagged it. */
  readonly themes: readonly string[];
  /** A verbatim piece of the quote to emphasise. */
  readonly highlight?: string;
  /** True where the author chose this lesson to stand for its part. */
  readonly key: boolean;
  /** The presenter's own words. */
  readonly note?: string;
  /** Speaking time in seconds, where the author gave it. */
  readonly seconds?: number;
  /** 1-based line in the library's file. */
  readonly line: number;
  /** Where several libraries were put together: where it stands in its own. */
  readonly origin?: LessonOrigin;
}

export interface LessonOrigin {
  /** The library's name, one that no other of them has. */
  readonly library: string;
  /** The lesson's id in it. */
  readonly id: string;
  /** Whose lessons they are. */
  readonly subject: string;
  /** As the user named it. */
  readonly file: string;
}

export interface Part {
  readonly number: number;
  readonly title: string;
  readonly lessons: readonly Lesson[];
}

/** A library in its normalised form, whatever file it came from. */
export interface Library {
  /** The file's name without folder and extension; the stem of every output's name. */
  readonly name: string;
  readonly title: string;
  /** Whose lessons; empty when the library does not say. */
  readonly subject: string;
  readonly tagline: string;
  readonly intro: string;
  /** BCP 47. */
  readonly language: string;
  /** Every source that a lesson cites, registered ones first, each once. */
  readonly sources: readonly Source[];
  readonly parts: readonly Part[];
}

/** What a lesson is called in lists: its id, and among several libraries its own library's and its id there, `ada:3.4`. */
export function fullId({ id, origin }: Pick<Lesson, 'id' | 'origin'>): string {
  return origin === undefined ? id : `${origin.library}:${origin.id}`;
}

/** All lessons in the order of the library. */
export function lessonsOf(library: Library): readonly Lesson[] {
  return library.parts.flatMap((part) => part.lessons);
}
