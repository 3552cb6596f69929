import type { Drawing, Marker, Shape } from '../model/drawing.ts';
import type { LessonMark } from '../model/slides.ts';
import type { Area } from '../model/style.ts';
import { drawDivider } from './draw-shelf-divider.ts';
import {
  group,
  type IndexDrawing,
  isCard,
  isWide,
  levelLabel,
  type MatrixCell,
  MOST_MARKED,
  type Rectangle,
  rectangle,
  rectanglePath,
  relativeLengths,
  round,
  type Scene,
} from './index-drawing.ts';

export interface Spine extends Rectangle {
  readonly mark: LessonMark;
  /** 0 accent, 1 lighter, 2 darker. */
  readonly shade: number;
  /** Keyed to the source: the same source has the same bands. */
  readonly bands: readonly Rectangle[];
}

export interface ShelfSize {
  readonly width: number;
  readonly height: number;
  /** Between parts. */
  readonly gap: number;
  /** Share of a lesson's place that its spine fills, 0–1. */
  readonly fill: number;
  /** Greatest place of one lesson; a short shelf does not fill its width. */
  readonly widest?: number;
}

/** px (DESIGN, "Folio" and "Shelf"); on a narrower slide the gaps between parts shrink with the shelf. */
const WIDE = {
  cover: { width: 1120, height: 300, gap: 15, fill: 0.88 },
  theme: { width: 1120, height: 270, gap: 15, fill: 0.88 },
  row: { width: 180, height: 50, gap: 0, fill: 0.88, widest: 16 },
  marker: { width: 1120, height: 58, gap: 15, fill: 0.74 },
} as const satisfies Record<string, ShelfSize>;
const NARROW = {
  cover: { width: 832, height: 270, gap: 11, fill: 0.88 },
  theme: { width: 832, height: 250, gap: 11, fill: 0.88 },
  row: { width: 150, height: 50, gap: 0, fill: 0.88, widest: 13 },
  marker: { width: 832, height: 58, gap: 11, fill: 0.74 },
} as const satisfies Record<keyof typeof WIDE, ShelfSize>;
const CARD = { ...NARROW, marker: { width: 920, height: 132, gap: 12, fill: 0.78 } } as const;
/** Height of the shortest quote's spine as a share of the longest one's. */
const LOWEST = 0.66;
const SHADES = [0, 1, 2, 0, 1, 0, 2];
/** Height of the other spines beside the current one, which has its full height. */
const MARKER_REST = 0.62;

/** The shelf: a spine a lesson, part by part, as high as its quote is long. */
export const SHELF: IndexDrawing = {
  cover: ({ marks, slide }) => shelfDrawing(marks, sizesFor(slide).cover),
  agenda: () => undefined,
  agendaRow: (marks, { slide }) => shelfDrawing(marks, sizesFor(slide).row),
  divider: drawDivider,
  theme: (lit, { marks, slide }) => shelfDrawing(marks, sizesFor(slide).theme, new Set(lit)),
  closing: drawClosing,
  marker: drawMarker,
  matrixCell: drawBars,
  sign: () => undefined,
};

function sizesFor(slide: Area): Record<keyof typeof WIDE, ShelfSize> {
  if (isCard(slide)) return CARD;
  return isWide(slide) ? WIDE : NARROW;
}

export function drawShelf(marks: readonly LessonMark[], size: ShelfSize): readonly Spine[] {
  const heightOf = relativeLengths(marks, LOWEST);
  const parts = new Set(marks.map((mark) => mark.part)).size;
  const free = size.width - size.gap * (parts - 1);
  const pitch = Math.min(free / Math.max(marks.length, 1), size.widest ?? Number.POSITIVE_INFINITY);
  let x = 0;
  return marks.map((mark, index) => {
    if (index > 0 && marks[index - 1]?.part !== mark.part) x += size.gap;
    const height = round(size.height * heightOf(mark));
    const spine = { x: round(x), y: round(size.height - height), width: round(pitch * size.fill), height };
    x += pitch;
    return { ...spine, mark, shade: SHADES[(mark.position * 5 + mark.length) % 7] ?? 0, bands: drawBands(mark, spine) };
  });
}

