import { expect, test } from 'vitest';
import { fitQuote, visualLength } from '../../src/compose/fit-quote.ts';
import { readStyle } from '../../src/files/read-style.ts';

const style = await readStyle('folio');
const around = { topicHeight: 42, wideTopicHeight: () => 42, citationHeight: 28 };
const SENTENCE = 'Every credential issued in a modern infrastructure should have a strict, enforceable time-to-live. ';
const withoutSpaces = (text: string): string => text.replace(/\s+/gu, '');

test.each([
  [20, 112],
  [70, 92],
  [105, 78],
  [170, 62],
  [370, 42],
])('%d Latin characters start at %d px', (length, size) => {
  const text = SENTENCE.repeat(5).slice(0, length);
  expect(fitQuote(text, around, style)).toMatchObject({ step: { size }, texts: [text] });
});

test('characters of heavier scripts count for more', () => {
  expect(visualLength('ab')).toBe(2);
  expect(visualLength('身份')).toBeCloseTo(5.2);
});

test('a word too long for a line takes the quote to a smaller step', () => {
  const text = `${'x'.repeat(80)} and more`;
  expect(fitQuote(text, around, style).step.size).toBeLessThan(fitQuote('x '.repeat(44), around, style).step.size);
});

test('what does not fit one slide is split at the ends of sentences, with every word kept', () => {
  const text = SENTENCE.repeat(16).trim();
  const { texts, step } = fitQuote(text, around, style);
  expect(texts.length).toBeGreaterThan(1);
  expect(texts.every((piece) => piece.endsWith('time-to-live.'))).toBe(true);
  expect(withoutSpaces(texts.join(''))).toBe(withoutSpaces(text));
  expect(step.size).toBeGreaterThanOrEqual(24);
});

test.each([
  ['without a sentence end', 'word '.repeat(500)],
  ['without a space', '長'.repeat(1500)],
  ['of surrogate pairs', '🔒'.repeat(1200)],
  ['of short lines', 'line\n'.repeat(300)],
])('a long quote %s is split all the same and loses nothing', (_, text) => {
  const { texts } = fitQuote(text, around, style);
  expect(texts.length).toBeGreaterThan(1);
  expect(withoutSpaces(texts.join(''))).toBe(withoutSpaces(text));
  expect(texts.every((piece) => piece.isWellFormed())).toBe(true);
});

test('20,000 characters are split in good time', () => {
  const text = SENTENCE.repeat(202).slice(0, 20_000);
  const { texts } = fitQuote(text, around, style);
  expect(texts.length).toBeGreaterThan(20);
  expect(withoutSpaces(texts.join(''))).toBe(withoutSpaces(text));
});
