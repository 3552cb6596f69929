import type { Label, Shape } from '../model/drawing.ts';
import type { PosterBox, PosterGroup } from '../model/poster.ts';
import type { LessonMark } from '../model/slides.ts';
import { shortenTo } from './fit-text.ts';
import { centred, label, type PosterContext, posterGroup, rectangle, round, sortSources } from './poster-context.ts';
import { curlQuotes } from './set-quote.ts';
import { textWidth } from './text-width.ts';

/** mm on A2. */
const ROW = { height: 4.3, columns: 2, most: 7.2 } as const;
const UNIT = { size: 3.4, gap: 0.25, figure: 2.1 } as const;
const NAME_SIZES = [3.2, 3, 2.75] as const;

/** Sources in two columns, the largest first: a row each with a unit a lesson, which bears its part's number. */
export function unitRows(
  box: PosterBox,
  { gap, round: isRound }: { readonly gap: number; readonly round: boolean },
  context: PosterContext,
): readonly PosterGroup[] {
  const most = Math.floor(box.height / ROW.height) * ROW.columns;
  const sources = sortSources(context).slice(0, most);
  const perColumn = Math.ceil(sources.length / ROW.columns);
  const height = Math.min(box.height / Math.max(perColumn, 1), ROW.most);
  const width = (box.width - gap * (ROW.columns - 1)) / ROW.columns;
  return sources.map((source, index) => {
    const x = box.x + Math.floor(index / perColumn) * (width + gap);
    const y = box.y + (index % perColumn) * height;
    const fitting = Math.floor((width * 0.6) / (UNIT.size + UNIT.gap));
    const marks = source.lessons.slice(0, fitting);
    const taken = marks.length * (UNIT.size + UNIT.gap);
    const name = nameLabel(source.name, { x, y, room: width - taken - 2 }, context);
    const units = marks.map((mark, place) =>
      unit(mark, { x: x + width - taken + place * (UNIT.size + UNIT.gap), y, isRound }),
    );
    return posterGroup({
      shapes: units.map((one) => one.shape),
      labels: [name, ...units.map((one) => one.figure)],
    });
  });
}

/** In one line; at the smallest size it loses its end. */
function nameLabel(
  name: string,
  { x, y, room }: { readonly x: number; readonly y: number; readonly room: number },
  { style }: PosterContext,
): Label {
  const table = style.widths.ui;
  const words = curlQuotes(name);
  const size = NAME_SIZES.find((candidate) => textWidth(table, words) * candidate <= room) ?? 2.75;
  const text = shortenTo(words, (candidate) => textWidth(table, candidate) * size <= room);
  return centred(label({ look: 'source', text, x, y: y + UNIT.size / 2, size, room }));
}

function unit(
  mark: LessonMark,
  { x, y, isRound }: { readonly x: number; readonly y: number; readonly isRound: boolean },
): { readonly shape: Shape; readonly figure: Label } {
  const { size } = UNIT;
  const look = `unit t${mark.tone}`;
  const radius = size / 2;
  const circle = `M${round(x)} ${round(y + radius)}a${radius} ${radius} 0 1 0 ${size} 0a${radius} ${radius} 0 1 0 ${-size} 0z`;
  const middle = { x: x + radius, y: y + radius };
  return {
    shape: isRound ? { look, path: circle, use: '' } : rectangle(look, { x, y, width: size, height: size }),
    figure: centred(label({ look: 'unit-figure', text: String(mark.part), ...middle, size: UNIT.figure })),
  };
}
