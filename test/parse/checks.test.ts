import { describe, expect, it } from 'vitest';
import { checkControls } from '../../src/parse/check-controls.ts';
import { checkNearDuplicates } from '../../src/parse/check-near-duplicates.ts';
import { checkLessonNumbers, checkPartNumbers } from '../../src/parse/check-numbers.ts';
import { checkSourceSpellings } from '../../src/parse/check-source-spellings.ts';
import { checkThemes } from '../../src/parse/check-themes.ts';
import { makeLesson, makeLibrary } from '../make-library.ts';

const words = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, index) => `w${from + index}`).join(' ');

describe('checkNearDuplicates', () => {
  const told = (quotes: readonly string[]): readonly unknown[] =>
    checkNearDuplicates(
      makeLibrary(quotes.map((quote, index) => makeLesson(`1.${index + 1}`, { quote, line: 10 + index }))),
      'a.yaml',
    );
  const alike = (id: string, other: string, kind = 'quote-near-duplicate'): unknown => ({
    kind,
    file: 'a.yaml',
    line: 9 + Number(id.slice(2)),
    details: { id, other, first: String(9 + Number(other.slice(2))) },
  });

  it.each<[why: string, quotes: readonly string[], problems: readonly unknown[]]>([
    ['the same words in other marks', ['Words, here!', '“words” here'], [alike('1.2', '1.1', 'quote-duplicate')]],
    ['marks alone', ['…', '…'], [alike('1.2', '1.1', 'quote-duplicate')]],
    [
      'the same three times, each of the first',
      ['a', 'a', 'a'],
      [alike('1.2', '1.1', 'quote-duplicate'), alike('1.3', '1.1', 'quote-duplicate')],
    ],
    ['the same quote, however short, and no other that is short', ['a b c d e', 'a b c d f'], []],
    ['six words of which five are the same', ['a b c d e f', 'a b c d e x'], [alike('1.2', '1.1')]],
    ['three fifths of the pairs', [words(0, 9), `${words(0, 7)} x y`], [alike('1.2', '1.1')]],
    ['less than three fifths', [words(0, 9), `${words(0, 6)} x y z`], []],
    [
      'the same as two others: the first',
      [words(0, 20), `${words(0, 19)} x`, `${words(0, 18)} y z`],
      [alike('1.2', '1.1'), alike('1.3', '1.1')],
    ],
    ['parts in another order', [words(0, 20), `${words(10, 20)} ${words(0, 10)}`], [alike('1.2', '1.1')]],
    ['words in another order', ['a b c d e f g', 'g f e d c b a'], []],
    ['nothing of one another', [words(0, 10), words(20, 30)], []],
    [
      'duplicates first',
      [words(0, 9), `${words(0, 8)} x`, words(0, 9)],
      [alike('1.3', '1.1', 'quote-duplicate'), alike('1.2', '1.1')],
    ],
  ])('tells of %s', (_, quotes, problems) => {
    expect(told(quotes)).toEqual(problems);
  });

  it('pays no heed to words that a hundred quotes share, but to the others', () => {
    const common = 'as we have all said again and again';
    const many = Array.from({ length: 120 }, (_, index) => `${common} ${words(100 * index, 100 * index + 4)}`);
    expect(told(many)).toEqual([]);
    expect(told([...many, `${common} ${words(300, 304)} too`])).toEqual([alike('1.121', '1.4')]);
  });
});

