import type { Drawing, Marker, Shape } from '../model/drawing.ts';
import type { LessonMark } from '../model/slides.ts';
import type { Area } from '../model/style.ts';
import { drawDivider } from './draw-fan-divider.ts';
import {
  group,
  type IndexDrawing,
  isCard,
  isWide,
  levelLabel,
  type MatrixCell,
  MOST_MARKED,
  relativeLengths,
  type Scene,
} from './index-drawing.ts';
import { circlePath, type Point, rayPath } from './polar-paths.ts';

/** Angles are degrees, clockwise from the right; 0.5 of a ray's place is its half-angle where rays touch. */
export interface FanSize {
  readonly width: number;
  readonly height: number;
  readonly centre: Point;
  readonly radius: number;
  /** Where rays begin, as a share of the radius. */
  readonly hole: number;
  /** Greatest outer end, as a share of the radius. */
  readonly reach: number;
  readonly start: number;
  /** Degrees that all parts take; negative where they run counter-clockwise. */
  readonly sweep: number;
  /** Between parts. */
  readonly gap: number;
  /** Half-angle of a ray as a share of its place. */
  readonly fill: number;
}

interface Ray {
  readonly mark: LessonMark;
  readonly path: string;
  /** Degrees. */
  readonly angle: number;
  readonly halfAngle: number;
}

const HALF = { reach: 1, gap: 3.2, fill: 0.39 } as const;
const WHEEL = { hole: 0.34, reach: 1, start: -90, sweep: 360, gap: 2.6, fill: 0.277 } as const;
/** px (DESIGN, "Nocturne" and "Fan / wheel"). Half-fans that open left run counter-clockwise: part 1 is on top. */
const WIDE = {
  cover: {
    ...HALF,
    width: 430,
    height: 720,
    centre: { x: 430, y: 360 },
    radius: 430,
    hole: 0.36,
    start: -94,
    sweep: -172,
  },
  agenda: {
    ...HALF,
    width: 370,
    height: 720,
    centre: { x: 0, y: 360 },
    radius: 370,
    hole: 0.36,
    start: -86,
    sweep: 172,
  },
  closing: {
    ...HALF,
    width: 320,
    height: 720,
    centre: { x: 340, y: 360 },
    radius: 340,
    hole: 0.4,
    start: -94,
    sweep: -172,
  },
  wheel: { ...WHEEL, width: 600, height: 600, centre: { x: 300, y: 300 }, radius: 300 },
  marker: {
    width: 124,
    height: 248,
    centre: { x: 124, y: 124 },
    radius: 124,
    hole: 0.46,
    reach: 0.8,
    start: -96,
    sweep: -168,
    gap: 4,
    fill: 0.386,
  },
} as const satisfies Record<string, FanSize>;
const NARROW: Record<keyof typeof WIDE, FanSize> = {
  cover: { ...WIDE.cover, width: 320, centre: { x: 320, y: 360 }, radius: 320 },
  agenda: { ...WIDE.agenda, width: 270, radius: 270 },
  closing: { ...WIDE.closing, width: 230, centre: { x: 240, y: 360 }, radius: 240 },
  wheel: { ...WHEEL, width: 440, height: 440, centre: { x: 220, y: 220 }, radius: 220 },
  marker: WIDE.marker,
};
const CARD: Record<keyof typeof WIDE, FanSize> = {
  ...NARROW,
  marker: { ...WIDE.marker, width: 200, height: 400, centre: { x: 200, y: 200 }, radius: 200 },
};
/** Length of the shortest quote's ray as a share of the longest one's. */
const SHORTEST = 0.42;
/** A ray of a few lessons takes no more. Degrees. */
const WIDEST = 5;

/** The fan: a ray a lesson, part by part, as long as its quote. */
export const FAN: IndexDrawing = {
  cover: ({ marks, slide }) => fanDrawing(marks, fansFor(slide).cover),
  agenda: ({ marks, slide }) => fanDrawing(marks, fansFor(slide).agenda),
  agendaRow: () => undefined,
  divider: drawDivider,
  theme: (lit, { marks, slide }) => fanDrawing(marks, fansFor(slide).wheel, new Set(lit)),
  closing: (lit, { marks, slide }) => fanDrawing(marks, fansFor(slide).closing, new Set(lit)),
  marker: drawMarker,
  matrixCell: drawDot,
  sign: () => undefined,
};

