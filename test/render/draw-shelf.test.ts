import { expect, test } from 'vitest';
import type { MarkLabel } from '../../src/model/slides.ts';
import { SLIDE_SIZES } from '../../src/model/style.ts';
import { drawShelf, outlineParts, SHELF } from '../../src/render/draw-shelf.ts';
import { makeMarks } from './make-marks.ts';

const SIZE = { width: 1120, height: 300, gap: 15, fill: 0.88 };

test.each([
  [8, 10],
  [1, 1],
  [30, 5],
  [3, 400],
])('%d parts of %d lessons fill the shelf and no more', (parts, perPart) => {
  const spines = drawShelf(makeMarks(parts, perPart), SIZE);
  expect(spines).toHaveLength(parts * perPart);
  const last = spines.at(-1);
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(1120);
  for (const [index, spine] of spines.entries()) {
    const next = spines[index + 1];
    if (next) expect(spine.x + spine.width).toBeLessThanOrEqual(next.x + 0.011);
    expect(spine.y + spine.height).toBeCloseTo(300);
  }
});

test('the longest quote stands highest and the shortest at two thirds', () => {
  const heights = drawShelf(makeMarks(1, 7), SIZE).map((spine) => spine.height);
  expect(heights[0]).toBeCloseTo(198);
  expect(heights[6]).toBe(300);
  expect(heights).toEqual([...heights].sort((a, b) => a - b));
});

test('spines of one source bear the same bands', () => {
  const spines = drawShelf(
    makeMarks(1, 12).map((mark) => ({ ...mark, length: 100 })),
    SIZE,
  );
  const bandsOf = (index: number): unknown => spines[index]?.bands.map(({ y, height }) => [y, height]);
  expect(bandsOf(0)).toEqual(bandsOf(5));
  expect(bandsOf(0)).not.toEqual(bandsOf(1));
});

test('the marker is one path a part', () => {
  const outlines = outlineParts(drawShelf(makeMarks(8, 10), { width: 1120, height: 58, gap: 15, fill: 0.74 }), 0.62);
  expect([...outlines.keys()]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(outlines.get(1)?.match(/M/gu)).toHaveLength(10);
});

test.each([3, 9, 16, 60, 200])('%d titled spines stay on the slide, and a narrow one carries no words', (count) => {
  const labels: MarkLabel[] = makeMarks(1, count).map((mark) => ({ mark, lines: ['Topic'], size: 27, length: 320 }));
  const { groups } = SHELF.divider(labels, {
    marks: makeMarks(1, count),
    glyphs: new Map(),
    slide: SLIDE_SIZES['16:9'],
  });
  const spines = groups.map(({ shapes }) =>
    /^M(\S+) (\S+)h(\S+)v(\S+)h/u
      .exec(shapes[0]?.path ?? '')
      ?.slice(1)
      .map(Number),
  );
  const [x = 0, , width = 0] = spines.at(-1) ?? [];
  expect(spines).toHaveLength(count);
  expect(x + width).toBeLessThanOrEqual(1120.1);
  const narrow = SHELF.divider(labels, { marks: makeMarks(1, count), glyphs: new Map(), slide: SLIDE_SIZES['4:3'] });
  expect(narrow.width).toBe(832);
  expect(narrow.groups.length).toBe(count);
  expect(Math.max(...spines.map((spine) => spine?.[3] ?? 0))).toBeLessThanOrEqual(410);
  const worded = groups.map(({ labels: words, name }) => ({ words: words.some((label) => label.angle === 90), name }));
  expect(worded.every(({ words, name }) => words === (name === ''))).toBe(true);
  expect(worded.every(({ words }) => words === count <= 16)).toBe(true);
});
