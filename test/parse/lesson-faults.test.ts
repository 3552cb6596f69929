import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/parse/parse-document.ts';
import { parseLesson } from '../../src/parse/parse-lesson.ts';

describe('parseLesson', () => {
  it.each<[text: string, topic: string, quote: string, name: string]>([
    ['On x: "A." — Source: [S]', 'On x', 'A.', 'S'],
    ['**On x:** "A." — Source: [S]', 'On x', 'A.', 'S'],
    ['*On x*: *"A."* — Source: [S]', 'On x', 'A.', 'S'],
    ['On x: "A". — Source: [S]', 'On x', 'A', 'S'],
    ['On x: "A", Source: [S]', 'On x', 'A', 'S'],
    ['On x: “A “b” c” — Source: [S]', 'On x', 'A “b” c', 'S'],
    ['On x — "A." — Source: [S]', 'On x', 'A.', 'S'],
    ['On x – *“A.”* — Source: [S]', 'On x', 'A.', 'S'],
    ['On well-known things - "A." — Source: [S]', 'On well-known things', 'A.', 'S'],
    ['"Cattle": "A." — Source: [S]', '"Cattle"', 'A.', 'S'],
    ['“Cattle”: "A: b." — Source: [S]', '“Cattle”', 'A: b.', 'S'],
    ['On x: "A: "b" c" — Source: S', 'On x', 'A: "b" c', 'S'],
    ['On x：「A」— Source: S', 'On x', 'A', 'S'],
    ['On x: "Source: a" — Source: S', 'On x', 'Source: a', 'S'],
  ])('reads %j', (text, topic, quote, name) => {
    expect(parseLesson(text)).toEqual({ topic, quote, citation: { name } });
  });

  it.each<[text: string, kind: string, blamed?: string]>([
    ['', 'lesson-unreadable'],
    ['Words', 'lesson-unreadable'],
    ['On x — Source: [S]', 'quote-missing'],
    ['On x-"A." — Source: [S]', 'quote-missing'],
    ['On x: "" — Source: [S]', 'quote-missing'],
    ['On x: " " — Source: [S]', 'quote-missing'],
    ['"A." — Source: [S]', 'topic-missing'],
    [': "A." — Source: [S]', 'topic-missing'],
    ['On x: "A."', 'source-missing', '"A."'],
    ['On x: "A". ', 'source-missing', '"A". '],
    ['On x: "A." — HashiCorp', 'source-missing', '"A." — HashiCorp'],
    ['On x: "A — Source: [S]"', 'source-missing', '"A — Source: [S]"'],
    ['On x: "A — Source: [S]" and more', 'source-missing', '"A — Source: [S]" and more'],
    ['On x: "A." — Source: ', 'source-missing', '"A." — Source: '],
    ['On x: "A." — Source: []', 'source-missing', '"A." — Source: []'],
    ['On x: "A." — Source: **[ ]**.', 'source-missing', '"A." — Source: **[ ]**.'],
    ['On x: "A', 'quote-unclosed', '"A'],
    ['On x: "A — Source: [S]', 'quote-unclosed', '"A — Source: [S]'],
    ['On x: “A “b” — Source: [S]', 'quote-unclosed', '“A “b” — Source: [S]'],
    ['On x: "A." — Source: [S], [T]', 'lesson-unreadable', '[S], [T]'],
    [`"${'A'.repeat(130)}": "B." — Source: [S]`, 'topic-missing'],
  ])('tells what is wrong with %j', (text, kind, blamed = text) => {
    expect(parseLesson(text)).toEqual({ kind, text: blamed });
  });
});

