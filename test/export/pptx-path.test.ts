import { expect, test } from 'vitest';
import { readPath } from '../../src/export/pptx/path.ts';

/** Points of the shape in px, handles of curves before the points that they lead to. */
function pointsOf(path: string, place: Parameters<typeof readPath>[1] = {}): readonly (readonly [number, number])[] {
  const drawn = readPath(path, place);
  if (drawn === undefined) return [];
  const at = (x: number, y: number): readonly [number, number] => [
    Math.round((x * 96 + drawn.x) * 1000) / 1000,
    Math.round((y * 96 + drawn.y) * 1000) / 1000,
  ];
  return drawn.points.flatMap((point) => {
    if ('close' in point) return [];
    const { x, y, curve } = point;
    return curve ? [at(curve.x1, curve.y1), at(curve.x2, curve.y2), at(x, y)] : [at(x, y)];
  });
}

test('relative and absolute commands draw the same', () => {
  const square = [
    [10, 10],
    [30, 10],
    [30, 40],
    [10, 40],
  ];
  expect(pointsOf('M10 10H30V40H10Z')).toEqual(square);
  expect(pointsOf('m10,10h20v30h-20z')).toEqual(square);
  expect(pointsOf('M10 10 30 10L30 40 10 40z')).toEqual(square);
  expect(pointsOf('m10 10 20 0 0 30-20 0z')).toEqual(square);
});

test('after a closed figure the pen is where that began', () => {
  expect(pointsOf('m10 10h5v5zm1 1h2v2z')).toEqual([
    [10, 10],
    [15, 10],
    [15, 15],
    [11, 11],
    [13, 11],
    [13, 13],
  ]);
});

test('curves keep their handles, smooth ones mirror them, those of one handle get two', () => {
  expect(pointsOf('M0 0C1 2 3 4 5 6S9 9 10 10')).toEqual([
    [0, 0],
    [1, 2],
    [3, 4],
    [5, 6],
    [7, 8],
    [9, 9],
    [10, 10],
  ]);
  expect(pointsOf('M0 0Q3 3 6 0')).toEqual([
    [0, 0],
    [2, 2],
    [4, 2],
    [6, 0],
  ]);
  expect(pointsOf('M0 0Q3 3 6 0T12 0').slice(-3)).toEqual([
    [8, -2],
    [10, -2],
    [12, 0],
  ]);
});

test('an arc becomes curves that lie on it', () => {
  for (const path of ['M10 50a40 40 0 1 0 80 0a40 40 0 1 0-80 0z', 'M10 50a40 40 0 10 80 0 40 40 0 10-80 0z']) {
    const points = pointsOf(path);
    expect(points).toHaveLength(13);
    for (let at = 0; at + 3 < points.length; at += 3) {
      const [from, one, other, to] = points.slice(at, at + 4);
      const middle = [0, 1].map(
        (axis) => ((from?.[axis] ?? 0) + 3 * (one?.[axis] ?? 0) + 3 * (other?.[axis] ?? 0) + (to?.[axis] ?? 0)) / 8,
      );
      expect(Math.hypot((middle[0] ?? 0) - 50, (middle[1] ?? 0) - 50)).toBeCloseTo(40, 1);
    }
  }
  const drawn = readPath('M10 50a40 40 0 1 0 80 0a40 40 0 1 0-80 0z');
  expect([drawn?.x, drawn?.y, drawn?.width, drawn?.height].map((value) => Math.round(value ?? 0))).toEqual([
    10, 10, 80, 80,
  ]);
});

test('radii that do not reach are made to, and none at all makes a line', () => {
  expect(pointsOf('M0 0A1 1 0 0 1 10 0').at(-1)).toEqual([10, 0]);
  expect(pointsOf('M0 0A0 5 0 0 1 10 0')).toEqual([
    [0, 0],
    [0, 0],
    [10, 0],
    [10, 0],
  ]);
});

test('a path may be turned round and made larger, and an empty one is none', () => {
  expect(pointsOf('M10 10h20v5z', { mirror: 100 })).toEqual([
    [90, 10],
    [70, 10],
    [70, 15],
  ]);
  expect(pointsOf('M10 10h20v5z', { scale: 2 })).toEqual([
    [20, 20],
    [60, 20],
    [60, 30],
  ]);
  expect(readPath('')).toBeUndefined();
});
