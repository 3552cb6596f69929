import { expect, test } from 'vitest';
import { SLIDE_SIZES } from '../../src/model/style.ts';
import { drawRays, FAN } from '../../src/render/draw-fan.ts';
import { makeMarks } from './make-marks.ts';

const HALF = {
  width: 430,
  height: 720,
  centre: { x: 430, y: 360 },
  radius: 430,
  hole: 0.36,
  reach: 1,
  start: -94,
  sweep: -172,
  gap: 3.2,
  fill: 0.39,
} as const;

test.each([
  [8, 10],
  [1, 1],
  [30, 5],
  [3, 400],
])('%d parts of %d lessons stay within the sweep, and no ray lies over the next', (parts, perPart) => {
  const rays = drawRays(makeMarks(parts, perPart), HALF);
  expect(rays).toHaveLength(parts * perPart);
  for (const [index, ray] of rays.entries()) {
    expect(ray.angle + ray.halfAngle).toBeLessThanOrEqual(-94);
    expect(ray.angle - ray.halfAngle).toBeGreaterThanOrEqual(-266.001);
    const next = rays[index + 1];
    if (next) expect(ray.angle - ray.halfAngle).toBeGreaterThan(next.angle + next.halfAngle);
  }
});

test.each([3, 9, 16, 22, 60])('%d lessons on a divider are as many links with a name, seen or said', (count) => {
  const marks = makeMarks(1, count);
  const labels = marks.map((mark) => ({ mark, lines: ['Topic'], size: 22, length: 60 }));
  const { groups } = FAN.divider(labels, { marks, glyphs: new Map(), slide: SLIDE_SIZES['16:9'] });
  const links = groups.filter((group) => group.link !== '');
  expect(links).toHaveLength(count);
  expect(links.every(({ labels: words, name }) => words.length > 0 !== (name !== ''))).toBe(true);
  expect(links.flatMap((link) => link.labels).every((label) => label.size >= 14)).toBe(true);
});

test('the marker holds a current ray for every lesson, longer than the others', () => {
  const marks = makeMarks(8, 9);
  const marker = FAN.marker({ marks, glyphs: new Map(), slide: SLIDE_SIZES['16:9'] });
  expect([...marker.current.keys()]).toEqual(marks.map((mark) => mark.id));
  expect(marker.parts.map(({ path }) => path.match(/M/gu)?.length)).toEqual(Array.from({ length: 8 }, () => 9));
});

test.each([1, 5, 8, 40])('the dot for %d lessons says so and stays in its column', (count) => {
  const { groups, width } = FAN.matrixCell({ count, glyph: '', tone: 1, room: 76 });
  expect(groups[0]?.labels[0]?.text).toBe(String(count));
  expect(width).toBe(76);
});
