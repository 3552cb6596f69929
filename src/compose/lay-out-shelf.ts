import type { Label, Shape } from '../model/drawing.ts';
import type { Lesson } from '../model/library.ts';
import type { PosterGroup } from '../model/poster.ts';
import type { LessonMark } from '../model/slides.ts';
import { shortenTo } from './fit-text.ts';
import {
  fitBox,
  fitWhole,
  label,
  type PosterChapter,
  type PosterContext,
  type PosterLayout,
  posterGroup,
  rectangle,
  sortSources,
  topicOf,
} from './poster-context.ts';
import { textWidth } from './text-width.ts';

/** Units are mm on A2 (DESIGN, "Poster"). */
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
const SHADES = 5;
const TOPIC_SIZES = [6.1, 5.6, 5.1, 4.6];
const SOURCES = { top: 362, block: 2.2, pitch: 2.65, rows: 9, heading: 62, most: 30 } as const;

/** Looks of the texts, with their sizes. */
const TEXTS = {
  title: { look: 'title', font: 'display', sizes: [29, 26, 23, 20, 17, 14], lineHeight: 1.05 },
  intro: { look: 'intro', font: 'text', sizes: [5.1, 4.6, 4.1], lineHeight: 1.3 },
  caption: { look: 'caption', font: 'ui', sizes: [6, 5.4, 4.8, 4.2], lineHeight: 1.1 },
  sentence: { look: 'sentence', font: 'accent', sizes: [6.9, 6.2, 5.6, 5, 4.4], lineHeight: 1.1 },
  source: { look: 'name', font: 'ui', sizes: [3, 2.75], lineHeight: 1.15 },
  heading: { look: 'heading', font: 'display', sizes: [9, 8, 7, 6], lineHeight: 1.05 },
} as const;

/** Every lesson a spine on one to three shelves, with each part's key sentence under it. */
export const layOutShelf: PosterLayout = (context) => {
  const { deck, width } = context;
  const title = { x: MARGIN, y: 16, width: width * 0.68 - MARGIN, height: 34 };
  const intro = { x: width * 0.7, y: 22, width: width * 0.3 - MARGIN, height: 24 };
  const heading = { x: MARGIN, y: SOURCES.top, width: SOURCES.heading - 8, height: 24 };
  return {
    title: fitBox(deck.title, title, TEXTS.title, context),
    groups: [
      posterGroup({ texts: [fitBox(deck.description, intro, TEXTS.intro, context)] }),
      ...composeShelves(context),
      posterGroup({ texts: [fitBox('Where the lessons come from', heading, TEXTS.heading, context)] }),
      ...composeSources(context),
    ],
  };
};

function composeShelves(context: PosterContext): readonly PosterGroup[] {
  const rows = splitRows(context.chapters);
  const rowHeight = (SHELVES.bottom - SHELVES.top) / rows.length;
  const height = Math.min(rowHeight - SHELVES.caption, SHELVES.tallest);
  // One row stands in the middle of its room.
  const lead = (rowHeight - height - SHELVES.caption) / 2;
  return rows.flatMap((row, index) =>
    composeShelf(row, { top: SHELVES.top + index * rowHeight + lead, height }, context),
  );
}

/** Parts over one to three shelves, each with about as many lessons. */
function splitRows(chapters: readonly PosterChapter[]): readonly (readonly PosterChapter[])[] {
  const total = chapters.reduce((sum, chapter) => sum + chapter.marks.length, 0);
  const wanted =
    total < FEWEST_FOR_TWO || chapters.length < 2
      ? 1
      : Math.min(3, chapters.length, Math.max(2, Math.ceil(total / LESSONS_PER_SHELF)));
  const rows: PosterChapter[][] = Array.from({ length: wanted }, () => []);
  let placed = 0;
  for (const chapter of chapters) {
    const middle = placed + chapter.marks.length / 2;
    rows[Math.min(wanted - 1, Math.floor((middle / total) * wanted))]?.push(chapter);
    placed += chapter.marks.length;
  }
  return rows.filter((row) => row.length > 0);
}

interface ShelfPlace {
  readonly top: number;
  readonly height: number;
}

function composeShelf(
  chapters: readonly PosterChapter[],
  place: ShelfPlace,
  context: PosterContext,
): readonly PosterGroup[] {
  const count = chapters.reduce((sum, chapter) => sum + chapter.marks.length, 0);
  const free = context.width - 2 * MARGIN - PART_GAP * (chapters.length - 1);
  const pitch = Math.min(free / count, WIDEST_SPINE);
  // Few lessons fill less of the shelf, but their captions may use all of it.
  const spare = (free - pitch * count) / chapters.length;
  let x = MARGIN;
  const parts = chapters.map((chapter) => {
    const width = pitch * chapter.marks.length;
    const part = composePart(chapter, { ...place, x, pitch, width: width + spare }, context);
    x += width + spare + PART_GAP;
    return part;
  });
  const plank = { x: MARGIN, y: place.top + place.height, width: context.width - 2 * MARGIN, height: 1.1 };
  return [...parts, posterGroup({ shapes: [rectangle('plank', plank)] })];
}

