import { expect, test } from 'vitest';
import { loadThemes } from '../../src/load-library.ts';
import { SLIDE_SIZES } from '../../src/model/style.ts';
import { glyphPath } from '../../src/model/theme-glyphs.ts';
import { layOutTable, TILES } from '../../src/render/draw-tiles.ts';
import { makeMarks } from './make-marks.ts';

const SIZE = { width: 640, height: 512, pitch: 128, gap: 0.0625 } as const;

test.each([
  [8, 10],
  [1, 1],
  [30, 5],
  [3, 400],
])('%d parts of %d lessons fill no more than their room, and every part begins a row', (parts, perPart) => {
  const { tiles, width, height } = layOutTable(makeMarks(parts, perPart), SIZE);
  expect(width).toBeLessThanOrEqual(640);
  expect(height).toBeLessThanOrEqual(512);
  expect(tiles.filter(({ mark, x }) => mark.number === 1 && x === 0)).toHaveLength(parts);
  expect(new Set(tiles.map(({ x, y }) => `${x} ${y}`)).size).toBe(parts * perPart);
});

test('eight parts of ten are the table as designed: tiles of 60 px, a row a part', () => {
  const { tiles } = layOutTable(makeMarks(8, 10), SIZE);
  expect(tiles[0]?.size).toBe(60);
  expect(tiles.map(({ y }) => y / 64)).toEqual(makeMarks(8, 10).map((mark) => mark.part - 1));
});

test.each([3, 10, 18, 24, 60, 200])(
  '%d lessons on a divider are as many tiles, named where they bear no words',
  (count) => {
    const marks = makeMarks(1, count);
    const labels = marks.map((mark) => ({ mark, lines: ['Two', 'lines'], size: 21, length: 60 }));
    const { groups, height } = TILES.divider(labels, { marks, glyphs: new Map(), slide: SLIDE_SIZES['16:9'] });
    expect(groups).toHaveLength(count);
    expect(height).toBeLessThanOrEqual(330);
    expect(groups.every(({ name }) => (name === '') === count <= 24)).toBe(true);
    expect(groups.flatMap((group) => group.labels).every((label) => label.size >= 14)).toBe(true);
  },
);

test.each([0, 1, 8, 9, 30])('a field of the overview draws %d lessons in its room', (count) => {
  const { groups, width, height } = TILES.matrixCell({ count, glyph: 'frame', tone: 1, room: 83 });
  const tiles = groups.flatMap((group) => group.shapes).filter((shape) => shape.look.startsWith('mark'));
  expect(tiles).toHaveLength(count > 18 ? 1 : count);
  expect(width).toBe(83);
  expect(height).toBeLessThanOrEqual(44);
});

test('every theme has a shape of its own', async () => {
  const shapes = (await loadThemes()).map((theme) => glyphPath(theme.glyph, { x: 0, y: 0, size: 100 }));
  expect(shapes).toHaveLength(7);
  expect(new Set(shapes).size).toBe(7);
  expect(shapes).not.toContain(glyphPath('unknown', { x: 0, y: 0, size: 100 }));
});