describe('parseDocument', () => {
  const told = (text: string): readonly unknown[] =>
    parseDocument(text, 'a.txt').problems.map(({ kind, file, line, details }) => {
      expect(file).toBe('a.txt');
      return [kind, line, details];
    });
  const LESSON = 'On x: "A." — Source: [S]';

  it.each<[why: string, text: string, problems: readonly unknown[]]>([
    ['nothing', 'T', [['no-lessons', 1, {}]]],
    [
      'no lessons, at its end',
      'T\n\nPart 1: P\n\nwords',
      [
        ['part-empty', 3, { part: '1', title: 'P' }],
        ['line-unreadable', 5, { text: 'words' }],
        ['no-lessons', 5, {}],
      ],
    ],
    ['no title', `Part 1: P\n1. ${LESSON}`, [['title-missing', 1, {}]]],
    ['a lesson outside', `T\n\n1. ${LESSON}`, [['lesson-outside-part', 3, { text: LESSON }]]],
    [
      'a part without a title',
      `T\n\nPart 1\n1. ${LESSON}`,
      [['field-missing', 3, { field: 'title', where: 'part 1' }]],
    ],
    ['a part whose title is below', `T\n\nPart 1\nP\n1. ${LESSON}`, []],
    ['words below a title that is below', `T\n\nPart 1\nP\nQ\n1. ${LESSON}`, [['line-unreadable', 5, { text: 'Q' }]]],
    [
      'words behind a lesson of a part without title',
      `T\n\nPart 1\n1. ${LESSON}\n\nQ`,
      [
        ['field-missing', 3, { field: 'title', where: 'part 1' }],
        ['line-unreadable', 6, { text: 'Q' }],
      ],
    ],
    [
      'a part twice',
      `T\n\nPart 1: P\n1. ${LESSON}\nPart 1: Q\n1. ${LESSON}`,
      [['part-number-duplicate', 5, { id: '1', first: '3' }]],
    ],
    [
      'a lesson twice',
      `T\n\nPart 1: P\n1. ${LESSON}\n1. ${LESSON}`,
      [['lesson-number-duplicate', 5, { id: '1.1', first: '4' }]],
    ],
    [
      'lessons without numbers',
      `T\n\nPart 1: P\n- ${LESSON}\n5. ${LESSON}\n- ${LESSON}\n6. ${LESSON}`,
      [['lesson-number-duplicate', 7, { id: '1.6', first: '6' }]],
    ],
    [
      'a lesson of another part',
      `T\n\nPart 1: P\n2.3 ${LESSON}`,
      [['lesson-unreadable', 4, { id: '1.3', text: `2.3 ${LESSON}` }]],
    ],
    ['a lesson nought', `T\n\nPart 1: P\n0. ${LESSON}`, [['lesson-unreadable', 4, { id: '1.0', text: `0 ${LESSON}` }]]],
    [
      'a fault, cut to sixty letters',
      `T\n\nPart 1: P\n1. ${'x'.repeat(70)}`,
      [['lesson-unreadable', 4, { id: '1.1', text: 'x'.repeat(60) }]],
    ],
    [
      'a link',
      `T\n\nPart 1: P\n1. On x: "A." — Source: [S](ftp://x)`,
      [['link-not-allowed', 4, { where: 'S', url: 'ftp://x' }]],
    ],
    [
      'faults in the order of lines',
      `T\n\nPart 2: P\n1. words\n\nPart 1: Q\n1. ${LESSON}`,
      [
        ['lesson-unreadable', 4, { id: '2.1', text: 'words' }],
        ['number-out-of-order', 6, { id: '1', after: '2' }],
      ],
    ],
  ])('tells of %s', (_, text, problems) => {
    expect(told(text)).toEqual(problems);
  });

  it('takes a quote of 20,000 letters and no more', () => {
    const text = (length: number): string => `T\n\nPart 1: P\n1. On x: "${'a'.repeat(length)}" — Source: [S]`;
    expect(told(text(20_000))).toEqual([]);
    expect(told(text(20_001))).toEqual([['quote-too-long', 4, { id: '1.1', length: '20001', most: '20000' }]]);
  });

  it('keeps what it could read', () => {
    const { library } = parseDocument(
      `Tag.\n\nLessons of Ada\n\nIn.\n\nPart 3: P\n2. ${LESSON}\n- On y: "B." — Source: [S](https://x.org)\n4. words`,
      'b/a.txt',
    );
    expect(library).toEqual({
      name: 'a',
      title: 'Lessons of Ada',
      subject: 'Ada',
      tagline: 'Tag.',
      intro: 'In.',
      language: 'en',
      sources: [{ name: 'S', url: 'https://x.org' }],
      parts: [
        {
          number: 3,
          title: 'P',
          lessons: [
            { id: '3.2', part: 3, number: 2, topic: 'On x', quote: 'A.', source: 'S', themes: [], key: false, line: 8 },
            { id: '3.3', part: 3, number: 3, topic: 'On y', quote: 'B.', source: 'S', themes: [], key: false, line: 9 },
          ],
        },
      ],
    });
  });
});
