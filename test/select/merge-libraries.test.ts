import { expect, test } from 'vitest';
import { fullId, lessonsOf } from '../../src/model/library.ts';
import { mergeLibraries } from '../../src/select/merge-libraries.ts';
import { makeLesson, makeLibrary } from '../make-library.ts';

const ADA = makeLibrary([makeLesson('1.1'), makeLesson('3.2', { source: 'Letters' })], {
  name: 'ada',
  title: 'Lessons from Ada',
  subject: 'Ada',
});
const GRACE = makeLibrary([makeLesson('1.4', { source: 'infoq' })], {
  name: 'grace',
  title: 'Lessons from Grace',
  subject: 'Grace',
  sources: [{ name: 'infoq', kind: 'article', url: 'https://www.infoq.com/' }],
});
const BOTH = mergeLibraries([
  { library: ADA, file: 'ada.yaml' },
  { library: GRACE, file: 'grace.yaml' },
]);

test('one library stays the very one it is', () => {
  expect(mergeLibraries([{ library: ADA, file: 'ada.yaml' }])).toBe(ADA);
});

test('parts follow each other and are numbered anew; lessons keep their numbers and know where they come from', () => {
  expect(BOTH.parts.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(lessonsOf(BOTH).map(({ id, part }) => [id, part])).toEqual([
    ['1.1', 1],
    ['2.2', 2],
    ['3.4', 3],
  ]);
  expect(lessonsOf(BOTH).map(fullId)).toEqual(['ada:1.1', 'ada:3.2', 'grace:1.4']);
  expect(lessonsOf(BOTH)[2]?.origin).toEqual({ library: 'grace', id: '1.4', subject: 'Grace', file: 'grace.yaml' });
});

test('sources of the same name are one, with what any of the libraries knows of it', () => {
  expect(BOTH.sources).toEqual([
    { name: 'InfoQ', kind: 'article', url: 'https://www.infoq.com/' },
    { name: 'Letters' },
  ]);
  expect(lessonsOf(BOTH).map(({ source }) => source)).toEqual(['InfoQ', 'Letters', 'InfoQ']);
});

test('title, subject and name say all of them, and what all say is said once', () => {
  expect(BOTH).toMatchObject({
    name: 'ada-grace',
    title: 'Lessons from Ada · Lessons from Grace',
    subject: 'Ada · Grace',
    tagline: 'A summary.',
  });
});

test('libraries of one name are told apart, and the names of many stay short', () => {
  const many = mergeLibraries(Array.from({ length: 5 }, (_, index) => ({ library: ADA, file: `${index}/ada.yaml` })));
  expect(lessonsOf(many).map(fullId).slice(0, 4)).toEqual(['ada:1.1', 'ada:3.2', 'ada-2:1.1', 'ada-2:3.2']);
  expect(many.name).toBe('ada-ada-2-and-3-more');
});
