/** How far the handles of a curve lie out that stands for a part of a circle of this angle. */
function handleLength(angle: number): number {
  return (4 / 3) * Math.tan(angle / 4);
}

interface Centre {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
  /** Radians. */
  readonly turn: number;
  readonly start: number;
  readonly sweep: number;
}

/**
 * An arc of SVG as cubic curves of a quarter of an ellipse at most, each as x1, y1, x2, y2, x, y (SVG 1.1, appendix F.6).
 * @param numbers rx, ry, degrees, large arc, sweep, x, y
 */
export function arcToCurves(
  from: { readonly x: number; readonly y: number },
  numbers: readonly number[],
): readonly (readonly number[])[] {
  const [, , , , , x = 0, y = 0] = numbers;
  const arc = findCentre(from, numbers);
  if (arc === undefined) return [[from.x, from.y, x, y, x, y]];
  const count = Math.max(Math.ceil(Math.abs(arc.sweep) / (Math.PI / 2) - 1e-6), 1);
  const angle = arc.sweep / count;
  const reach = handleLength(angle);
  return Array.from({ length: count }, (_, index) => {
    const [one, other] = [arc.start + index * angle, arc.start + (index + 1) * angle];
    const place = (along: number, sideways: number, at: number): readonly [number, number] =>
      onEllipse(arc, along * Math.cos(at) - sideways * Math.sin(at), along * Math.sin(at) + sideways * Math.cos(at));
    const end = index === count - 1 ? [x, y] : place(1, 0, other);
    return [...place(1, reach, one), ...place(1, -reach, other), ...end];
  });
}

/** A point of the circle that the ellipse was, before it was squeezed and turned. */
function onEllipse({ x, y, rx, ry, turn }: Centre, cos: number, sin: number): readonly [number, number] {
  return [
    x + rx * cos * Math.cos(turn) - ry * sin * Math.sin(turn),
    y + rx * cos * Math.sin(turn) + ry * sin * Math.cos(turn),
  ];
}

/** Undefined where the arc is a line. */
function findCentre(from: { readonly x: number; readonly y: number }, numbers: readonly number[]): Centre | undefined {
  const [width = 0, height = 0, degrees = 0, isLarge = 0, isClockwise = 0, x = 0, y = 0] = numbers;
  if (width === 0 || height === 0 || (from.x === x && from.y === y)) return undefined;
  const turn = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [halfX, halfY] = [(from.x - x) / 2, (from.y - y) / 2];
  const [px, py] = [cos * halfX + sin * halfY, cos * halfY - sin * halfX];
  // Radii that do not reach are made to.
  const grow = Math.sqrt(Math.max(1, (px / width) ** 2 + (py / height) ** 2));
  const [rx, ry] = [Math.abs(width) * grow, Math.abs(height) * grow];
  const free = Math.max(0, (rx * ry) ** 2 - (rx * py) ** 2 - (ry * px) ** 2);
  const side = isLarge === isClockwise ? -1 : 1;
  const factor = side * Math.sqrt(free / ((rx * py) ** 2 + (ry * px) ** 2));
  const [cx, cy] = [(factor * rx * py) / ry, (-factor * ry * px) / rx];
  const start = Math.atan2((py - cy) / ry, (px - cx) / rx);
  const end = Math.atan2((-py - cy) / ry, (-px - cx) / rx);
  const whole = 2 * Math.PI;
  const turned = (((end - start) % whole) + whole) % whole;
  return {
    x: cos * cx - sin * cy + (from.x + x) / 2,
    y: sin * cx + cos * cy + (from.y + y) / 2,
    rx,
    ry,
    turn,
    start,
    sweep: isClockwise === 1 ? turned : turned - whole,
  };
}
