import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/parse/check-content.ts';
import { parseLibrary } from '../../src/parse/parse-library.ts';
import { makeLesson, makeLibrary } from '../make-library.ts';
import { TYPED_LINES } from './typed-lines.ts';

/** Of processor time: another's work on the same machine does not count. */
function millisecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

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
    const start = process.cpuUsage();
    expect(parseLibrary(`T\n\nPart 1: P\n${text}`, 'a.txt').library).toBeUndefined();
    expect(millisecondsSince(start)).toBeLessThan(4000);
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
    const start = process.cpuUsage();
    checkContent(library, 'a.yaml');
    expect(millisecondsSince(start)).toBeLessThan(10_000);
  });
});

describe('parseLibrary on any text', () => {
  it('loses no line of a document: take away the lines that problems name, and the library holds every other', () => {
    fc.assert(
      fc.property(documents(), (lines) => expectNothingLost(lines)),
      { numRuns: 400 },
    );
  });

  it('returns on any text in any form', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), yamlish());
    fc.assert(
      fc.property(texts, fc.constantFrom('a.txt', 'a.md', 'a.yaml', 'a.json', 'a'), (text, file) => {
        const { library, problems } = parseLibrary(text, file);
        const lines = text.split(/\r\n|\r|\n/).length;
        for (const { line } of problems) expect(line).toBeLessThanOrEqual(Math.max(1, lines));
        expect(library !== undefined || problems.length > 0).toBe(true);
      }),
      { numRuns: 600 },
    );
  });
});

/** Lines as people type them, good and bad, each with a word of its own to be found again. */
function documents(): fc.Arbitrary<string[]> {
  const line = fc.constantFrom(...TYPED_LINES, '---');
  return fc.array(line, { maxLength: 25 }).map((all) => all.map((text, index) => text.replace('@', `word${index}e`)));
}

function expectNothingLost(typed: readonly string[]): void {
  let lines = ['A title', '', 'Part 7: First', '1. On x: "Words." — Source: [A]', ...typed];
  let parsed = parseLibrary(lines.join('\n'), 'a.txt');
  while (parsed.library === undefined) {
    const told = new Set(parsed.problems.map(({ line }) => line));
    for (const line of told) expect(lines[line - 1]?.trim(), `line ${line}`).not.toBe('');
    // An error must be about something that is there, so this comes to an end.
    lines = lines.map((text, index) => (told.has(index + 1) ? '' : text));
    parsed = parseLibrary(lines.join('\n'), 'a.txt');
  }
  const held = JSON.stringify(parsed.library);
  for (const word of lines.join('\n').match(/word\d+e/g) ?? []) expect(held).toContain(word);
}

function yamlish(): fc.Arbitrary<string> {
  const pieces = [
    'title: ',
    'parts:',
    '\n',
    '  ',
    '- ',
    'lessons:',
    'quote: ',
    '"',
    '&a ',
    '*a',
    '[',
    '{',
    '}',
    ': ',
    '!x ',
    '#',
    '|',
    '\t',
    '<<: ',
  ];
  return fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join(''));
}