describe('checkSourceSpellings', () => {
  const told = (...sources: readonly string[]): readonly unknown[] =>
    checkSourceSpellings(
      makeLibrary(sources.map((source, index) => makeLesson(`1.${index + 1}`, { source, line: 10 + index }))),
      'a.yaml',
    ).map(({ kind, file, line, details }) => {
      expect([kind, file]).toEqual(['source-spelled-twice', 'a.yaml']);
      return [line, details];
    });
  const slip = (name: string, other: string, index = 2, count = 1): unknown => [
    9 + index,
    { name, id: `1.${index}`, other, count: String(count) },
  ];

  it.each([
    ['case and marks', 'Cloud-Cast', 'cloud cast'],
    ['a leading "the"', 'The Cloudcast', 'Cloudcast'],
    ['a letter more', 'Engineering Daily', 'Enginneering Daily'],
    ['a letter less', 'Engineering Daily', 'Enginering Daily'],
    ['another letter', 'Engineering Daily', 'Engineerung Daily'],
    ['two letters swapped', 'HashiCorp', 'HashiCrop'],
    ['a word of five letters', 'Words', 'Words2'.replace('2', 's')],
    ['the last word', 'A talk in Berlin', 'A talk in Berlim'],
    ['a word of thirty letters', 'a'.repeat(30), `${'a'.repeat(29)}b`],
  ])('tells of %s', (_, one, other) => {
    expect(told(one, other)).toEqual([slip(other, one)]);
  });

  it.each([
    ['short words', 'Anna', 'Anne'],
    ['a word that becomes short', 'Annas', 'Anns'],
    ['numbers', 'Episode 12345', 'Episode 12346'],
    ['words with a number', 'Talk2019', 'Talk2018'],
    ['two words', 'Engineering Daily', 'Engineerung Dailx'],
    ['a word more', 'Engineering Daily', 'Engineering Daily Berlin'],
    ['two letters', 'Engineering', 'Engineurung'],
    ['letters far apart that are swapped thrice', 'abcdef', 'badcfe'],
    ['words of more than thirty letters', 'a'.repeat(31), `${'a'.repeat(30)}b`],
    ['"the" alone', 'The', 'They'],
    ['another order', 'Daily Engineering', 'Engineering Daily'],
  ])('says nothing of %s', (_, one, other) => {
    expect(told(one, other)).toEqual([]);
  });

  it('takes the spelling of most lessons for the right one', () => {
    expect(told('Enginering', 'Engineering', 'Engineering')).toEqual([slip('Enginering', 'Engineering', 1, 2)]);
    expect(told('Engineering', 'Engineering', 'Enginering')).toEqual([slip('Enginering', 'Engineering', 3, 2)]);
  });

  it('compares names of more than twenty words as a whole', () => {
    const long = Array.from({ length: 21 }, (_, index) => `words${'abcdefghijklmnopqrstu'[index]}`).join(' ');
    expect(told(long, long.toUpperCase())).toEqual([slip(long.toUpperCase(), long)]);
    expect(told(long, long.replace('wordsa', 'wordza'))).toEqual([]);
    const twenty = long.slice(0, long.lastIndexOf(' '));
    expect(told(twenty, twenty.replace('wordsa', 'wordza'))).toHaveLength(1);
  });
});

describe('checkControls', () => {
  const told = (given: Parameters<typeof makeLesson>[1], library: Parameters<typeof makeLibrary>[1] = {}): unknown =>
    checkControls(makeLibrary([makeLesson('1.1', { line: 7, ...given })], library), 'a.yaml').map(
      ({ kind, file, line, details }) => [kind, file, line, details['where'], details['code']],
    );

  it.each(['topic', 'quote', 'source', 'note'] as const)('looks into the %s of a lesson', (field) => {
    const where = `lesson 1.1: ${field}`;
    const found = told({ [field]: 'a\u202eb\u0007' });
    expect(found).toContainEqual(['control-character', 'a.yaml', 7, where, 'U+202E']);
  });

  it.each(['title', 'subject', 'tagline', 'intro'] as const)('looks into the %s of the library', (field) => {
    expect(told({}, { [field]: 'a\u2066b' })).toEqual([
      ['control-character', 'a.yaml', 1, expect.any(String), 'U+2066'],
    ]);
  });

  it.each(['\u0007', '\u007f', '\u009b', '\u202a', '\u2069', '\u0000'])('tells of %j', (character) => {
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    expect(told({ topic: character })).toEqual([['control-character', 'a.yaml', 7, 'lesson 1.1: topic', code]]);
  });

  it.each(['\t', '\n', '\r', '\u200e', '\u200d', ' ', 'é'])('says nothing of %j', (character) => {
    expect(told({ topic: character })).toEqual([]);
  });
});

describe('numbers', () => {
  const at = (...numbers: readonly number[]): readonly { number: number; line: number }[] =>
    numbers.map((number, index) => ({ number, line: index + 1 }));

  it('that stand twice are told with where they stood first, those out of order with what they follow', () => {
    expect(checkPartNumbers(at(1, 3, 2, 3, 4, 1), 'a')).toEqual([
      { kind: 'number-out-of-order', file: 'a', line: 3, details: { id: '2', after: '3' } },
      { kind: 'part-number-duplicate', file: 'a', line: 4, details: { id: '3', first: '2' } },
      { kind: 'part-number-duplicate', file: 'a', line: 6, details: { id: '1', first: '1' } },
    ]);
    expect(checkLessonNumbers(7, at(2, 1, 1), 'a')).toEqual([
      { kind: 'number-out-of-order', file: 'a', line: 2, details: { id: '7.1', after: '7.2' } },
      { kind: 'lesson-number-duplicate', file: 'a', line: 3, details: { id: '7.1', first: '2' } },
    ]);
    expect(checkPartNumbers(at(1, 2, 5), 'a')).toEqual([]);
    expect(checkPartNumbers(at(0, 0), 'a')).toHaveLength(1);
  });
});

describe('checkThemes', () => {
  it('says nothing where every tag is known', () => {
    const themes = ['scale'].map((name) => ({ name, title: '', description: '', icon: '', glyph: '', terms: [] }));
    expect(checkThemes(makeLibrary([makeLesson('1.1', { themes: ['scale'] })]), themes, 'a')).toEqual([]);
    expect(checkThemes(makeLibrary([makeLesson('1.1', { themes: ['scal', 'scal'] })]), themes, 'a')).toHaveLength(2);
  });
});