/** One or two bands near the top, and for every third source one near the foot. */
function drawBands(mark: LessonMark, spine: Rectangle): readonly Rectangle[] {
  const number = mark.sourceNumber;
  const top = spine.y + 14 + (number % 5) * 0.055 * spine.height;
  const band = (y: number, height: number): Rectangle => ({ x: spine.x, y: round(y), width: spine.width, height });
  if (number % 3 === 0) return [band(top, 2.2), band(top + 6, 2.2)];
  if (number % 3 === 1) return [band(top, 7)];
  return [band(top, 2.2), band(spine.y + spine.height - 34 - (number % 4) * 8, 2.2)];
}

/** @param lit the marks in their colours; without it, all */
function shelfDrawing(marks: readonly LessonMark[], size: ShelfSize, lit?: ReadonlySet<LessonMark>): Drawing {
  const { width, height } = size;
  const shapes = drawShelf(marks, size).flatMap((spine): readonly Shape[] => {
    if (lit && !lit.has(spine.mark)) return [rectangle('mark dim', spine)];
    const bands = spine.bands.map((band) => rectangle('band', band));
    return [rectangle(`mark t${spine.mark.tone} s${spine.shade}`, spine), ...bands];
  });
  return { width, height, groups: [group({ shapes })] };
}

function drawMarker({ marks, slide }: Scene): Marker {
  const size = sizesFor(slide).marker;
  const { width, height } = size;
  const whole = marks.length <= MOST_MARKED;
  const parts = [...new Set(marks.map((mark) => mark.part))];
  const groups = whole ? [marks] : parts.map((part) => marks.filter((mark) => mark.part === part));
  const shelves = groups.map((some) => drawShelf(some, { ...size, ...(whole ? {} : { widest: 16 }) }));
  return {
    width,
    height,
    parts: shelves.flatMap((spines) => [...outlineParts(spines, MARKER_REST)].map(([part, path]) => ({ part, path }))),
    current: new Map(shelves.flat().map((spine) => [spine.mark.id, rectanglePath(spine)])),
    whole,
  };
}

/** A shelf as outlines of whole parts: `[part, SVG path]`. */
export function outlineParts(spines: readonly Spine[], scale: number): ReadonlyMap<number, string> {
  const paths = new Map<number, string>();
  for (const spine of spines) {
    const height = round(spine.height * scale);
    const bottom = round(spine.y + spine.height);
    const path = `M${spine.x} ${bottom}v-${height}h${spine.width}v${height}z`;
    paths.set(spine.mark.part, (paths.get(spine.mark.part) ?? '') + path);
  }
  return paths;
}

function drawClosing(lit: readonly LessonMark[], _scene: Scene, marker: Marker): Drawing {
  const rest = marker.whole ? [{ look: 'rest', path: '', use: 'mark-all' }] : [];
  const shapes = lit.map(({ id, tone }) => ({ look: `lit t${tone}`, path: marker.current.get(id) ?? '', use: '' }));
  return { width: marker.width, height: marker.height, groups: [group({ shapes: [...rest, ...shapes] })] };
}

const BAR = { width: 8, gap: 4, height: 36 } as const;

/** One bar a lesson while they fit the column, closer together when many, then one block with the figure beside it. */
function drawBars({ count, room }: MatrixCell): Drawing {
  const pitch = Math.min(BAR.width + BAR.gap, room / Math.max(count, 1));
  const isCrowded = pitch < 4;
  const width = isCrowded ? room - 34 : Math.round(pitch * 0.667 * 10) / 10;
  const places = isCrowded ? [0] : Array.from({ length: count }, (_, index) => Math.round(index * pitch * 10) / 10);
  const shapes = places.map((x) => rectangle('mark', { x, y: 0, width, height: BAR.height }));
  const figure = levelLabel({ look: 'figure', text: String(count), x: room, y: 25, size: 16 });
  return {
    width: room,
    height: BAR.height,
    groups: count === 0 ? [] : [group({ shapes, labels: isCrowded ? [figure] : [] })],
  };
}
