import { round } from './index-drawing.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A wedge between two radii. */
export function rayPath(
  centre: Point,
  { inner, outer, angle, halfAngle }: Record<'inner' | 'outer' | 'angle' | 'halfAngle', number>,
): string {
  return polygon([
    pointAt(centre, inner, angle - halfAngle),
    pointAt(centre, outer, angle - halfAngle),
    pointAt(centre, outer, angle + halfAngle),
    pointAt(centre, inner, angle + halfAngle),
  ]);
}

/** @param angle degrees, clockwise from the right */
export function pointAt({ x, y }: Point, radius: number, angle: number): Point {
  const radians = (angle * Math.PI) / 180;
  return { x: x + radius * Math.cos(radians), y: y + radius * Math.sin(radians) };
}

export function polygon(points: readonly Point[]): string {
  return `M${points.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')}z`;
}

export function circlePath({ x, y }: Point, radius: number): string {
  const r = round(radius);
  return `M${round(x - radius)} ${y}a${r} ${r} 0 1 0 ${round(2 * radius)} 0a${r} ${r} 0 1 0 ${round(-2 * radius)} 0z`;
}
