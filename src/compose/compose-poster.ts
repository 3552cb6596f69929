import type { Deck, Stack } from '../model/deck.ts';
import type { Lesson } from '../model/library.ts';
import {
  POSTER_SHEETS,
  type Poster,
  type PosterPart,
  type PosterShelf,
  type PosterSize,
  type PosterSource,
  type PosterSpine,
  type PosterText,
} from '../model/poster.ts';
import type { KeySlide, LessonMark } from '../model/slides.ts';
import type { FontRole, Style } from '../model/style.ts';
import { shortenTo } from './fit-text.ts';
import { countLines, measureUnits, type Unit, widestUnit } from './lay-out-lines.ts';
import { curlQuotes } from './set-quote.ts';
import { textWidth } from './text-width.ts';
import { shortTopic } from './words-for.ts';

/** Units are mm on A2 (DESIGN, "Poster"); other sheets are the same drawing, enlarged or reduced. */
const HEIGHT = 420;
const MARGIN = 22;
const PART_GAP = 7;
const SHELVES = { top: 54, bottom: 352, caption: 36, tallest: 150 } as const;
/** Lessons that one shelf holds while their topics can be read. */
const LESSONS_PER_SHELF = 50;
const FEWEST_FOR_TWO = 24;
const WIDEST_SPINE = 30;
/** Spines of a few lessons are wide enough for larger words. */
const ROOMY = { pitch: 18, sizes: [10, 8.5, 7.2] } as const;
const SPINE = { low: 0.78, refRoom: 9, foot: 5 } as const;
/** Sizes, largest first: words are left out before they get smaller than the last. */
const SIZES = {
  title: [29, 26, 23, 20, 17, 14],
  intro: [5.1, 4.6, 4.1],
  topic: [6.1, 5.6, 5.1, 4.6],
  caption: [6, 5.4, 4.8, 4.2],
  sentence: [6.9, 6.2, 5.6, 5, 4.4],
  source: [3, 2.75],
  heading: [9, 8, 7, 6],
} as const;
const SOURCES = { top: 362, block: 2.2, pitch: 2.65, rows: 9, heading: 62, most: 30 } as const;

interface PosterContext {
  readonly deck: Deck;
  readonly style: Style;
  /** Width of the drawing in units. */
  readonly width: number;
}

/** One sheet: every lesson a spine on shelves, part by part, with each part's key sentence, and where the lessons come from. */
export function composePoster(deck: Deck, style: Style, sheet: PosterSize): Poster {
  const { width: sheetWidth, height: sheetHeight } = POSTER_SHEETS[sheet];
  const context = { deck, style, width: (HEIGHT * sheetWidth) / sheetHeight };
  const { width } = context;
  const title = { x: MARGIN, y: 16, width: width * 0.68 - MARGIN, height: 34 };
  const intro = { x: width * 0.7, y: 22, width: width * 0.3 - MARGIN, height: 24 };
  return {
    sheet,
    width,
    title: fitBox(deck.title, title, { font: 'display', sizes: SIZES.title, lineHeight: 1.05 }, style),
    intro: fitBox(deck.description, intro, { font: 'text', sizes: SIZES.intro, lineHeight: 1.3 }, style),
    shelves: composeShelves(context),
    sourcesTitle: fitBox(
      'Where the lessons come from',
      { x: MARGIN, y: SOURCES.top, width: SOURCES.heading - 8, height: 24 },
      { font: 'display', sizes: SIZES.heading, lineHeight: 1.05 },
      style,
    ),
    sources: composeSources(context),
  };
}

interface Setting {
  readonly font: FontRole;
  readonly sizes: readonly number[];
  readonly lineHeight: number;
}

/** The largest size at which the text fits its box; at the smallest one it loses its end. */
function fitBox(text: string, box: Omit<PosterText, 'text' | 'size'>, setting: Setting, style: Style): PosterText {
  const table = style.widths[setting.font];
  const measure = (candidate: string): readonly Unit[] => measureUnits([{ text: candidate, bound: false }], table, 0);
  const fits = (units: readonly Unit[], size: number): boolean =>
    countLines(units, box.width, size) * size * setting.lineHeight <= box.height;
  const words = curlQuotes(text);
  const units = measure(words);
  const widest = widestUnit(units);
  const fitting = setting.sizes.filter((size) => fits(units, size));
  // A size at which no word is broken is better than a larger one.
  const size = fitting.find((candidate) => widest * candidate <= box.width) ?? fitting[0] ?? setting.sizes.at(-1) ?? 0;
  return { ...box, text: shortenTo(words, (candidate) => fits(measure(candidate), size)), size };
}

