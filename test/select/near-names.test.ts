import { expect, test } from 'vitest';
import { didYouMean, nearNames } from '../../src/select/near-names.ts';

const NAMES = ['workflow', 'simplicity', 'security', 'scale', 'html', 'pdf', 'HashiCorp Blog', 'HashiCorp Tao'];

test.each([
  ['securty', ['security']],
  ['SECURITY', ['security']],
  ['pfd', ['pdf']],
  ['hashicorp', ['HashiCorp Tao', 'HashiCorp Blog']],
  ['xyzzy', []],
  ['', []],
  ['a', []],
])('near %j are %j', (wanted, near) => {
  expect(nearNames(wanted, NAMES)).toEqual(near);
});

test('a handful of near names is enough', () => {
  expect(nearNames('hash', ['hasha', 'hashb', 'hashc', 'hashd'])).toHaveLength(3);
});

test('a hostile word is compared in a moment', () => {
  expect(nearNames('x'.repeat(1_000_000), NAMES)).toEqual([]);
});

test.each([
  [[], ''],
  [['a'], 'Did you mean a?'],
  [['a', 'b', 'c'], 'Did you mean a, b or c?'],
])('%j is asked as %j', (near, sentence) => {
  expect(didYouMean(near)).toBe(sentence);
});
