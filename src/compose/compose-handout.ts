import type { Deck, Stack } from '../model/deck.ts';
import type {
  Handout,
  HandoutChapter,
  HandoutLesson,
  HandoutOptions,
  HandoutPage,
  HandoutSlidesPage,
  HandoutSourcesPage,
  HandoutTextPage,
} from '../model/handout.ts';
import { PAPER_SIZES } from '../model/handout.ts';
import type { CitedSource, KeySlide, LessonMark, LessonSlide } from '../model/slides.ts';
import type { Style } from '../model/style.ts';
import { countLines, measureUnits } from './lay-out-lines.ts';

/** Points in a millimetre. */
const PT = 72 / 25.4;
/** Margins in mm: head and foot of a page together, its sides, the gap between two columns (DESIGN, "Handout"). */
const MARGINS = { head: 22, foot: 22, side: 18, gap: 9 } as const;
/** Type of the text layout in pt: size and leading of topic, quote and source, and the space after a lesson. */
const TEXT = { topic: [10.5, 13], quote: [10, 14], source: [8, 11], after: 11 } as const;
/** pt that a chapter's heading and its key sentence take from the page they stand on. */
const HEADING = 132;
/** A column is filled only so far: the browser balances columns by whole lines. */
const FILL = 0.9;
/** mm of a row in the bibliography, and what its heading takes. */
const SOURCE_ROW = 7.6;
const SOURCES_HEADING = 30;

type Unplaced<P extends HandoutPage = HandoutPage> = P extends HandoutPage ? Omit<P, 'number'> : never;

/** The pages of a handout: the lessons of each chapter on pages of their own, then one bibliography. */
export function composeHandout(deck: Deck, style: Style, options: HandoutOptions): Handout {
  const chapters = deck.stacks.filter((stack) => stack.slides.some((slide) => slide.kind === 'lesson'));
  const pages: readonly Unplaced[] = [
    ...chapters.flatMap((stack): readonly Unplaced[] =>
      options.layout === 'slides' ? slidePages(stack, options) : textPages(stack, { deck, style, options }),
    ),
    ...sourcePages(deck.sources, options),
  ];
  return { options, pages: pages.map((page, index): HandoutPage => ({ ...page, number: index + 1 })) };
}

function slidePages(stack: Stack, { perPage }: HandoutOptions): readonly Unplaced<HandoutSlidesPage>[] {
  const slides = lessonSlides(stack);
  const chapter = chapterOf(stack);
  return chunk(slides, () => perPage).map((page, index) => ({
    kind: 'slides',
    chapter,
    opens: index === 0,
    slides: page,
    lit: marksOf(page),
  }));
}

interface TextContext {
  readonly deck: Deck;
  readonly style: Style;
  readonly options: HandoutOptions;
}

/** As many lessons on a page as its two columns hold, by the widths of the fonts. */
function textPages(stack: Stack, context: TextContext): readonly Unplaced<HandoutTextPage>[] {
  const { height } = PAPER_SIZES[context.options.paper];
  const room = (height - MARGINS.head - MARGINS.foot) * PT;
  const key = stack.slides.find((slide): slide is KeySlide => slide.kind === 'key');
  const lessons = mergeSplit(lessonSlides(stack));
  const pages: (typeof lessons)[] = [];
  let rest = lessons;
  while (rest.length > 0) {
    const capacity = 2 * FILL * (pages.length === 0 ? room - HEADING : room);
    const count = countFitting(
      rest.map((lesson) => lessonHeight(lesson, context)),
      capacity,
    );
    pages.push(rest.slice(0, count));
    rest = rest.slice(count);
  }
  return pages.map((page, index) => ({
    kind: 'text',
    chapter: chapterOf(stack),
    opens: index === 0,
    pull:
      index === 0 && key
        ? { sentence: `${key.open}${textOf(key.claim.pieces)}${key.close}`, id: key.lessonId }
        : undefined,
    lessons: page.map(({ lesson }) => lesson),
    lit: page.map(({ mark }) => mark),
  }));
}

interface TextLesson {
  readonly lesson: HandoutLesson;
  readonly mark: LessonMark;
}

