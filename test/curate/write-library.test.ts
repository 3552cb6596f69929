import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeLibrary } from '../../src/curate/write-library.ts';
import { lessonsOf } from '../../src/model/library.ts';
import { parseCurated } from '../../src/parse/parse-curated.ts';
import { FUZZ_RUNS, FUZZ_TIMEOUT } from '../fuzz/fuzz-runs.ts';
import { makeLesson, makeLibrary } from '../make-library.ts';

const OPTIONS = { suggestions: new Map(), guessedTopics: new Set<string>(), schema: 'schema.json', head: [] };
const LONG = 'Words that go on and on, so that they need more than one line to stand on. '.repeat(4).trim();

describe('writeLibrary', { timeout: FUZZ_TIMEOUT }, () => {
  it('marks what was guessed behind it, and long quotes go on lines of their own', () => {
    const lessons = [
      makeLesson('1.1', { themes: ['scale', 'security'], quote: LONG }),
      makeLesson('1.2', { themes: ['scale'], key: true, seconds: 30, note: 'Mine.' }),
    ];
    const text = writeLibrary(makeLibrary(lessons), {
      ...OPTIONS,
      suggestions: new Map([
        [
          '1.1',
          [
            { theme: 'scale', words: ['node', 'nodes'] },
            { theme: 'security', words: ['tls'] },
          ],
        ],
      ]),
      guessedTopics: new Set(['1.2']),
      head: ['Made by hand.'],
    });
    expect(text).toMatch(/^# yaml-language-server: \$schema=schema\.json\n# Made by hand\.\n/);
    expect(text).toContain('themes: [scale, security] # suggested by: node, nodes; tls\n');
    expect(text).toContain('topic: On topic 1.2 # the quote’s first words; name it better\n');
    expect(text).toContain('quote: >-\n');
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  });

  it.each([
    ['numbers, truth and dates', ['1.10', 'true', 'no', '~', '2026-01-01', '0x10', '1e3']],
    [
      'marks of YAML',
      ['- a', 'a: b', '# c', '"q"', "it's", '[x]', '{y}', '*z', '&a', '!t', '| ', '> x', '%d', '@e', '`f`', '---'],
    ],
    [
      'blanks and breaks',
      [' a', 'a ', 'a  b', 'a\tb', 'a\n\nb', 'a\n b', 'a \nb', '\u00a0a', `${LONG}  ${LONG}`, `${LONG}\n${LONG}`],
    ],
    ['other characters', ['a\u2028b', 'a\u0085b', '\ufeffa', 'a\u0007b', '\u{1F600}', 'e\u0301', '\u202eabc']],
  ])('reads back %s code point for code point', (_, quotes) => {
    const lessons = quotes.map((quote, index) => makeLesson(`1.${index + 1}`, { quote, topic: quote, note: quote }));
    expectReadBack(makeLibrary(lessons));
  });

  it('reads back breaks and blanks before many words', () => {
    const quote = `\n \n${'word '.repeat(34)}`;
    expectReadBack(makeLibrary([makeLesson('1.1', { quote, note: quote })]));
  });

  it('reads back any text', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 300 }), yamlish());
    fc.assert(
      fc.property(texts, texts, (quote, title) => {
        fc.pre(isText(quote) && isText(title));
        expectReadBack(makeLibrary([makeLesson('2.7', { quote, source: quote })], { title, intro: title }));
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});

function expectReadBack(library: ReturnType<typeof makeLibrary>): void {
  const read = parseCurated(writeLibrary(library, OPTIONS), 'a.yaml');
  expect(read.problems).toEqual([]);
  const words = lessonsOf(library).map(({ id, topic, quote, source, note }) =>
    [id, topic.trim(), quote, source, note].map(trimmed),
  );
  const readWords = (read.library ? lessonsOf(read.library) : []).map(({ id, topic, quote, source, note }) =>
    [id, topic.trim(), quote, source, note].map(trimmed),
  );
  expect(readWords).toEqual(words);
  expect(trimmed(read.library?.title)).toBe(trimmed(library.title));
}

/** The schema takes away blanks and breaks around a text. */
function trimmed(text: string | undefined): string {
  return (text ?? '').replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

function isText(text: string): boolean {
  return trimmed(text) !== '' && text.isWellFormed();
}

function yamlish(): fc.Arbitrary<string> {
  const pieces = ['a', ' ', '  ', '\n', '\t', ': ', '- ', '#', '"', "'", '|', '>', '\\', 'word '.repeat(30), '\u00a0'];
  return fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((all) => all.join(''));
}
