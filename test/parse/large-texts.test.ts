import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/parse/check-content.ts';
import { parseLibrary } from '../../src/parse/parse-library.ts';
import { makeLesson, makeLibrary } from '../make-library.ts';

describe('parseLibrary on large texts', () => {
  it.each([
    ['quotation marks', '"'.repeat(2_000_000)],
    ['lines of quotation marks', '"\n'.repeat(300_000)],
    ['Source:', `1. On x: "${'Source: '.repeat(200_000)}`],
    ['lines of Source:', `1. On x: "${'Source:\n'.repeat(100_000)}`],
    ['blanks', `1. On x: "Source${' '.repeat(1_000_000)}x`],
    ['colons', `1. ${': '.repeat(1_000_000)}`],
    ['stars', `1. ${'*'.repeat(1_000_000)}x`],
    ['dashes', `1. On x ${'- '.repeat(1_000_000)}`],
    ['opening marks', `1. On x: ${'“'.repeat(1_000_000)}`],
  ])('stays quick on endless %s', (_, text) => {
    const start = performance.now();
    expect(parseLibrary(`T\n\nPart 1: P\n${text}`, 'a.txt').library).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(4000);
  });

  it('survives YAML and JSON that nest without end', () => {
    for (const text of ['['.repeat(50_000), '{"a":'.repeat(50_000), `a: ${'{b: '.repeat(20_000)}`]) {
      for (const file of ['a.yaml', 'a.json']) expect(parseLibrary(text, file).problems[0]?.kind).toBe('syntax');
    }
  });
});

describe('checkContent on large libraries', () => {
  it.each([
    [
      'quotes of their own',
      (index: number) => Array.from({ length: 20 }, (_, at) => `w${(index * 31 + at * at * 7) % 5000}`),
    ],
    [
      'quotes of one mould',
      (index: number) => [`${index}`, ...'of many that all go on in just the same words to the very end'.split(' ')],
    ],
  ])('is quick with 10,000 lessons of %s', (_, words) => {
    const lessons = Array.from({ length: 10_000 }, (_, index) =>
      makeLesson(`1.${index + 1}`, {
        quote: words(index).join(' '),
        source: `Source number${'abcdefghij'[index % 10]} ${index}`,
      }),
    );
    const library = makeLibrary(lessons);
    const start = performance.now();
    checkContent(library, 'a.yaml');
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
