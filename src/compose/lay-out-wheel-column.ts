import type { PosterBox, PosterGroup, PosterText } from '../model/poster.ts';
import { countLines, measureUnits } from './lay-out-lines.ts';
import { unitRows } from './lay-out-units.ts';
import { fitBox, fitWhole, type PosterChapter, type PosterContext, posterGroup, round } from './poster-context.ts';

/** Units are mm on A2. */
const COLUMN = { left: 416, margin: 22, top: 20, bottom: 296, number: 14.5, widestGap: 9, few: 4 } as const;
const SOURCES = { top: 322, bottom: 400, gap: 12 } as const;

const TEXTS = {
  number: { font: 'display', sizes: [11, 9, 7.5, 6], lineHeight: 1 },
  name: { font: 'ui', sizes: [4.3, 3.9, 3.5, 3.2], lineHeight: 1.15 },
  sentence: { font: 'ui', sizes: [7.9, 7.2, 6.6, 6, 5.4, 4.8, 4.2, 3.8], lineHeight: 1.14 },
  heading: { look: 'heading', font: 'display', sizes: [7], lineHeight: 1.1 },
} as const;

/** Sentences of a few parts. */
const LARGE_SIZES = [13, 11.5, 10, 9, 7.9, 7.2, 6.6, 6, 5.4];

/** The key sentences and the sources, beside the wheel. */
export function composeColumn(context: PosterContext): readonly PosterGroup[] {
  return [...composeKeys(context), ...composeSources(context)];
}

/** On wider sheets the column keeps its width and its distance to the wheel. */
export function columnLeft(width: number): number {
  return COLUMN.left + Math.max(0, (width - 594) / 3);
}

/** The parts under each other with equal space between them, each as high as its words. */
function composeKeys(context: PosterContext): readonly PosterGroup[] {
  const left = columnLeft(context.width);
  const width = context.width - COLUMN.margin - left;
  const room = COLUMN.bottom - COLUMN.top;
  const most = room / Math.max(context.chapters.length, 1);
  const isFew = context.chapters.length <= COLUMN.few;
  const keys = context.chapters.map((chapter) => {
    const texts = composeKey(chapter, { x: left, y: 0, width, height: Math.min(most, isFew ? 80 : 34) }, context);
    const last = texts.at(-1);
    return { texts, height: last ? last.y + textHeight(last, context) : 0 };
  });
  const taken = keys.reduce((sum, key) => sum + key.height, 0);
  const gap = Math.min(COLUMN.widestGap, (room - taken) / Math.max(keys.length - 1, 1));
  let top: number = COLUMN.top;
  return keys.map(({ texts, height }) => {
    const moved = texts.map((text) => ({ ...text, y: round(text.y + top) }));
    top += height + gap;
    return posterGroup({ texts: moved });
  });
}

function textHeight({ text, tail, size, width }: PosterText, { style }: PosterContext): number {
  // The tail is set about half as large.
  const units = measureUnits(
    [{ text: `${text} ${tail.slice(0, Math.ceil(tail.length / 2))}`, bound: false }],
    style.widths.ui,
    0,
  );
  return countLines(units, width, size) * size * TEXTS.sentence.lineHeight;
}

function composeKey(chapter: PosterChapter, box: PosterBox, context: PosterContext): readonly PosterText[] {
  const { number, title, tone, key } = chapter;
  const inside = { x: box.x + COLUMN.number, width: box.width - COLUMN.number };
  const nameHeight = Math.min(5.6, box.height / 3);
  const numberBox = { x: box.x, y: box.y - 1, width: COLUMN.number, height: Math.min(box.height, 12) };
  const nameBox = { ...inside, y: box.y, height: nameHeight };
  const sentenceBox = { ...inside, y: box.y + nameHeight + 0.8, height: box.height - nameHeight - 0.8 };
  const sizes = context.chapters.length <= COLUMN.few ? LARGE_SIZES : TEXTS.sentence.sizes;
  const sentence = { ...TEXTS.sentence, sizes, look: `sentence t${tone}`, tail: key?.id ?? '' };
  return [
    ...(number === '' ? [] : [fitBox(number, numberBox, { ...TEXTS.number, look: `number t${tone}` }, context)]),
    fitBox(title, nameBox, { ...TEXTS.name, look: `name t${tone}` }, context),
    ...(key ? fitWhole(key.sentence, sentenceBox, sentence, context) : []),
  ];
}

function composeSources(context: PosterContext): readonly PosterGroup[] {
  const left = columnLeft(context.width);
  const width = context.width - COLUMN.margin - left;
  const heading = fitBox('Sources', { x: left, y: SOURCES.top - 11, width, height: 9 }, TEXTS.heading, context);
  const box = { x: left, y: SOURCES.top, width, height: SOURCES.bottom - SOURCES.top };
  return [posterGroup({ texts: [heading] }), ...unitRows(box, { gap: SOURCES.gap, round: true }, context)];
}