/** A quote that was split over slides is one text again. */
function mergeSplit(slides: readonly LessonSlide[]): readonly TextLesson[] {
  const merged = new Map<string, TextLesson>();
  for (const slide of slides) {
    const before = merged.get(slide.lessonId);
    const space = before ? [{ marked: false, pieces: [{ text: ' ', bound: false }] }] : [];
    merged.set(slide.lessonId, {
      mark: slide.mark,
      lesson: {
        id: slide.lessonId,
        topic: slide.notes.topic,
        segments: [...(before?.lesson.segments ?? []), ...space, ...slide.quote.segments],
        open: slide.quote.open,
        source: slide.citation.source,
        sourceNumber: slide.citation.number,
        say: slide.notes.say,
        language: slide.quote.language,
        direction: slide.quote.direction,
      },
    });
  }
  return [...merged.values()];
}

/** pt. */
function lessonHeight({ lesson }: TextLesson, { style, options }: TextContext): number {
  const column = ((PAPER_SIZES[options.paper].width - 2 * MARGINS.side - MARGINS.gap) / 2) * PT;
  const lines = (text: string, font: 'text' | 'ui', size: number): number =>
    countLines(measureUnits([{ text, bound: false }], style.widths[font], 0), column, size);
  const quote = lesson.segments.map((segment) => textOf(segment.pieces)).join('');
  const say =
    options.notes === 'speaker' && lesson.say !== '' ? lines(lesson.say, 'ui', TEXT.source[0]) * TEXT.source[1] + 4 : 0;
  return (
    lines(`${lesson.id} ${lesson.topic}`, 'ui', TEXT.topic[0]) * TEXT.topic[1] +
    lines(lesson.open + quote, 'text', TEXT.quote[0]) * TEXT.quote[1] +
    lines(`${lesson.source} [00]`, 'ui', TEXT.source[0]) * TEXT.source[1] +
    say +
    TEXT.after
  );
}

/** How many from the front fit; at least one. */
function countFitting(heights: readonly number[], capacity: number): number {
  let used = 0;
  const over = heights.findIndex((height) => {
    used += height;
    return used > capacity;
  });
  return over < 0 ? heights.length : Math.max(1, over);
}

function sourcePages(
  sources: readonly CitedSource[],
  { paper }: HandoutOptions,
): readonly Unplaced<HandoutSourcesPage>[] {
  const room = PAPER_SIZES[paper].height - MARGINS.head - MARGINS.foot;
  const rows = (index: number): number => Math.floor((room - (index === 0 ? SOURCES_HEADING : 0)) / SOURCE_ROW);
  return chunk(sources, rows).map((page, index) => ({ kind: 'sources', opens: index === 0, sources: page, lit: [] }));
}

function chunk<T>(items: readonly T[], sizeOf: (index: number) => number): readonly (readonly T[])[] {
  const chunks: (readonly T[])[] = [];
  for (let start = 0; start < items.length; start += chunks.at(-1)?.length ?? 1) {
    chunks.push(items.slice(start, start + Math.max(1, sizeOf(chunks.length))));
  }
  return chunks;
}

function chapterOf(stack: Stack): HandoutChapter {
  const [first] = stack.slides;
  const lesson = lessonSlides(stack)[0];
  if (first?.kind === 'theme') return { anchor: first.anchor, number: '', title: textOf(first.title.pieces), tone: 0 };
  return {
    anchor: `part-${lesson?.partNumber ?? 0}`,
    number: String(lesson?.partNumber ?? ''),
    title: lesson?.partTitle ?? '',
    tone: lesson?.tone ?? 0,
  };
}

function lessonSlides(stack: Stack): readonly LessonSlide[] {
  return stack.slides.filter((slide): slide is LessonSlide => slide.kind === 'lesson');
}

function marksOf(slides: readonly LessonSlide[]): readonly LessonMark[] {
  return [...new Map(slides.map((slide) => [slide.lessonId, slide.mark])).values()];
}

function textOf(pieces: readonly { readonly text: string }[]): string {
  return pieces.map((piece) => piece.text).join('');
}
