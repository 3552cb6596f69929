import type { Label, Shape } from '../model/drawing.ts';
import type { PosterBox, PosterGroup, PosterText } from '../model/poster.ts';
import type { LessonMark } from '../model/slides.ts';
import { glyphPath } from '../model/theme-glyphs.ts';
import { shortenTo } from './fit-text.ts';
import { composeFooter } from './lay-out-table-footer.ts';
import {
  fitBox,
  label,
  type PosterChapter,
  type PosterContext,
  type PosterLayout,
  posterGroup,
  rectangle,
  topicOf,
} from './poster-context.ts';
import { curlQuotes } from './set-quote.ts';
import { textWidth } from './text-width.ts';
import { numberWord } from './words-for.ts';

/** Units are mm on A2 (DESIGN, "Poster"). */
const MARGIN = 20;
const TITLE = { y: 6, height: 50, size: 45.2, smallest: 16, tracking: -0.045 } as const;
const TABLE = { top: 64, bottom: 330, labels: 66, gap: 1.1, tallest: 132 } as const;
/** A tile as designed; others keep near its shape. */
const IDEAL = { width: 48.8, height: 32 } as const;
const MOST_COLUMNS = 40;
const TILE = { padding: 2.4, ref: 3.7, glyph: 6, source: 2.75, foot: 5.4, head: 7 } as const;

const TEXTS = {
  row: { look: 'row', font: 'accent', sizes: [6.6, 6, 5.4, 4.8, 4.2, 3.8, 3.4], lineHeight: 1.1 },
  topic: { font: 'accent', sizes: [5.2, 4.8, 4.4, 4, 3.6, 3.2, 2.9, 2.75], lineHeight: 1.08 },
  key: { look: 'note', font: 'ui', sizes: [3.4, 3, 2.75], lineHeight: 1.35 },
} as const;

/** Every lesson a tile of a table, a row a part; the title over the whole width, what to keep and where it is from below. */
export const layOutTable: PosterLayout = (context) => {
  const grid = chooseGrid(context);
  return {
    title: composeTitle(context),
    groups: [
      ...composeRows(grid, context),
      ...composeFooter({ x: MARGIN, y: 341, width: context.width - 2 * MARGIN, height: 61 }, context),
    ],
  };
};

/** As large as the measure allows. */
function composeTitle({ deck, style, width }: PosterContext): PosterText {
  const table = style.widths.display;
  const measure = width - 2 * MARGIN;
  const widthOf = (text: string): number => textWidth(table, text) + TITLE.tracking * [...text].length;
  const words = curlQuotes(deck.title);
  const text = shortenTo(words, (some) => widthOf(some) * TITLE.smallest <= measure);
  const size = Math.min(TITLE.size, (measure * 0.995) / Math.max(widthOf(text), 0.01));
  return { x: MARGIN, y: TITLE.y, width: measure, height: TITLE.height, look: 'title', text, tail: '', size };
}

interface Grid {
  readonly columns: number;
  readonly width: number;
  readonly height: number;
}

/** The number of columns at which tiles come nearest to their ideal size. */
function chooseGrid({ chapters, width }: PosterContext): Grid {
  const room = width - 2 * MARGIN - TABLE.labels;
  const most = chapters.reduce((longest, { marks }) => Math.max(longest, marks.length), 1);
  const grids = Array.from({ length: Math.min(most, MOST_COLUMNS) }, (_, index): Grid => {
    const columns = index + 1;
    const rows = chapters.reduce((sum, { marks }) => sum + Math.ceil(marks.length / columns), 0);
    const height = (TABLE.bottom - TABLE.top - TABLE.gap * (rows - 1)) / Math.max(rows, 1);
    return { columns, width: room / columns - TABLE.gap, height: Math.min(height, TABLE.tallest) };
  });
  const score = (grid: Grid): number => Math.min(grid.width / IDEAL.width, grid.height / IDEAL.height);
  return grids.reduce((best, grid) => (score(grid) >= score(best) ? grid : best));
}

