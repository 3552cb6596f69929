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
});
