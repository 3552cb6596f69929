import { expect, test } from 'vitest';
import type { Criteria } from '../../src/model/selection.ts';
import { nameSelection } from '../../src/select/name-selection.ts';

test.each<[criteria: Criteria, name: string]>([
  [{}, ''],
  [{ part: ['3'] }, 'part-3'],
  [{ part: ['2-4'] }, 'part-2-4'],
  [{ part: ['2,4'] }, 'part-2-and-4'],
  [{ part: ['2', '4'] }, 'part-2-and-4'],
  [{ part: ['Zero Trust'] }, 'part-zero-trust'],
  [{ theme: ['Security'] }, 'theme-security'],
  [{ lesson: ['3.4'] }, 'lesson-3.4'],
  [{ source: ['InfoQ'], limit: 5 }, 'source-infoq-limit-5'],
  [{ minutes: 20, talk: 30 }, 'minutes-20-talk-30'],
  [{ talk: 30 }, ''],
  [{ shuffle: 7, limit: 5 }, 'limit-5-shuffle-7'],
  [{ search: ['zero trust'] }, 'search-zero-trust'],
  [{ exclude: ['3.4-3.7'] }, 'without-3.4-3.7'],
  [{ search: ['../../etc/passwd.'] }, 'search-etc-passwd'],
])('%j is named %s', (criteria, name) => {
  expect(nameSelection(criteria)).toBe(name);
});

test('letters outside a–z leave a checksum, so that two such names differ', () => {
  const [one, other] = [nameSelection({ search: ['日本'] }), nameSelection({ search: ['中国'] })];
  expect(one).toMatch(/^search-[0-9a-f]{8}$/);
  expect(one).not.toBe(other);
});

test('long selections are cut to 60 characters and still differ', () => {
  const [one, other] = [
    nameSelection({ search: [`${'word '.repeat(40)}a`] }),
    nameSelection({ search: [`${'word '.repeat(40)}b`] }),
  ];
  expect(one.length).toBeLessThanOrEqual(60);
  expect(one).not.toBe(other);
});