interface PartPlace extends ShelfPlace {
  readonly x: number;
  readonly pitch: number;
  readonly width: number;
}

function composePart(chapter: PosterChapter, place: PartPlace, context: PosterContext): PosterGroup {
  const { number, title, tone, key } = chapter;
  const under = place.top + place.height;
  const captionBox = { x: place.x, y: under + 3.5, width: place.width, height: 13 };
  const sentenceBox = { x: place.x, y: under + 16, width: place.width, height: 19 };
  const caption = { ...TEXTS.caption, look: `caption t${tone}` };
  const sentence = { ...TEXTS.sentence, look: `sentence t${tone}`, tail: key?.id ?? '' };
  const spines = chapter.marks.map((mark, index) =>
    composeSpine(mark, { ...place, x: place.x + index * place.pitch }, context),
  );
  return {
    shapes: spines.flatMap((spine) => spine.shapes),
    labels: spines.flatMap((spine) => spine.labels),
    texts: [
      fitBox(number === '' ? title : `${number}  ${title}`, captionBox, caption, context),
      ...(key ? fitWhole(key.sentence, sentenceBox, sentence, context) : []),
    ],
  };
}

function composeSpine(
  mark: LessonMark,
  place: PartPlace,
  { deck, style }: PosterContext,
): { readonly shapes: readonly Shape[]; readonly labels: readonly Label[] } {
  const height = place.height * (SPINE.low + (1 - SPINE.low) * relativeLength(mark, deck.lessons));
  const y = place.top + place.height - height;
  const width = place.pitch * 0.93;
  const middle = place.x + width / 2;
  const room = height - SPINE.refRoom - SPINE.foot - 8;
  const table = style.widths.text;
  const topic = topicOf(mark);
  const isWideEnough = (size: number): boolean => width >= size * 1.25;
  const sizes = place.pitch > ROOMY.pitch ? [...ROOMY.sizes, ...TOPIC_SIZES] : TOPIC_SIZES;
  const fitting = sizes.find((size) => isWideEnough(size) && textWidth(table, topic) * size <= room);
  const size = fitting ?? TOPIC_SIZES.findLast(isWideEnough) ?? 0;
  const words = size === 0 ? '' : shortenTo(topic, (text) => textWidth(table, text) * size <= room);
  const band = { x: place.x, y: y + height - 7 - (mark.sourceNumber % 4) * 1.6, width, height: 0.9 };
  const shade = (mark.position * 5 + mark.length) % SHADES;
  return {
    shapes: [rectangle(`mark t${mark.tone} h${shade}`, { x: place.x, y, width, height }), rectangle('band', band)],
    labels: [
      label({ look: 'ref', text: mark.id, x: middle, y: y + 6, size: Math.min(3.5, width / 2.4) }),
      ...(words === '' ? [] : [label({ look: 'topic', text: words, x: middle, y: y + 10, size, angle: 90, room })]),
    ],
  };
}

function relativeLength(mark: LessonMark, lessons: readonly Lesson[]): number {
  const longest = Math.max(...lessons.slice(0, MOST_COMPARED).map((lesson) => lesson.quote.length), 1);
  return Math.min(1, mark.length / longest);
}

/** More lessons than a poster can show are not compared. */
const MOST_COMPARED = 1000;

function composeSources(context: PosterContext): readonly PosterGroup[] {
  const shown = sortSources(context).slice(0, SOURCES.most);
  const left = MARGIN + SOURCES.heading;
  const pitch = Math.min((context.width - MARGIN - left) / Math.max(shown.length, 1), 30);
  return shown.map((source, index) => {
    const x = left + index * pitch;
    const rows = source.lessons.slice(0, SOURCES.rows * 3);
    const blockWidth = (pitch - 2) / Math.max(1, Math.ceil(rows.length / SOURCES.rows)) - 0.4;
    const shapes = rows.map((mark, row) => {
      const column = Math.floor(row / SOURCES.rows);
      const y = SOURCES.top + 24 - ((row % SOURCES.rows) + 1) * SOURCES.pitch;
      const block = { x: x + column * (blockWidth + 0.4), y, width: blockWidth, height: SOURCES.block };
      return rectangle(`block t${mark.tone}`, block);
    });
    const box = { x, y: SOURCES.top + 25.5, width: pitch - 1.5, height: 12 };
    return posterGroup({ shapes, texts: [fitBox(source.name, box, TEXTS.source, context)] });
  });
}