function fansFor(slide: Area): Record<keyof typeof WIDE, FanSize> {
  if (isCard(slide)) return CARD;
  return isWide(slide) ? WIDE : NARROW;
}

export function drawRays(marks: readonly LessonMark[], size: FanSize): readonly Ray[] {
  const lengthOf = relativeLengths(marks, SHORTEST);
  const parts = new Set(marks.map((mark) => mark.part)).size;
  const isWheel = size.sweep === 360;
  const gaps = size.gap * (isWheel && parts > 1 ? parts : parts - 1);
  const free = Math.max(Math.abs(size.sweep) - gaps, 0);
  const pitch = Math.min(free / Math.max(marks.length, 1), WIDEST);
  // A fan of a few lessons stands in the middle of its sweep.
  const lead = (Math.abs(size.sweep) - pitch * marks.length - gaps) / 2;
  let turned = isWheel ? size.gap / 2 : lead;
  return marks.map((mark, index) => {
    if (index > 0 && marks[index - 1]?.part !== mark.part) turned += size.gap;
    const angle = size.start + Math.sign(size.sweep) * (turned + pitch / 2);
    turned += pitch;
    const outer = size.radius * (size.hole + (size.reach - size.hole) * lengthOf(mark));
    const halfAngle = pitch * size.fill;
    const path = rayPath(size.centre, { inner: size.radius * size.hole, outer, angle, halfAngle });
    return { mark, path, angle, halfAngle };
  });
}

/** @param lit the rays in their colours; without it, all */
function fanDrawing(marks: readonly LessonMark[], size: FanSize, lit?: ReadonlySet<LessonMark>): Drawing {
  const shapes = drawRays(marks, size).map(({ mark, path }): Shape => {
    const look = lit && !lit.has(mark) ? 'mark dim' : `mark t${mark.tone}`;
    return { look, path, use: '' };
  });
  return { width: size.width, height: size.height, groups: [group({ shapes })] };
}

function drawMarker({ marks, slide }: Scene): Marker {
  const size = fansFor(slide).marker;
  const whole = marks.length <= MOST_MARKED;
  const parts = [...new Set(marks.map((mark) => mark.part))];
  const groups = whole ? [marks] : parts.map((part) => marks.filter((mark) => mark.part === part));
  const rays = groups.flatMap((some) => drawRays(some, size));
  const paths = new Map<number, string>();
  for (const { mark, path } of rays) paths.set(mark.part, (paths.get(mark.part) ?? '') + path);
  const current = rays.map(({ mark, angle, halfAngle }) => {
    const ray = { inner: size.radius * size.hole, outer: size.radius, angle, halfAngle: Math.max(halfAngle, 0.75) };
    return [mark.id, rayPath(size.centre, ray)] as const;
  });
  return {
    width: size.width,
    height: size.height,
    parts: [...paths].map(([part, path]) => ({ part, path })),
    current: new Map(current),
    whole,
  };
}

/** Diameters of the dots for 1 to 8 lessons, so that their areas grow with the count. px. */
const DOTS = [24.6, 32.3, 39.1, 44.5, 49.3, 53, 55, 57];
const DOT = { height: 54, empty: 5, size: 17, baseline: 6 } as const;

function drawDot({ count, room }: MatrixCell): Drawing {
  const diameter = count === 0 ? DOT.empty : (DOTS[count - 1] ?? DOTS.at(-1) ?? 0);
  const middle = { x: room / 2, y: DOT.height / 2 };
  const shape = { look: count === 0 ? 'mark dim' : 'mark', path: circlePath(middle, diameter / 2), use: '' };
  const figure = levelLabel({
    look: 'figure',
    text: String(count),
    x: middle.x,
    y: middle.y + DOT.baseline,
    size: DOT.size,
  });
  return { width: room, height: DOT.height, groups: [group({ shapes: [shape], labels: count === 0 ? [] : [figure] })] };
}
