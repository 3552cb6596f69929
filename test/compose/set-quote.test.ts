import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bindCompounds, bindWords } from '../../src/compose/bind-words.ts';
import { languageOf } from '../../src/compose/language-of.ts';
import { curlQuotes, setQuote } from '../../src/compose/set-quote.ts';
import type { QuoteSegment, TextPiece } from '../../src/model/set-text.ts';

/** Half an em a character. */
const LINE = { table: new Map(Array.from({ length: 0x250 }, (_, code) => [code, 500])), tracking: 0, room: 8 };
const joined = (pieces: readonly TextPiece[]): string => pieces.map((piece) => piece.text).join('');
const words = (segments: readonly QuoteSegment[]): string => segments.map((segment) => joined(segment.pieces)).join('');
const bound = (pieces: readonly TextPiece[]): string[] =>
  pieces.filter((piece) => piece.bound).map((piece) => piece.text);

test('binding loses and adds no character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(joined(bindWords(text, LINE))).toBe(text);
      expect(joined(bindCompounds(text, LINE))).toBe(text);
    }),
  );
});

test('short last words, short first words and hyphenated compounds are kept together', () => {
  expect(bound(bindWords('In a static world the time-to-live is not the point of it.”', LINE))).toEqual([
    'In a',
    'time-to-live',
    'point of it.”',
  ]);
});

test('what no line holds is not bound', () => {
  expect(bound(bindWords('We need INFRASTRUCTURE that helps.”', LINE))).toEqual(['We need', 'that helps.”']);
  expect(bound(bindWords('We need INFRASTRUCTURE that helps.”', { ...LINE, room: 3 }))).toEqual([]);
  expect(bound(bindCompounds('the time-to-live', { ...LINE, room: 5 }))).toEqual([]);
});

test('a last word that is long enough stands alone', () => {
  expect(bound(bindWords('We need more infrastructure.”', LINE))).toEqual(['We need']);
});

test('curling changes marks one for one and nothing else', () => {
  expect(curlQuotes(`It's the 'cloud' (or "so")`)).toBe('It’s the ‘cloud’ (or “so”)');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(curlQuotes(text).replace(/[‘’“”]/gu, '*')).toBe(text.replace(/['"‘’“”]/gu, '*'));
    }),
  );
});

test('the emphasis covers exactly its words and the closing mark behind them', () => {
  const text = 'One two three. Four five six seven.';
  const set = { step: 'q1', language: languageOf(text, 'en'), line: LINE };
  const quote = setQuote({ text, mark: { start: 15, end: text.length }, last: true }, set);
  expect(words(quote.segments)).toBe(`${text}”`);
  expect(words(quote.segments.filter((segment) => segment.marked))).toBe('Four five six seven.”');
});

test.each([
  ['The network is compromised.', 'en', 'ltr', '“'],
  ['身份是新的边界', 'zh', 'ltr', '「'],
  ['単純さについて', 'ja', 'ltr', '「'],
  ['الشبكة مخترقة', 'ar', 'rtl', '«'],
  ['הרשת פרוצה', 'he', 'rtl', '”'],
])('%s is set as %s, %s, with %s', (text, language, direction, open) => {
  expect(languageOf(text, 'en')).toMatchObject({ language, direction, open });
});