function composeShelves(context: PosterContext): readonly PosterShelf[] {
  const stacks = context.deck.stacks.filter((stack) => stack.slides.some((slide) => slide.kind === 'lesson'));
  const rows = splitRows(stacks);
  const rowHeight = (SHELVES.bottom - SHELVES.top) / rows.length;
  const height = Math.min(rowHeight - SHELVES.caption, SHELVES.tallest);
  // One row stands in the middle of its room.
  const lead = (rowHeight - height - SHELVES.caption) / 2;
  return rows.map((row, index) => composeShelf(row, { top: SHELVES.top + index * rowHeight + lead, height }, context));
}

/** Parts over one to three shelves, each with about as many lessons. */
function splitRows(stacks: readonly Stack[]): readonly (readonly Stack[])[] {
  const total = stacks.reduce((sum, stack) => sum + marksOf(stack).length, 0);
  const wanted =
    total < FEWEST_FOR_TWO || stacks.length < 2
      ? 1
      : Math.min(3, stacks.length, Math.max(2, Math.ceil(total / LESSONS_PER_SHELF)));
  const rows: Stack[][] = Array.from({ length: wanted }, () => []);
  let placed = 0;
  for (const stack of stacks) {
    const middle = placed + marksOf(stack).length / 2;
    rows[Math.min(wanted - 1, Math.floor((middle / total) * wanted))]?.push(stack);
    placed += marksOf(stack).length;
  }
  return rows.filter((row) => row.length > 0);
}

interface ShelfPlace {
  readonly top: number;
  readonly height: number;
}

function composeShelf(stacks: readonly Stack[], place: ShelfPlace, context: PosterContext): PosterShelf {
  const count = stacks.reduce((sum, stack) => sum + marksOf(stack).length, 0);
  const free = context.width - 2 * MARGIN - PART_GAP * (stacks.length - 1);
  const pitch = Math.min(free / count, WIDEST_SPINE);
  // Few lessons fill less of the shelf, but their captions may use all of it.
  const spare = (free - pitch * count) / stacks.length;
  let x = MARGIN;
  const parts = stacks.map((stack) => {
    const width = pitch * marksOf(stack).length;
    const part = composePart(stack, { ...place, x, pitch, width: width + spare }, context);
    x += width + spare + PART_GAP;
    return part;
  });
  return { plank: { x: MARGIN, y: place.top + place.height, width: context.width - 2 * MARGIN, height: 1.1 }, parts };
}

interface PartPlace extends ShelfPlace {
  readonly x: number;
  readonly pitch: number;
  readonly width: number;
}

function composePart(stack: Stack, place: PartPlace, context: PosterContext): PosterPart {
  const { style } = context;
  const marks = marksOf(stack);
  const first = stack.slides.find((slide) => slide.kind === 'lesson');
  const name = first?.kind === 'lesson' ? first.partTitle : '';
  const theme = stack.slides[0]?.kind === 'theme' ? textOf(stack.slides[0].title.pieces) : undefined;
  const number = first?.kind === 'lesson' ? first.partNumber : 0;
  const under = place.top + place.height;
  const caption = fitBox(
    theme ?? `${number}  ${name}`,
    { x: place.x, y: under + 3.5, width: place.width, height: 13 },
    { font: 'ui', sizes: SIZES.caption, lineHeight: 1.1 },
    style,
  );
  return {
    number,
    tone: marks[0]?.tone ?? 1,
    spines: marks.map((mark, index) => composeSpine(mark, { ...place, x: place.x + index * place.pitch }, context)),
    caption,
    sentence: composeSentence(stack, { x: place.x, y: under + 16, width: place.width, height: 19 }, style),
  };
}

