import { expect, test } from 'vitest';
import { joinShapes } from '../../src/render/join-shapes.ts';

const shape = (look: string, path: string) => ({ look, path, use: '' });

test('shapes that look alike become one path, marks below what lies on them, each group by itself', () => {
  const groups = [
    [shape('mark t1', 'M0'), shape('band', 'M1'), shape('mark t2', 'M2'), shape('band', 'M3'), shape('mark t1', 'M4')],
    [shape('band', 'M5'), shape('mark t1', 'M6')],
  ].map((shapes) => ({ link: 'a', name: 'b', shapes, labels: [] }));
  const joined = joinShapes({ width: 1, height: 2, groups });
  expect(joined).toMatchObject({ width: 1, height: 2 });
  expect(joined.groups.map(({ link, shapes }) => [link, shapes.map(({ look, path }) => `${look} ${path}`)])).toEqual([
    ['a', ['mark t1 M0M4', 'mark t2 M2', 'band M1M3']],
    ['a', ['mark t1 M6', 'band M5']],
  ]);
});
