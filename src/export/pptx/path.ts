import { arcToCurves } from './arc-curves.ts';

/** In inches, as pptxgenjs takes it. */
export type PathPoint =
  | { readonly x: number; readonly y: number; readonly moveTo?: boolean; readonly curve?: Curve }
  | { readonly close: true };
interface Curve {
  readonly type: 'cubic';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface DrawnPath {
  /** Of its box. px. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** From the corner of the box. */
  readonly points: readonly PathPoint[];
}

export interface PathPlace {
  readonly scale?: number;
  /** Width in which it is turned round, left to right; of the path's own units. */
  readonly mirror?: number | undefined;
}

/** One step of a path with absolute coordinates: where it ends, last of `at`, and the handles of a curve before that. */
interface Step {
  readonly kind: 'move' | 'line' | 'curve' | 'close';
  /** x, y, x, y… */
  readonly at: readonly number[];
}

/** SVG path data as a shape; undefined for an empty one. */
export function readPath(path: string, { scale = 1, mirror }: PathPlace = {}): DrawnPath | undefined {
  const steps = readSteps(path).map(({ kind, at }) => ({
    kind,
    at: at.map((value, index) => (mirror !== undefined && index % 2 === 0 ? mirror - value : value) * scale),
  }));
  const [left, right] = extent(steps, 0);
  const [top, bottom] = extent(steps, 1);
  if (!Number.isFinite(left)) return undefined;
  const inches = (values: readonly number[]): number[] =>
    values.map((value, index) => (value - (index % 2 === 0 ? left : top)) / 96);
  const points = steps.map(({ kind, at }): PathPoint => {
    if (kind === 'close') return { close: true };
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = inches(at);
    if (kind !== 'curve') return kind === 'move' ? { x: a, y: b, moveTo: true } : { x: a, y: b };
    return { x: e, y: f, curve: { type: 'cubic', x1: a, y1: b, x2: c, y2: d } };
  });
  return { x: left, y: top, width: right - left, height: bottom - top, points };
}

/** Handles count: their hull holds the curve, and is as large as it where curves are quarters of circles. */
function extent(steps: readonly Step[], axis: 0 | 1): readonly [least: number, most: number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { at } of steps) {
    for (let index = axis; index < at.length; index += 2) {
      least = Math.min(least, at[index] ?? least);
      most = Math.max(most, at[index] ?? most);
    }
  }
  return [least, most];
}

const NUMBER = /[-+]?(?:\d*\.\d+|\d+\.?)(?:e[-+]?\d+)?/giu;
/** How many numbers each command takes. */
const ARITY: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };

interface Pen {
  x: number;
  y: number;
  startX: number;
  startY: number;
  /** The handle that a smooth curve mirrors. */
  handleX: number;
  handleY: number;
}

function readSteps(path: string): readonly Step[] {
  const pen: Pen = { x: 0, y: 0, startX: 0, startY: 0, handleX: 0, handleY: 0 };
  return [...path.matchAll(/([mlhvcsqtaz])([^mlhvcsqtaz]*)/giu)].flatMap(([, letter = '', rest = '']) => {
    const command = letter.toLowerCase();
    return splitNumbers(command, rest).flatMap((numbers, index) => {
      // Further pairs of numbers after a move are lines.
      const kind = command === 'm' && index > 0 ? 'l' : command;
      return step(kind, absolute(kind, numbers, letter === command ? pen : undefined), pen);
    });
  });
}

/** The numbers of a command, as many at a time as it takes. */
function splitNumbers(command: string, text: string): readonly (readonly number[])[] {
  const arity = ARITY[command] ?? 0;
  if (arity === 0) return [[]];
  const numbers = command === 'a' ? arcNumbers(text) : (text.match(NUMBER) ?? []).map(Number);
  const times = Math.max(Math.floor(numbers.length / arity), 1);
  return Array.from({ length: times }, (_, index) => numbers.slice(index * arity, (index + 1) * arity));
}

/** The flags of an arc may stand without a space: `a8 8 0 01-16 0`. */
function arcNumbers(text: string): readonly number[] {
  const number = String.raw`([-+]?(?:\d*\.\d+|\d+\.?)(?:e[-+]?\d+)?)[\s,]*`;
  const flag = String.raw`([01])[\s,]*`;
  const pattern = new RegExp(number + number + number + flag + flag + number + number, 'giu');
  return [...text.matchAll(pattern)].flatMap((match) => match.slice(1).map(Number));
}

function absolute(command: string, numbers: readonly number[], pen: Pen | undefined): readonly number[] {
  if (pen === undefined) return numbers;
  if (command === 'h') return numbers.map((value) => value + pen.x);
  if (command === 'v') return numbers.map((value) => value + pen.y);
  if (command === 'a')
    return numbers.map((value, index) => (index === 5 ? value + pen.x : index === 6 ? value + pen.y : value));
  return numbers.map((value, index) => value + (index % 2 === 0 ? pen.x : pen.y));
}

/** Moves the pen as well. */
function step(command: string, numbers: readonly number[], pen: Pen): readonly Step[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
  switch (command) {
    case 'z':
      moveTo(pen, pen.startX, pen.startY);
      return [{ kind: 'close', at: [] }];
    case 'm':
      moveTo(pen, a, b);
      pen.startX = a;
      pen.startY = b;
      return [{ kind: 'move', at: [a, b] }];
    case 'h':
      return lineTo(pen, a, pen.y);
    case 'v':
      return lineTo(pen, pen.x, a);
    case 'c':
      return curveTo(pen, [a, b, c, d, e, f]);
    case 's':
      return curveTo(pen, [2 * pen.x - pen.handleX, 2 * pen.y - pen.handleY, a, b, c, d]);
    case 'q':
      return quadraticTo(pen, [a, b, c, d]);
    case 't':
      return quadraticTo(pen, [2 * pen.x - pen.handleX, 2 * pen.y - pen.handleY, a, b]);
    case 'a':
      return arcToCurves(pen, numbers).flatMap((curve) => curveTo(pen, curve));
    default:
      return lineTo(pen, a, b);
  }
}

function moveTo(pen: Pen, x: number, y: number): void {
  Object.assign(pen, { x, y, handleX: x, handleY: y });
}

function lineTo(pen: Pen, x: number, y: number): readonly Step[] {
  moveTo(pen, x, y);
  return [{ kind: 'line', at: [x, y] }];
}

function curveTo(pen: Pen, at: readonly number[]): readonly Step[] {
  const [, , handleX = 0, handleY = 0, x = 0, y = 0] = at;
  Object.assign(pen, { x, y, handleX, handleY });
  return [{ kind: 'curve', at }];
}

/** A curve of one handle as one of two. */
function quadraticTo(pen: Pen, [hx = 0, hy = 0, x = 0, y = 0]: readonly number[]): readonly Step[] {
  const between = (from: number, to: number): number => from + (2 / 3) * (to - from);
  const at = [between(pen.x, hx), between(pen.y, hy), between(x, hx), between(y, hy), x, y];
  Object.assign(pen, { x, y, handleX: hx, handleY: hy });
  return [{ kind: 'curve', at }];
}