function composeSentence(stack: Stack, box: Omit<PosterText, 'text' | 'size'>, style: Style): PosterPart['sentence'] {
  const key = stack.slides.find((slide): slide is KeySlide => slide.kind === 'key');
  if (!key) return undefined;
  const sentence = `${key.open}${textOf(key.claim.pieces)}${key.close}`;
  const placed = fitBox(`${sentence} 0.00`, box, { font: 'accent', sizes: SIZES.sentence, lineHeight: 1.1 }, style);
  // A sentence is shown whole or not at all: cut, it would not be what was said.
  return placed.text.endsWith('…') ? undefined : { ...placed, text: sentence, id: key.lessonId };
}

function composeSpine(mark: LessonMark, place: PartPlace, { deck, style }: PosterContext): PosterSpine {
  const height = place.height * (SPINE.low + (1 - SPINE.low) * relativeLength(mark, deck.lessons));
  const y = place.top + place.height - height;
  const width = place.pitch * 0.93;
  const room = height - SPINE.refRoom - SPINE.foot - 8;
  const table = style.widths.text;
  const isWideEnough = (size: number): boolean => width >= size * 1.25;
  const sizes = place.pitch > ROOMY.pitch ? [...ROOMY.sizes, ...SIZES.topic] : SIZES.topic;
  const size = sizes.find(
    (candidate) => isWideEnough(candidate) && textWidth(table, topicOf(mark)) * candidate <= room,
  );
  const smallest = SIZES.topic.findLast(isWideEnough);
  const labelSize = size ?? smallest ?? 0;
  const label = labelSize === 0 ? '' : shortenTo(topicOf(mark), (text) => textWidth(table, text) * labelSize <= room);
  return {
    id: mark.id,
    tone: mark.tone,
    shade: (mark.position * 5 + mark.length) % 5,
    x: place.x,
    y,
    width,
    height,
    middle: place.x + width / 2,
    label,
    labelSize,
    refSize: Math.min(3.5, width / 2.4),
    bandY: y + height - 7 - (mark.sourceNumber % 4) * 1.6,
  };
}

function relativeLength(mark: LessonMark, lessons: readonly Lesson[]): number {
  const longest = Math.max(...lessons.slice(0, MOST_COMPARED).map((lesson) => lesson.quote.length), 1);
  return Math.min(1, mark.length / longest);
}

/** More lessons than a poster can show are not compared. */
const MOST_COMPARED = 1000;

function composeSources({ deck, style, width }: PosterContext): readonly PosterSource[] {
  const sorted = [...deck.sources].sort((a, b) => b.lessons.length - a.lessons.length || a.number - b.number);
  const shown = sorted.slice(0, SOURCES.most);
  const left = MARGIN + SOURCES.heading;
  const pitch = Math.min((width - MARGIN - left) / Math.max(shown.length, 1), 30);
  return shown.map((source, index) => {
    const x = left + index * pitch;
    const rows = source.lessons.slice(0, SOURCES.rows * 3);
    const blockWidth = (pitch - 2) / Math.max(1, Math.ceil(rows.length / SOURCES.rows)) - 0.4;
    const blocks = rows.map((mark, row) => ({
      x: x + Math.floor(row / SOURCES.rows) * (blockWidth + 0.4),
      y: SOURCES.top + 24 - ((row % SOURCES.rows) + 1) * SOURCES.pitch,
      width: blockWidth,
      height: SOURCES.block,
      tone: mark.tone,
    }));
    const box = { x, y: SOURCES.top + 25.5, width: pitch - 1.5, height: 12 };
    return { name: fitBox(source.name, box, { font: 'ui', sizes: SIZES.source, lineHeight: 1.15 }, style), blocks };
  });
}

function marksOf(stack: Stack): readonly LessonMark[] {
  const marks = stack.slides.flatMap((slide) => (slide.kind === 'lesson' ? [slide.mark] : []));
  return [...new Map(marks.map((mark) => [mark.id, mark])).values()];
}

function topicOf(mark: LessonMark): string {
  return shortTopic(curlQuotes(mark.topic));
}

function textOf(pieces: readonly { readonly text: string }[]): string {
  return pieces.map((piece) => piece.text).join('');
}
