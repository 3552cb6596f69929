import { expect, test } from 'vitest';
import { formatTable } from '../../src/cli/format-table.ts';

test('columns are aligned and nothing is cut without a width', () => {
  expect(
    formatTable(
      ['ID', 'TOPIC'],
      [
        ['1.10', 'On a rather long topic'],
        ['2', 'On b'],
      ],
    ),
  ).toBe(['ID    TOPIC', '1.10  On a rather long topic', '2     On b'].join('\n'));
});

test('the widest columns are cut to the width of the terminal', () => {
  const table = formatTable(['ID', 'TOPIC', 'SOURCE'], [['1.1', 'topic '.repeat(20), 'source '.repeat(20)]], 40);
  expect(table.split('\n')[1]).toBe('1.1  topic topic top…  source source so…');
  expect(table.split('\n').every((line) => line.length <= 40)).toBe(true);
});

test('East Asian characters count as two cells and combining marks as none', () => {
  const [, first, second] = formatTable(
    ['A', 'B'],
    [
      ['分散', 'x'],
      ['e\u0301abc', 'x'],
    ],
  ).split('\n');
  expect(first).toBe('分散  x');
  expect(second).toBe('e\u0301abc  x');
});

test('a cut never splits a character of two code units', () => {
  expect(formatTable(['A'], [['😀'.repeat(10)]], 8)).toBe('A\n😀😀😀…');
});

test('a table without rows is its head', () => {
  expect(formatTable(['A', 'B'], [])).toBe('A  B');
});
