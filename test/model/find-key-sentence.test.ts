import { expect, test } from 'vitest';
import { findKeySentence } from '../../src/model/find-key-sentence.ts';
import { makeLesson } from '../make-library.ts';

function excerpt(quote: string, highlight?: string): string | undefined {
  const lesson = makeLesson('1.1', highlight === undefined ? { quote } : { quote, highlight });
  return findKeySentence(lesson)?.excerpt;
}

test('the shortest sentence that can stand alone is the key sentence', () => {
  expect(excerpt('The first of these sentences is somewhat long. Short ones are kept here.')).toBe(
    'Short ones are kept here.',
  );
});

test('of two sentences of one length the later one is taken', () => {
  expect(excerpt('Short ones are kept here. Other ones get kept here.')).toBe('Other ones get kept here.');
});

test('a sentence that leans on the one before it is passed over', () => {
  expect(excerpt('The first of these sentences is somewhat long. That is what we keep here.')).toBe(
    'The first of these sentences is somewhat long.',
  );
});

test('a quote of one sentence has none', () => {
  expect(excerpt('One sentence alone is no emphasis at all.')).toBeUndefined();
});

test("the author's highlight wins, with an ellipsis where it starts in the middle of a sentence", () => {
  expect(
    excerpt('We choose the one simple enough to debug. Then we rest a little longer.', 'simple enough to debug.'),
  ).toBe('…simple enough to debug.');
});
