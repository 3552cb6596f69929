import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lessonsOf } from '../../src/model/library.ts';
import { parseLibrary } from '../../src/parse/parse-library.ts';

const LESSON = 'On x: "Words." — Source: [A]';

describe('parseLibrary', () => {
  it.each(['', ' \n\t\r\n\u00a0', '\n'])('tells that %j is empty, in any form', (text) => {
    for (const file of ['a.txt', 'a.yaml', 'a.json', 'a']) {
      expect(parseLibrary(text, file).problems).toEqual([{ kind: 'document-empty', file, line: 1, details: {} }]);
    }
  });

  it.each([
    ['{"title": ["x"]}', 'field-wrong'],
    ['title: 1\nparts:\n', 'no-lessons'],
    ['A title', 'no-lessons'],
    ['Part 1: x\n1. On x', 'title-missing'],
  ])('tells the form of %j without a known extension by its content', (text, kind) => {
    expect(parseLibrary(text, 'notes').problems[0]?.kind).toBe(kind);
  });

  it('reads the same from LF, CRLF and CR', () => {
    const text = `T\n\nIntro.\n\nPart 1: P\n\n1. ${LESSON}\n2. On y: "Two\nlines." — Source: [B]\n`;
    const { library } = parseLibrary(text, 'a.txt');
    expect(library && lessonsOf(library)).toHaveLength(2);
    expect(parseLibrary(text.replaceAll('\n', '\r\n'), 'a.txt').library).toEqual(library);
    expect(parseLibrary(text.replaceAll('\n', '\r'), 'a.txt').library).toEqual(library);
  });

  it('reads tabs and no-break spaces as spaces around the words, not inside them', () => {
    const text = 'T\n\nPart\u00a01:\tP\n\n\t1.\u00a0On x:\u00a0"A\u00a0b\tc"\u00a0—\u00a0Source:\u00a0[A]\u00a0\n';
    expect(parseLibrary(text, 'a.txt').library?.parts[0]?.lessons[0]).toMatchObject({
      topic: 'On x',
      quote: 'A\u00a0b\tc',
    });
  });

  it('tells 200 faults of one file as 200 problems, each on its line, and gives no library', () => {
    const lessons = Array.from({ length: 200 }, (_, index) => `${index + 1}. On x: "Words ${index}."`);
    const { library, problems } = parseLibrary(`T\n\nPart 1: P\n${lessons.join('\n')}\n`, 'a.txt');
    expect(library).toBeUndefined();
    expect(problems.map(({ kind, line }) => [kind, line])).toEqual(
      lessons.map((_, index) => ['source-missing', index + 4]),
    );
  });

  it('refuses quotes of more than 20,000 characters in both forms', () => {
    const quote = 'x'.repeat(20_001);
    const details = { id: '1.1', length: '20001', most: '20000' };
    const document = `T\n\nPart 1: P\n1. On x: "${quote}" — Source: [A]\n`;
    const curated = `title: T\nparts:\n  - title: P\n    lessons:\n      - {topic: On x, quote: ${quote}, source: A}\n`;
    expect(parseLibrary(document, 'a.txt').problems).toMatchObject([{ kind: 'quote-too-long', line: 4, details }]);
    expect(parseLibrary(curated, 'a.yaml').problems).toMatchObject([{ kind: 'quote-too-long', line: 5, details }]);
  });

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
  const templates = [
    '',
    '',
    'Part 1: @',
    'Part 2 — @',
    '## Part II: @',
    '1. On @: "Words." — Source: [A]',
    '2. On x: "Words @ and “more”." — Source: [A]',
    '- On x: "Words." Source: @',
    '3) On @: "Open',
    '@ closed." — Source: [B](https://example.org)',
    '@ prose: with a colon',
    '— Source: [@]',
    '"@"',
    '4. On x: “@',
    '* @',
    '---',
  ];
  const line = fc.constantFrom(...templates);
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
