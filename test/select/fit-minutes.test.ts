import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadLibrary } from '../../src/load-library.ts';
import type { Lesson } from '../../src/model/library.ts';
import type { Criteria } from '../../src/model/selection.ts';
import { speakingTime } from '../../src/model/speaking-time.ts';
import { fitMinutes } from '../../src/select/fit-minutes.ts';
import { selectLessons } from '../../src/select/select-lessons.ts';
import { SMALL_LIBRARY, SMALL_THEMES } from './small-library.ts';

const { library, themes } = await loadLibrary('data/armon-dadgar.yaml', { cwd: process.cwd() });

test.each([5, 10, 20, 45])(
  'a talk of %i minutes is filled, and no lesson that was left out would have fitted',
  async (minutes) => {
    const { lessons, leftOut } = await selectLessons(library, themes, { minutes });
    const left = minutes * 60 - secondsOf(lessons);
    expect(left).toBeGreaterThanOrEqual(0);
    for (const lesson of leftOut) expect(speakingTime(lesson)).toBeGreaterThan(left);
    expect(lessons.length + leftOut.length).toBe(75);
  },
);

test('the parts take turns, and the lesson that stands for its part comes first', async () => {
  const { lessons } = await selectLessons(library, themes, { minutes: 8 });
  expect(lessons.every((lesson) => lesson.key)).toBe(true);
  const perPart = await countByPart({ minutes: 30 });
  expect(perPart).toHaveLength(8);
  expect(Math.max(...perPart) - Math.min(...perPart)).toBeLessThanOrEqual(1);
});

test('a few lessons come from parts that lie far apart', async () => {
  const { lessons } = await selectLessons(library, themes, { minutes: 3 });
  expect(lessons.map((lesson) => lesson.part)).toEqual([1, 3, 5]);
});

test('less talk around each quote makes room for more lessons', async () => {
  const few = await selectLessons(library, themes, { minutes: 10 });
  const many = await selectLessons(library, themes, { minutes: 10, talk: 0 });
  expect(many.lessons.length).toBeGreaterThan(few.lessons.length * 2);
});

test('a limit and the minutes hold together', async () => {
  const { lessons, leftOut } = await selectLessons(library, themes, { minutes: 20, limit: 3 });
  expect(lessons).toHaveLength(3);
  expect(leftOut).toHaveLength(72);
});

test("the author's own seconds count, and a lesson that is too long gives way to a shorter one of its part", async () => {
  const parts = SMALL_LIBRARY.parts.map((part) => ({
    ...part,
    lessons: part.lessons.map((lesson) => (lesson.id === '2.1' ? { ...lesson, key: true, seconds: 600 } : lesson)),
  }));
  const { lessons } = await selectLessons({ ...SMALL_LIBRARY, parts }, SMALL_THEMES, { minutes: 3 });
  expect(lessons.map((lesson) => lesson.id)).toEqual(['1.1', '1.2', '2.2', '4.1']);
});

test('without an author, the lesson with the shortest key sentence stands for its part', () => {
  const quotes = [
    'One sentence alone has nobody to stand out from, however short.',
    'A beginning that goes on for some time. Here the point is made at length and rather late.',
    'A beginning that goes on for some time. The point is made at once.',
  ];
  const lessons = quotes.map((quote, index) => ({ ...makeLesson(index, { part: 1, key: false }), quote }));
  expect(fitMinutes(lessons, { minutes: 1, shuffled: false })).toEqual([lessons[2]]);
});

test('too few minutes for any lesson are an empty selection that says how many it takes', async () => {
  const error = await selectLessons(library, themes, { minutes: 1, talk: 300 }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'SELECTION_EMPTY', exitCode: 4 });
  expect(String(error)).toMatch(/--minutes 1: leaves nothing, since the shortest lesson takes 3\d\d seconds/);
  expect(error).toHaveProperty('hint', expect.stringContaining('6 minutes'));
});

test('whatever the lessons, they fit, keep their order and leave out only what does not fit', () => {
  const lesson = fc.record({
    part: fc.integer({ min: 1, max: 5 }),
    seconds: fc.integer({ min: 1, max: 400 }),
    key: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(lesson, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 7, max: 40 }),
      (given, minutes) => {
        const lessons = given.map((fields, index) => makeLesson(index, fields));
        const chosen = fitMinutes(lessons, { minutes, shuffled: false });
        const left = minutes * 60 - secondsOf(chosen);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(lessons.filter((each) => chosen.includes(each))).toEqual(chosen);
        expect(lessons.every((each) => chosen.includes(each) || speakingTime(each) > left)).toBe(true);
      },
    ),
  );
});

test('a shuffle deals all lessons, the same for the same seed and others for another', async () => {
  const first = await idsOf({ shuffle: 1 });
  expect(first.toSorted()).toEqual((await idsOf({})).toSorted());
  expect(await idsOf({ shuffle: 1 })).toEqual(first);
  expect(await idsOf({ shuffle: 2 })).not.toEqual(first);
  expect(first.slice(0, 5)).not.toEqual(['1.1', '1.2', '1.3', '1.4', '1.5']);
  expect(await idsOf({ shuffle: 1, limit: 4 })).toEqual(first.slice(0, 4));
});

test('a shuffle is fair: over many seeds every lesson comes first about as often', async () => {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 1200; seed += 1) {
    const { lessons } = await selectLessons(SMALL_LIBRARY, SMALL_THEMES, { shuffle: seed, limit: 1 });
    for (const { id } of lessons) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 200)).toBeLessThan(60);
});

async function idsOf(criteria: Criteria): Promise<readonly string[]> {
  return (await selectLessons(library, themes, criteria)).lessons.map((lesson) => lesson.id);
}

async function countByPart(criteria: Criteria): Promise<readonly number[]> {
  const { lessons } = await selectLessons(library, themes, criteria);
  return library.parts.map(({ number }) => lessons.filter((lesson) => lesson.part === number).length);
}

function secondsOf(lessons: readonly Lesson[]): number {
  return lessons.reduce((sum, lesson) => sum + speakingTime(lesson), 0);
}

function makeLesson(index: number, fields: Pick<Lesson, 'part' | 'key'> & { readonly seconds?: number }): Lesson {
  return {
    id: `${fields.part}.${index}`,
    number: index,
    topic: 'On it',
    quote: 'It is.',
    source: 'S',
    themes: [],
    line: 1,
    ...fields,
  };
}
