import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeDeck } from '../../src/compose/compose-deck.ts';
import { planTime } from '../../src/compose/plan-time.ts';
import { readStyle } from '../../src/files/read-style.ts';
import { loadLibrary } from '../../src/load-library.ts';
import { slidesOf } from '../../src/model/deck.ts';
import { selectLessons } from '../../src/select/select-lessons.ts';

test('without minutes every slide takes its own time, one after the other', () => {
  expect(planTime([20, 55, 60])).toEqual([
    { start: 0, seconds: 20 },
    { start: 20, seconds: 55 },
    { start: 75, seconds: 60 },
  ]);
});

test('slides that take less than the minutes are not drawn out', () => {
  expect(planTime([20, 30], 5).map(({ seconds }) => seconds)).toEqual([20, 30]);
});

test('slides that take more shrink by the same share and end exactly on time', () => {
  expect(planTime([60, 120, 60], 2).map(({ seconds }) => seconds)).toEqual([30, 60, 30]);
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1 }),
      fc.integer({ min: 1, max: 90 }),
      (times, minutes) => {
        const total = times.reduce((sum, each) => sum + each, 0);
        const plan = planTime(times, minutes);
        expect(plan.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(Math.min(total, minutes * 60));
        for (const [index, { start, seconds }] of plan.entries()) {
          expect(start + seconds).toBe(plan[index + 1]?.start ?? start + seconds);
          expect(Math.abs(seconds - ((times[index] ?? 0) * Math.min(total, minutes * 60)) / total)).toBeLessThanOrEqual(
            1,
          );
        }
      },
    ),
  );
});

test('a talk of twenty minutes is planned for twenty minutes, and its title says so', async () => {
  const { library, themes } = await loadLibrary('data/armon-dadgar.yaml', { cwd: process.cwd() });
  const selection = await selectLessons(library, themes, { minutes: 20 });
  const deck = composeDeck(selection, { style: await readStyle('folio') });
  expect(deck.seconds).toBe(1200);
  expect(slidesOf(deck)[0]).toMatchObject({ kind: 'title', facts: expect.arrayContaining(['20 minutes']) });
});
