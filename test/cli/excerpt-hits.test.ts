import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { excerptHits } from '../../src/cli/excerpt-hits.ts';
import { findTerms } from '../../src/select/search-lessons.ts';
import { makeLesson } from '../make-library.ts';
import { runInProcess } from './run-in-process.ts';

/** The excerpt with its hits in brackets. */
function excerpt(search: string, given: Parameters<typeof makeLesson>[1]): string {
  const lesson = makeLesson('1.1', given);
  const terms = findTerms([lesson], [search]).get('1.1') ?? new Set();
  return excerptHits(lesson, terms, (text) => text)
    .replaceAll('\ufdd0', '[')
    .replaceAll('\ufdd1', ']');
}

test('words are marked in the quote, whole as they stand there, wherever they begin like what was looked for', () => {
  expect(excerpt('secur', { quote: 'Security is secure.' })).toBe('[Security] is [secure].');
  expect(excerpt('cafe', { quote: 'Im Café.' })).toBe('Im [Café].');
  expect(excerpt('machne', { quote: 'A machine.' })).toBe('A [machine].');
});

test('a long quote is cut around the first hit, between words', () => {
  const quote = `${'Words that nobody looked for. '.repeat(4)}Then a needle stands here. ${'And more of them. '.repeat(9)}`;
  const shown = excerpt('needle', { quote });
  expect(shown).toMatch(/^… .{0,12}\[needle\] stands here\. .* …$/u);
  expect(shown.length).toBeLessThan(90);
});

test('what is not in the quote is shown from topic, note or source, by name', () => {
  expect(excerpt('shelf', { topic: 'On the shelf' })).toBe('topic: On the [shelf]');
  expect(excerpt('pause', { note: 'Pause here.' })).toBe('note: [Pause] here.');
  expect(excerpt('infoq', {})).toBe('source: [InfoQ]');
});

test('a search in a list shows what was found: bold on a terminal, plain elsewhere and without colours', async () => {
  const words = ['list', '--search', 'trust', '--limit', '2', '--quiet'];
  const plain = await runInProcess(words, { cwd: import.meta.dirname });
  expect(plain.stdout).toMatch(/^ID +TOPIC +SOURCE +FOUND\n/u);
  expect(plain.stdout.split('\n')[1]).toMatch(/high-trust/u);
  expect(plain.stdout).not.toContain('\u001b');
  const bold = await runInProcess(words, { cwd: import.meta.dirname, columns: 80 });
  expect(bold.stdout.toLowerCase()).toContain('\u001b[1mtru');
  for (const line of bold.stdout.split('\n')) expect(stripVTControlCharacters(line).length).toBeLessThanOrEqual(80);
  expect(bold.stdout).not.toMatch(/[\ufdd0\ufdd1]/u);
  const env = { NO_COLOR: '1' };
  expect((await runInProcess(words, { cwd: import.meta.dirname, columns: 80, env })).stdout).not.toContain('\u001b');
});
