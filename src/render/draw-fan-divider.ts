import type { Drawing, DrawnGroup, Label, Shape } from '../model/drawing.ts';
import type { LessonMark, MarkLabel } from '../model/slides.ts';
import { group, isWide, relativeLengths, round, type Scene } from './index-drawing.ts';
import { type Point, pointAt, polygon } from './polar-paths.ts';

/** Length of the shortest quote's ghost as a share of the longest one's. */
const SHORTEST = 0.42;
/** A part of the wheel with its rays' ends at the drawing's left edge, px. */
interface Section {
  readonly width: number;
  readonly height: number;
  readonly centre: Point;
  readonly inner: number;
  readonly outer: number;
}
const WIDE: Section = { width: 680, height: 720, centre: { x: 900, y: 360 }, inner: 330, outer: 900 };
const NARROW: Section = { ...WIDE, width: 520, inner: 430 };
/** Half the width of a ray at its ends, px, and the degrees to which that belongs. */
const RAY = { outside: 18.5, inside: 10, step: 4.2, widestStep: 5, span: 46 } as const;
const WORDS = { step: 3.2, smallest: 14, inset: 16 } as const;
const GHOSTS = { each: 12, step: 4.1, reach: 0.62, halfWidth: 1.5 } as const;

/** The lessons of one part as rays with their topics, between ghosts of the other parts'. */
export function drawDivider(labels: readonly MarkLabel[], { marks, slide }: Scene): Drawing {
  const section = isWide(slide) ? WIDE : NARROW;
  const step = Math.min(RAY.widestStep, RAY.span / Math.max(labels.length, 1));
  const groups = labels.map((label, index) =>
    wordedRay(label, { tilt: ((labels.length - 1) / 2 - index) * step, step }, section),
  );
  const ghosts = drawGhosts(otherMarks(labels, marks), { marks, halfSpan: (labels.length / 2) * step, section });
  return { width: section.width, height: section.height, groups: [...ghosts, ...groups] };
}

/** @param place `tilt`: degrees from the horizontal, upwards; `step`: degrees from ray to ray */
function wordedRay(
  { mark, lines, size }: MarkLabel,
  { tilt, step }: Record<'tilt' | 'step', number>,
  { inner, outer, centre }: Section,
): DrawnGroup {
  const scale = Math.min(1, step / RAY.step);
  const path = beamPath(centre, tilt, { inner, outer, inside: RAY.inside * scale, outside: RAY.outside * scale });
  const topicSize = round(size * Math.min(1, step / WORDS.step));
  const hasWords = topicSize >= WORDS.smallest;
  const { x, y } = pointAt(centre, outer - WORDS.inset, 180 + tilt);
  const words: Label = {
    look: 'mark-text',
    lead: mark.id,
    text: lines.join(' '),
    tail: '',
    x: round(x),
    y: round(y),
    size: topicSize,
    angle: round(tilt),
    room: outer - WORDS.inset - inner - 8,
  };
  return group({
    link: `lesson-${mark.id}`,
    name: hasWords ? '' : `${mark.number} ${mark.topic}`,
    shapes: [{ look: 'mark', path, use: '' }],
    labels: hasWords ? [words] : [],
  });
}

/** Those of the other parts: the parts after its own first, as on a wheel. */
function otherMarks(labels: readonly MarkLabel[], marks: readonly LessonMark[]): readonly LessonMark[] {
  const own = new Set(labels.map((label) => label.mark.id));
  const first = marks.findIndex((mark) => own.has(mark.id));
  return [...marks.slice(first), ...marks.slice(0, first)].filter((mark) => !own.has(mark.id));
}

/** Rays of other parts, the parts before it above, those after it below. */
function drawGhosts(
  others: readonly LessonMark[],
  around: { readonly marks: readonly LessonMark[]; readonly halfSpan: number; readonly section: Section },
): readonly DrawnGroup[] {
  const { inner, outer: edge, centre } = around.section;
  const lengthOf = relativeLengths(around.marks, SHORTEST);
  const ghost = (mark: LessonMark, tilt: number): Shape => {
    const outer = inner + (edge - inner) * GHOSTS.reach * lengthOf(mark);
    const path = beamPath(centre, tilt, { inner, outer, inside: GHOSTS.halfWidth, outside: GHOSTS.halfWidth });
    return { look: 'ghost', path, use: '' };
  };
  const each = Math.min(GHOSTS.each, Math.floor(others.length / 2));
  const tiltOf = (index: number): number => around.halfSpan + (index + 0.9) * GHOSTS.step;
  const below = others.slice(0, each).map((mark, index) => ghost(mark, -tiltOf(index)));
  const above = others.slice(others.length - each).reverse();
  return [group({ shapes: [...above.map((mark, index) => ghost(mark, tiltOf(index))), ...below] })];
}

/** A ray of the divider, given by its half-widths at its ends. */
function beamPath(
  centre: Point,
  tilt: number,
  { inner, outer, inside, outside }: Record<'inner' | 'outer' | 'inside' | 'outside', number>,
): string {
  const angle = 180 + tilt;
  const aside = (at: number, by: number): Point => pointAt(pointAt(centre, at, angle), by, angle + 90);
  return polygon([aside(inner, inside), aside(outer, outside), aside(outer, -outside), aside(inner, -inside)]);
}
