import { type Deck, slidesOf } from '../model/deck.ts';
import type { Label, Shape } from '../model/drawing.ts';
import type { PosterBox, PosterGroup, PosterText } from '../model/poster.ts';
import type { KeySlide, LessonMark } from '../model/slides.ts';
import type { FontRole, Style } from '../model/style.ts';
import { shortenTo } from './fit-text.ts';
import { countLines, measureUnits, type Unit, widestUnit } from './lay-out-lines.ts';
import { curlQuotes } from './set-quote.ts';
import { shortTopic } from './words-for.ts';

/** Height of every poster's drawing in its units, mm on A2; other sheets are the same drawing, enlarged or reduced. */
export const POSTER_HEIGHT = 420;

/** What one poster is composed from. */
export interface PosterContext {
  readonly deck: Deck;
  readonly style: Style;
  /** Width of the drawing in units. */
  readonly width: number;
  readonly chapters: readonly PosterChapter[];
}

/** One way to lay out the sheet: its title, and everything else in the order it is read. */
export type PosterLayout = (context: PosterContext) => {
  readonly title: PosterText;
  readonly groups: readonly PosterGroup[];
};

/** A part or a theme, as the poster shows it. */
export interface PosterChapter {
  /** Empty for a theme. */
  readonly number: string;
  readonly title: string;
  readonly tone: number;
  readonly marks: readonly LessonMark[];
  /** Its key sentence in quotation marks, and the lesson that says it. */
  readonly key: { readonly sentence: string; readonly id: string } | undefined;
}

export interface Setting {
  readonly font: FontRole;
  /** Largest first: words are left out before they get smaller than the last. */
  readonly sizes: readonly number[];
  readonly lineHeight: number;
  readonly look: string;
  readonly tail?: string;
}

export function createPosterContext(deck: Deck, style: Style, width: number): PosterContext {
  const stacks = deck.stacks.filter((stack) => stack.slides.some((slide) => slide.kind === 'lesson'));
  const chapters = stacks.map(({ slides }): PosterChapter => {
    const marks = slides.flatMap((slide) => (slide.kind === 'lesson' ? [slide.mark] : []));
    const lesson = slides.find((slide) => slide.kind === 'lesson');
    const theme = slides.find((slide) => slide.kind === 'theme');
    const key = slides.find((slide): slide is KeySlide => slide.kind === 'key');
    return {
      number: theme ? '' : String(lesson?.partNumber ?? ''),
      title: theme ? textOf(theme.title.pieces) : curlQuotes(lesson?.partTitle ?? ''),
      tone: marks[0]?.tone ?? 1,
      marks: [...new Map(marks.map((mark) => [mark.id, mark])).values()],
      key: key && { sentence: `${key.open}${textOf(key.claim.pieces)}${key.close}`, id: key.lessonId },
    };
  });
  return { deck, style, width, chapters };
}

/** The largest size at which the text with its tail fits its box; at the smallest one it loses its end. */
export function fitBox(text: string, box: PosterBox, setting: Setting, { style }: PosterContext): PosterText {
  const { sizes, look, lineHeight, tail = '' } = setting;
  const table = style.widths[setting.font];
  const after = tail === '' ? '' : ` ${tail}`;
  const measure = (words: string): readonly Unit[] => measureUnits([{ text: words + after, bound: false }], table, 0);
  const fits = (units: readonly Unit[], size: number): boolean =>
    countLines(units, box.width, size) * size * lineHeight <= box.height;
  const words = curlQuotes(text);
  const units = measure(words);
  const widest = widestUnit(units);
  const fitting = sizes.filter((size) => fits(units, size));
  // A size at which no word is broken is better than a larger one.
  const size = fitting.find((candidate) => widest * candidate <= box.width) ?? fitting[0] ?? sizes.at(-1) ?? 0;
  return { ...box, look, text: shortenTo(words, (candidate) => fits(measure(candidate), size)), tail, size };
}

/** A sentence is shown whole or not at all: cut, it would not be what was said. */
export function fitWhole(
  text: string,
  box: PosterBox,
  setting: Setting,
  context: PosterContext,
): readonly PosterText[] {
  const fitted = fitBox(text, box, setting, context);
  return fitted.text.endsWith('…') && !text.endsWith('…') ? [] : [fitted];
}

/** Sources by their number of lessons, largest first. */
export function sortSources({ deck }: PosterContext): Deck['sources'] {
  return [...deck.sources].sort((a, b) => b.lessons.length - a.lessons.length || a.number - b.number);
}

export function topicOf(mark: LessonMark): string {
  return shortTopic(curlQuotes(mark.topic));
}

/** The facts under a title: `75 lessons, 8 parts, 22 sources`. */
export function factsOf({ deck }: PosterContext): string {
  return slidesOf(deck)
    .flatMap((slide) => (slide.kind === 'title' ? slide.facts : []))
    .join(', ');
}

export function posterGroup(parts: Partial<PosterGroup>): PosterGroup {
  return { shapes: [], labels: [], texts: [], ...parts };
}

export function rectangle(look: string, { x, y, width, height }: PosterBox): Shape {
  return { look, path: `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`, use: '' };
}

export function label(parts: Pick<Label, 'look' | 'text' | 'x' | 'y' | 'size'> & Partial<Label>): Label {
  return { lead: '', tail: '', angle: 0, room: 0, ...parts, x: round(parts.x), y: round(parts.y) };
}

/** The label with its letters' middle where it said their baseline. Chromium rounds a font's own middle to whole units. */
export function centred(words: Label): Label {
  const radians = (words.angle * Math.PI) / 180;
  const drop = MIDDLE * words.size;
  return { ...words, x: round(words.x - Math.sin(radians) * drop), y: round(words.y + Math.cos(radians) * drop) };
}

/** Height of the letters' middle above the baseline, as a share of the size. */
const MIDDLE = 0.35;

export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function textOf(pieces: readonly { readonly text: string }[]): string {
  return pieces.map((piece) => piece.text).join('');
}
