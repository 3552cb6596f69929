import type { Drawing, DrawnGroup, Label, Shape } from '../model/drawing.ts';
import type { LessonMark, MarkLabel } from '../model/slides.ts';
import { group, relativeLengths, round, type Scene } from './index-drawing.ts';
import { type Point, pointAt, polygon } from './polar-paths.ts';

/** Length of the shortest quote's ghost as a share of the longest one's. */
const SHORTEST = 0.42;
const DIVIDER = { width: 680, height: 720, centre: { x: 900, y: 360 }, inner: 330, outer: 900 } as const;
/** Half the width of a ray at its ends, px, and the degrees to which that belongs. */
const RAY = { outside: 18.5, inside: 10, step: 4.2, widestStep: 5, span: 46 } as const;
const WORDS = { step: 3.2, smallest: 14, inset: 16 } as const;
const GHOSTS = { each: 12, step: 4.1, reach: 0.62, halfWidth: 1.5 } as const;

/** The lessons of one part as rays with their topics, between ghosts of the other parts'. */
export function drawDivider(labels: readonly MarkLabel[], { marks }: Scene): Drawing {
  const step = Math.min(RAY.widestStep, RAY.span / Math.max(labels.length, 1));
  const groups = labels.map((label, index) => wordedRay(label, ((labels.length - 1) / 2 - index) * step, step));
  const ghosts = drawGhosts(labels, marks, (labels.length / 2) * step);
  return { width: DIVIDER.width, height: DIVIDER.height, groups: [...ghosts, ...groups] };
}

/** @param tilt degrees from the horizontal, upwards */
function wordedRay({ mark, lines, size }: MarkLabel, tilt: number, step: number): DrawnGroup {
  const scale = Math.min(1, step / RAY.step);
  const { inner, outer } = DIVIDER;
  const path = beamPath(tilt, { inner, outer, inside: RAY.inside * scale, outside: RAY.outside * scale });
  const topicSize = round(size * Math.min(1, step / WORDS.step));
  const hasWords = topicSize >= WORDS.smallest;
  const { x, y } = pointAt(DIVIDER.centre, outer - WORDS.inset, 180 + tilt);
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

function drawGhosts(
  labels: readonly MarkLabel[],
  marks: readonly LessonMark[],
  halfSpan: number,
): readonly DrawnGroup[] {
  const own = new Set(labels.map((label) => label.mark.id));
  const first = marks.findIndex((mark) => own.has(mark.id));
  // The parts before it above, those after it below, as on a wheel.
  const others = [...marks.slice(first), ...marks.slice(0, first)].filter((mark) => !own.has(mark.id));
  const lengthOf = relativeLengths(marks, SHORTEST);
  const ghost = (mark: LessonMark, tilt: number): Shape => {
    const outer = DIVIDER.inner + (DIVIDER.outer - DIVIDER.inner) * GHOSTS.reach * lengthOf(mark);
    const path = beamPath(tilt, { inner: DIVIDER.inner, outer, inside: GHOSTS.halfWidth, outside: GHOSTS.halfWidth });
    return { look: 'ghost', path, use: '' };
  };
  const each = Math.min(GHOSTS.each, Math.floor(others.length / 2));
  const tiltOf = (index: number): number => halfSpan + (index + 0.9) * GHOSTS.step;
  const below = others.slice(0, each).map((mark, index) => ghost(mark, -tiltOf(index)));
  const above = others.slice(others.length - each).reverse();
  return [group({ shapes: [...above.map((mark, index) => ghost(mark, tiltOf(index))), ...below] })];
}

/** A ray of the divider, given by its half-widths at its ends. */
function beamPath(
  tilt: number,
  { inner, outer, inside, outside }: Record<'inner' | 'outer' | 'inside' | 'outside', number>,
): string {
  const angle = 180 + tilt;
  const aside = (at: number, by: number): Point => pointAt(pointAt(DIVIDER.centre, at, angle), by, angle + 90);
  return polygon([aside(inner, inside), aside(outer, outside), aside(outer, -outside), aside(inner, -inside)]);
}
