import { describe, expect, it } from 'vitest';
import { placeOf } from '../../src/parse/check-shape.ts';
import { parseCurated } from '../../src/parse/parse-curated.ts';

const LESSON = '{topic: On x, quote: "A b.", source: S}';
const library = (lesson: string, more = ''): string =>
  `title: T\nparts:\n  - title: P\n    lessons:\n      - ${lesson}\n${more}`;
const told = (text: string, file = 'a.yaml'): readonly unknown[] =>
  parseCurated(text, file).problems.map(({ kind, line, details }) => [kind, line, details]);
const wrong = (line: number, field: string, where: string, expected: string, found: string): unknown => [
  'field-wrong',
  line,
  { field, where, expected, found },
];

describe('parseCurated', () => {
  it.each<[why: string, text: string, problems: readonly unknown[]]>([
    ['nothing wrong', library(LESSON), []],
    ['nothing at all', '# nothing', [['document-empty', 1, {}]]],
    [
      'broken YAML alone',
      `${library('{x: y}')}\n---\na: b`,
      [['syntax', 7, { message: 'the file holds more than one YAML document' }]],
    ],
    ['no library', '- a', [wrong(1, '', '', 'a library with title and parts', 'a list')]],
    ['words', 'a', [wrong(1, '', '', 'a library with title and parts', 'a')]],
    ['no title', library(LESSON).replace('title: T\n', ''), [['title-missing', 1, {}]]],
    ['a blank title', library(LESSON).replace('title: T', 'title: " "'), [['title-missing', 1, {}]]],
    [
      'a title that is a list',
      library(LESSON).replace('title: T', 'title: [a]'),
      [wrong(1, 'title', '', 'text', 'a list')],
    ],
    [
      'a title of named fields',
      library(LESSON).replace('title: T', 'title: {a: b}'),
      [wrong(1, 'title', '', 'text', 'named fields')],
    ],
    ['no parts', 'title: T', [['no-lessons', 1, {}]]],
    ['parts that are none', 'title: T\nparts: x', [wrong(2, 'parts', '', 'a list of parts', 'x')]],
    ['an empty list of parts', 'title: T\nparts: []', [['no-lessons', 2, {}]]],
    [
      'a part that is none',
      'title: T\nparts:\n  - x',
      [
        ['no-lessons', 2, {}],
        wrong(3, '', 'part 1', 'a part with title and lessons', 'x'),
        ['part-empty', 3, { part: '1', title: '' }],
      ],
    ],
    [
      'a part without a title',
      library(LESSON).replace('title: P', 'number: 7'),
      [['field-missing', 3, { field: 'title', where: 'part 7' }]],
    ],
    ['a part without lessons', `${library(LESSON)}  - title: Q\n`, [['part-empty', 6, { part: '2', title: 'Q' }]]],
    [
      'lessons that are none',
      'title: T\nparts:\n  - title: P\n    lessons: x',
      [['no-lessons', 2, {}], wrong(4, 'lessons', 'part 1', 'a list of lessons', 'x')],
    ],
    ['a lesson that is none', library('x'), [wrong(5, '', 'lesson 1.1', 'a lesson with topic, quote and source', 'x')]],
    [
      'an empty lesson',
      library('{}'),
      [
        ['topic-missing', 5, { id: '1.1' }],
        ['quote-missing', 5, { id: '1.1' }],
        ['source-missing', 5, { id: '1.1' }],
      ],
    ],
    [
      'a number that is none',
      library(LESSON.replace('{', '{number: x, ')),
      [wrong(5, 'number', 'lesson 1.1', 'a whole number', 'x')],
    ],
    [
      'a number that is not whole',
      library(LESSON.replace('{', '{number: 1.5, ')),
      [wrong(5, 'number', 'lesson 1.1', 'a whole number', '1.5')],
    ],
    [
      'a number below 1',
      library(LESSON.replace('{', '{number: 0, ')),
      [wrong(5, 'number', 'lesson 1.0', 'a number from 1', '0')],
    ],
    [
      'a key that is neither',
      library(LESSON.replace('{', '{key: yes, ')),
      [wrong(5, 'key', 'lesson 1.1', 'true or false', 'yes')],
    ],
    [
      'seconds that are none',
      library(LESSON.replace('{', '{seconds: x, ')),
      [wrong(5, 'seconds', 'lesson 1.1', 'a number', 'x')],
    ],
    [
      'no seconds',
      library(LESSON.replace('{', '{seconds: 0, ')),
      [wrong(5, 'seconds', 'lesson 1.1', 'more than 0', '0')],
    ],
    [
      'themes that are no list',
      library(LESSON.replace('{', '{themes: a, ')),
      [wrong(5, 'themes', 'lesson 1.1', 'a list of themes such as [workflow, scale]', 'a')],
    ],
    [
      'a theme that is none',
      library(LESSON.replace('{', '{themes: [a, ""], ')),
      [wrong(5, 'themes', 'lesson 1.1', 'text', 'nothing')],
    ],
    [
      'a highlight that is elsewhere',
      library(LESSON.replace('{', '{highlight: c, ')),
      [['highlight-not-in-quote', 5, { id: '1.1', highlight: 'c' }]],
    ],
    ['a highlight that is there', library(LESSON.replace('{', '{highlight: " A ", ')), []],
    [
      'a long highlight',
      library(LESSON.replace('{', `{highlight: ${'c'.repeat(70)}, `)),
      [['highlight-not-in-quote', 5, { id: '1.1', highlight: 'c'.repeat(60) }]],
    ],
    [
      'an unknown field',
      library(LESSON, 'titel: x\n'),
      [['field-unknown', 6, { field: 'titel', where: '', nearest: 'title' }]],
    ],
    [
      'an unknown field of a part',
      library(LESSON).replace('title: P', 'title: P\n    lesons: x'),
      [['field-unknown', 4, { field: 'lesons', where: 'part 1', nearest: 'lessons' }]],
    ],
    [
      'an unknown field of a lesson',
      library(LESSON.replace('{', '{topc: x, ')),
      [['field-unknown', 5, { field: 'topc', where: 'lesson 1.1', nearest: 'topic' }]],
    ],
    [
      'an unknown field of a source',
      library(LESSON, 'sources:\n  - {name: S, knd: x}\n'),
      [['field-unknown', 7, { field: 'knd', where: 'source 1', nearest: 'kind' }]],
    ],
    [
      'a long unknown field',
      library(LESSON, `${'z'.repeat(70)}: x\n`),
      [['field-unknown', 6, { field: 'z'.repeat(60), where: '', nearest: '' }]],
    ],
    [
      'a source that is none',
      library(LESSON, 'sources:\n  - S\n'),
      [wrong(7, '', 'source 1', 'a source with name, kind and url', 'S')],
    ],
    [
      'a source without a name',
      library(LESSON, 'sources:\n  - {kind: book}\n'),
      [['field-missing', 7, { field: 'name', where: 'source 1' }]],
    ],
    [
      'a source of another kind',
      library(LESSON, 'sources:\n  - {name: S, kind: x}\n'),
      [wrong(7, 'kind', 'source 1', expect.stringMatching(/^one of .*, /u) as unknown as string, 'x')],
    ],
    [
      'a link',
      library(LESSON, `sources:\n  - {name: S, url: "javascript:${'x'.repeat(70)}"}\n`),
      [['link-not-allowed', 7, { where: 'source 1', url: `javascript:${'x'.repeat(49)}` }]],
    ],
    [
      'a link with a space',
      library(LESSON, 'sources:\n  - {name: S, url: "https://x .org"}\n'),
      [['link-not-allowed', 7, { where: 'source 1', url: 'https://x .org' }]],
    ],
    [
      'a source twice',
      library(LESSON, 'sources:\n  - name: S\n  - {kind: book, name: S}\n'),
      [['source-duplicate', 8, { name: 'S', first: '7' }]],
    ],
    [
      'a source that nobody cites',
      library(LESSON, 'sources:\n  - name: S\n  - name: Q\n'),
      [['source-unused', 8, { name: 'Q' }]],
    ],
    ['sources that are none', library(LESSON, 'sources: x\n'), [wrong(6, 'sources', '', 'a list of sources', 'x')]],
    [
      'a language that is none',
      library(LESSON, 'language: e\n'),
      [wrong(6, 'language', '', 'a language tag such as en', 'e')],
    ],
    [
      'a language of many words',
      library(LESSON, 'language: en GB\n'),
      [wrong(6, 'language', '', 'a language tag such as en', 'en GB')],
    ],
    [
      'numbers twice',
      library(`${LESSON.replace('{', '{number: 2, ')}\n      - ${LESSON.replace('{', '{number: 2, ')}`),
      [['lesson-number-duplicate', 6, { id: '1.2', first: '5' }]],
    ],
    [
      'a part’s number twice',
      `${library(LESSON)}  - number: 1\n    title: Q\n    lessons: [${LESSON}]\n`,
      [['part-number-duplicate', 6, { id: '1', first: '3' }]],
    ],
    [
      'what is found, shortened',
      library(LESSON.replace('{', `{key: ${'y'.repeat(70)}, `)),
      [wrong(5, 'key', 'lesson 1.1', 'true or false', 'y'.repeat(60))],
    ],
  ])('tells of %s', (_, text, problems) => {
    expect(told(text)).toEqual(problems);
  });

  it.each([
    ['1.25', 1.25],
    ['+20', 20],
    ['007', 7],
  ])('reads %s as a number of seconds', (text, seconds) => {
    const { library: read } = parseCurated(library(LESSON.replace('{', `{seconds: "${text}", `)), 'a.yaml');
    expect(read?.parts[0]?.lessons[0]?.seconds).toBe(seconds);
  });

  it.each(['1x', 'x1', '1e3', '1.', '.5', '1 000'])('%s is no number of seconds', (text) => {
    expect(told(library(LESSON.replace('{', `{seconds: "${text}", `)))).toEqual([
      wrong(5, 'seconds', 'lesson 1.1', 'a number', text),
    ]);
  });

  it('takes a quote of 20,000 letters and no more', () => {
    expect(told(library(LESSON.replace('A b.', 'a'.repeat(20_000))))).toEqual([]);
    expect(told(library(LESSON.replace('A b.', 'a'.repeat(20_001))))).toEqual([
      ['quote-too-long', 5, { id: '1.1', length: '20001', most: '20000' }],
    ]);
  });

  it('reads JSON where numbers are numbers', () => {
    const lesson = { number: 2, topic: 'On x', quote: 'A b.', source: 'S', key: true, seconds: 1.5 };
    const text = JSON.stringify({ title: 'T', parts: [{ number: 3, title: 'P', lessons: [lesson] }] });
    expect(parseCurated(text, 'a.JSON').library?.parts).toEqual([
      { number: 3, title: 'P', lessons: [{ ...lesson, id: '3.2', part: 3, themes: [], line: 1 }] },
    ]);
    expect(told(text.replace('true', '1'), 'a.json')).toEqual([wrong(1, 'key', 'lesson 3.2', 'true or false', '1')]);
    expect(told(text.replace('"On x"', '7'), 'a.json')).toEqual([wrong(1, 'topic', 'lesson 3.2', 'text', '7')]);
    expect(told(text.replace('1.5', '-1'), 'a.json')).toEqual([wrong(1, 'seconds', 'lesson 3.2', 'more than 0', '-1')]);
  });

  it('fills in what is left out, and trims what stands around words', () => {
    const text = library(
      '{number: "+4", topic: " On x\\n", quote: "\\t A \\u00a0b\\u00a0\\r\\n", source: S, themes: [a, b, a], key: "false", note: " ", seconds: "30"}',
    );
    expect(parseCurated(text, 'x/a.yaml').library).toEqual({
      name: 'a',
      title: 'T',
      subject: '',
      tagline: '',
      intro: '',
      language: 'en',
      sources: [{ name: 'S' }],
      parts: [
        {
          number: 1,
          title: 'P',
          lessons: [
            {
              id: '1.4',
              part: 1,
              number: 4,
              topic: 'On x',
              quote: 'A \u00a0b\u00a0',
              source: 'S',
              themes: ['a', 'b'],
              key: false,
              seconds: 30,
              line: 5,
            },
          ],
        },
      ],
    });
  });

  it('keeps everything that is given', () => {
    const text = `title: T\nsubject: A\ntagline: B\nintro: C\nlanguage: pt-BR\nsources:\n  - {name: S, kind: book, url: "HTTPS://x.org"}\n  - {name: unused}\nparts:\n  - {number: 9, title: P, lessons: [{topic: On x, quote: A b., source: S, key: true, highlight: b, note: N}]}\n`;
    expect(parseCurated(text, 'a.yaml').library).toMatchObject({
      subject: 'A',
      tagline: 'B',
      intro: 'C',
      language: 'pt-BR',
      sources: [{ name: 'S', kind: 'book', url: 'HTTPS://x.org' }],
      parts: [{ number: 9, lessons: [{ id: '9.1', key: true, highlight: 'b', note: 'N' }] }],
    });
  });
});

describe('placeOf', () => {
  const value = { parts: [{ number: '7', lessons: [{ number: 'x' }, { number: 12 }] }, 'y'] };

  it.each<[path: readonly (string | number)[], place: string]>([
    [[], ''],
    [['title'], ''],
    [['sources', 1, 'name'], 'source 2'],
    [['parts', 0, 'title'], 'part 7'],
    [['parts', 1], 'part 2'],
    [['parts', 0, 'lessons'], 'part 7'],
    [['parts', 0, 'lessons', 0], 'lesson 7.1'],
    [['parts', 0, 'lessons', 1, 'topic'], 'lesson 7.12'],
    [['parts', 0, 'other', 1], 'part 7'],
    [['parts', 5, 'lessons', 2], 'lesson 6.3'],
  ])('of %j is %j', (path, place) => {
    expect(placeOf(value, path)).toBe(place);
  });
});