function composeRows(grid: Grid, context: PosterContext): readonly PosterGroup[] {
  const keys = new Set(context.chapters.flatMap((chapter) => chapter.key?.id ?? []));
  const noted = context.chapters.findIndex(({ marks }) => marks.length % grid.columns !== 0);
  let top: number = TABLE.top;
  return context.chapters.map((chapter, index) => {
    const lines = Math.ceil(chapter.marks.length / grid.columns);
    const height = lines * (grid.height + TABLE.gap) - TABLE.gap;
    const placeOf = (place: number): PosterBox => ({
      x: MARGIN + TABLE.labels + (place % grid.columns) * (grid.width + TABLE.gap),
      y: top + Math.floor(place / grid.columns) * (grid.height + TABLE.gap),
      width: grid.width,
      height: grid.height,
    });
    const tiles = chapter.marks.map((mark, place) => composeTile(mark, placeOf(place), keys.has(mark.id), context));
    const head = rowHead(chapter, { x: MARGIN, y: top, width: TABLE.labels - 1, height }, context);
    const notes = index === noted ? composeNote(placeOf(chapter.marks.length), keys.size, context) : [];
    top += height + TABLE.gap;
    return posterGroup({
      shapes: [...head.shapes, ...tiles.flatMap((tile) => tile.shapes)],
      labels: [...head.labels, ...tiles.flatMap((tile) => tile.labels)],
      texts: [...head.texts, ...tiles.map((tile) => tile.topic), ...notes],
    });
  });
}

function rowHead({ number, title }: PosterChapter, box: PosterBox, context: PosterContext): PosterGroup {
  const room = { x: box.x, y: box.y + 2.2, width: box.width - 4, height: Math.max(box.height - 9, 5) };
  return {
    shapes: [rectangle('rule', { ...box, height: 0.6 })],
    labels:
      number === '' ? [] : [label({ look: 'figure', text: number, x: box.x, y: box.y + box.height - 1.6, size: 3.7 })],
    texts: [fitBox(title, room, TEXTS.row, context)],
  };
}

function composeTile(
  mark: LessonMark,
  box: PosterBox,
  isKey: boolean,
  context: PosterContext,
): { readonly shapes: readonly Shape[]; readonly labels: readonly Label[]; readonly topic: PosterText } {
  const tone = `t${mark.tone}${isKey ? ' key' : ''}`;
  // Words of large tiles are large.
  const scale = Math.max(1, Math.min(box.width / IDEAL.width / 1.1, box.height / IDEAL.height / 1.1, 2.6));
  const padding = TILE.padding * scale;
  const x = box.x + padding;
  const width = box.width - 2 * padding;
  const glyph = context.deck.themes.find((theme) => theme.name === mark.theme)?.glyph;
  const glyphSize = Math.min(TILE.glyph * scale, width / 3);
  const at = { x: box.x + box.width - padding - glyphSize, y: box.y + padding, size: glyphSize };
  const topicBox = { x, width, y: box.y + TILE.head * scale, height: box.height - (TILE.head + TILE.foot) * scale };
  const sizes = TEXTS.topic.sizes.map((size) => size * scale);
  const source = context.deck.sources[mark.sourceNumber - 1]?.name ?? '';
  return {
    shapes: [
      rectangle(`mark ${tone}`, box),
      ...(glyph ? [{ look: `glyph ${tone}`, path: glyphPath(glyph, at), use: '' }] : []),
    ],
    labels: [
      label({
        look: `ref ${tone}`,
        text: mark.id,
        x,
        y: box.y + padding + 2.9 * scale,
        size: Math.min(TILE.ref * scale, width / 4),
      }),
      sourceLabel(
        source,
        { x, y: box.y + box.height - padding, room: width, size: TILE.source * scale, look: `source ${tone}` },
        context,
      ),
    ],
    topic: fitBox(topicOf(mark), topicBox, { ...TEXTS.topic, sizes, look: `topic ${tone}` }, context),
  };
}

function sourceLabel(
  source: string,
  { x, y, room, size, look }: Pick<Label, 'x' | 'y' | 'room' | 'size' | 'look'>,
  { style }: PosterContext,
): Label {
  const text = shortenTo(curlQuotes(source), (some) => textWidth(style.widths.ui, some) * size <= room);
  return label({ look, text, x, y, size });
}

/** What the colours and shapes mean, in the first place that is free. */
function composeNote(box: PosterBox, keys: number, context: PosterContext): readonly PosterText[] {
  const ideas =
    keys === 1
      ? 'The black tile is the idea to keep.'
      : `Black tiles are the ${numberWord(keys).toLowerCase()} ideas to keep.`;
  const text = `${keys === 0 ? '' : `${ideas} `}Shape is the theme, colour is the part.`;
  const inside = { x: box.x + 2, y: box.y + 2, width: box.width - 3, height: box.height - 4 };
  const note = fitBox(text, inside, TEXTS.key, context);
  return note.text.endsWith('…') ? [] : [note];
}
