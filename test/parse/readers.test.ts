import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/model/library.ts';
import { fileExtension, fileStem } from '../../src/parse/file-stem.ts';
import { findColumns } from '../../src/parse/find-columns.ts';
import { findNearest } from '../../src/parse/find-nearest.ts';
import { guessTopic } from '../../src/parse/guess-topic.ts';
import { lineAt } from '../../src/parse/placed-data.ts';
import { readCsv } from '../../src/parse/read-csv.ts';
import { readFrontMatter } from '../../src/parse/read-front-matter.ts';
import { readJson } from '../../src/parse/read-json.ts';
import { registerSource } from '../../src/parse/register-source.ts';
import { titleFromFile } from '../../src/parse/title-from-file.ts';

describe('readJson', () => {
  it.each<[text: string, value: unknown]>([
    ['{"a": 1.5, "b": [true, null, "x\\n\\""], "c": {}, "d": []}', { a: 1.5, b: [true, null, 'x\n"'], c: {}, d: [] }],
    [' \n\t[ -1e+3 , "" ] \r\n', [-1000, '']],
    ['"a\\\\"', 'a\\'],
    ['{"__proto__": 1}', JSON.parse('{"__proto__": 1}')],
    ['false', false],
  ])('reads %j', (text, value) => {
    expect(readJson(text, 'a.json')).toMatchObject({ problems: [] });
    expect(readJson(text, 'a.json').value).toEqual(value);
  });

  it('knows the line of each entry', () => {
    const data = readJson('{\n"a":\n[1,\n\n2, {"b"\n: 3}],"c":\r\n{\r"d"\r:4}}', 'a.json');
    const lines = [['a'], ['a', 0], ['a', 1], ['a', 2], ['a', 2, 'b'], ['c'], ['c', 'd']].map((path) =>
      lineAt(data, path),
    );
    expect(lines).toEqual([2, 3, 5, 5, 5, 6, 8]);
  });

  it.each([
    ['', 1, 'a value is expected here'],
    ['{"a": }', 1, 'a value is expected here'],
    ['[1,]', 1, 'a value is expected here'],
    ['nul', 1, 'a value is expected here'],
    ['\n{a: 1}', 2, 'a name in double quotes is expected here'],
    ['{"a": 1,}', 1, 'a name in double quotes is expected here'],
    ['{"a"\n 1}', 2, 'a colon is expected here'],
    ['{"a": 1\n"b": 2}', 2, 'a comma or } is expected here'],
    ['[1 2]', 1, 'a comma or ] is expected here'],
    ['[1', 1, 'a comma or ] is expected here'],
    ['{"a": 1', 1, 'a comma or } is expected here'],
    ['["a]', 1, 'this text in double quotes is not closed, or holds a character that JSON wants escaped'],
    ['["a\nb"]', 1, 'this text in double quotes is not closed, or holds a character that JSON wants escaped'],
    ['{"a\\', 1, 'this text in double quotes is not closed, or holds a character that JSON wants escaped'],
    ['1 2', 1, 'something stands after the end of the data'],
    ['{}\n\n]', 3, 'something stands after the end of the data'],
    ['['.repeat(101), 1, 'the data is nested too deeply'],
  ])('tells of %j once, in line %i', (text, line, message) => {
    const { problems, value } = readJson(text, 'a.json');
    expect(problems).toEqual([{ kind: 'syntax', file: 'a.json', line, details: { message } }]);
    expect(value).toBe(undefined);
  });

  it('takes a hundred levels, as often as they come', () => {
    const deep = `${'['.repeat(99)}1${']'.repeat(99)}`;
    expect(readJson(`[${deep}, ${deep}]`, 'a.json').problems).toEqual([]);
  });

  it('keeps the first of two values of a name, and tells of the other', () => {
    expect(readJson('{"a": 1,\n"b": 2,\n"a": 3}', 'a.json')).toMatchObject({
      value: { a: 1, b: 2 },
      problems: [{ kind: 'field-duplicate', file: 'a.json', line: 3, details: { field: 'a', first: '1' } }],
    });
  });
});

describe('readCsv', () => {
  const rowsOf = (text: string): unknown => readCsv(text, 'a.csv').rows.map(({ line, cells }) => [line, ...cells]);

  it.each<[text: string, rows: unknown]>([
    ['', []],
    [
      'a,b\n c , d \n',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'a;b\r\nc;d,e\r',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd,e'],
      ],
    ],
    [
      'a\tb\nc\td',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'a|b\nc|d',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      '"a,b,c";d\ne;f',
      [
        [1, 'a,b,c', 'd'],
        [2, 'e', 'f'],
      ],
    ],
    [
      'a,b\n"c\nd",e\nf,g',
      [
        [1, 'a', 'b'],
        [2, 'c\nd', 'e'],
        [4, 'f', 'g'],
      ],
    ],
    [
      'a,b\n,\n\nc,d',
      [
        [1, 'a', 'b'],
        [4, 'c', 'd'],
      ],
    ],
    ['sep=;\na;b,c', [[1, 'a', 'b,c']]],
    ['"sep=|"\na|b', [[1, 'a', 'b']]],
    ['SEP=\t\na\tb', [[1, 'a', 'b']]],
    [
      'a\nb,c',
      [
        [1, 'a'],
        [2, 'b', 'c'],
      ],
    ],
    ['a "b" c,d', [[1, 'a "b" c', 'd']]],
    [
      'a,b,c\nd',
      [
        [1, 'a', 'b', 'c'],
        [2, 'd'],
      ],
    ],
    ['"a ""b""",c', [[1, 'a "b"', 'c']]],
  ])('reads %j', (text, rows) => {
    const withoutSeparator = JSON.stringify(rowsOf(text));
    const shifted = /^"?sep=/iu.test(text) ? withoutSeparator.replace('[[2,', '[[1,') : withoutSeparator;
    expect(JSON.parse(shifted)).toEqual(rows);
    expect(readCsv(text, 'a.csv').problems).toEqual([]);
  });

  it('tells of a mark that is not closed', () => {
    expect(readCsv('a,b\nc,"d\ne', 'a.csv')).toEqual({
      rows: [],
      problems: [
        {
          kind: 'syntax',
          file: 'a.csv',
          line: expect.any(Number),
          details: { message: 'a quotation mark that opens a cell is not closed before the end of the file' },
        },
      ],
    });
  });
});

describe('findColumns', () => {
  const find = (cells: readonly string[], mapping: Readonly<Record<string, string>> = {}): unknown => {
    const { indexes, problems } = findColumns({ line: 3, cells }, 'a.csv', new Map(Object.entries(mapping)));
    return [Object.fromEntries(indexes), problems.map(({ kind, line, details }) => [kind, line, details])];
  };
  const missing = (column: string, found: string, nearest = ''): unknown => [
    'column-missing',
    3,
    { column, found, nearest },
  ];
  const leftOut = (column: string): unknown => ['column-left-out', 3, { column }];

  it.each<[why: string, cells: readonly string[], mapping: Readonly<Record<string, string>>, found: unknown]>([
    ['by name, in any case', ['Quote', ' SOURCE ', 'topic'], {}, [{ quote: 0, source: 1, topic: 2 }, []]],
    [
      'by other names',
      ['quotes', 'source', 'theme', 'notes', 'link'],
      {},
      [{ quote: 0, source: 1, themes: 2, note: 3, url: 4 }, []],
    ],
    ['the first of two', ['quote', 'source', 'quote'], {}, [{ quote: 0, source: 1 }, [leftOut('quote')]]],
    ['as mapped', ['Words', 'quote', 'source'], { quote: 'words' }, [{ quote: 0, source: 2 }, [leftOut('quote')]]],
    ['one column for one field', ['quote', 'note'], { source: 'note' }, [{ source: 1, quote: 0 }, []]],
    ['none that is not there', ['quote', 'sauce'], {}, [{ quote: 0 }, [missing('source', 'quote, sauce', 'sauce')]]],
    [
      'none that was mapped in vain',
      ['quote', 'source'],
      { topic: 'subjct' },
      [{ quote: 0, source: 1 }, [missing('subjct', 'quote, source')]],
    ],
    ['nothing but what must be there', ['a', ''], {}, [{}, [missing('quote', 'a'), missing('source', 'a')]]],
    [
      'what is left out',
      ['quote', 'source', 'extra', ''],
      {},
      [{ quote: 0, source: 1 }, [leftOut('extra'), leftOut('4')]],
    ],
    [
      'every field',
      ['topic', 'quote', 'source', 'part', 'themes', 'note', 'url', 'kind', 'highlight', 'key', 'seconds'],
      {},
      [
        {
          topic: 0,
          quote: 1,
          source: 2,
          part: 3,
          themes: 4,
          note: 5,
          url: 6,
          kind: 7,
          highlight: 8,
          key: 9,
          seconds: 10,
        },
        [],
      ],
    ],
    [
      'a mapped quote that is missing, once',
      ['source'],
      { quote: 'words' },
      [{ source: 0 }, [missing('words', 'source')]],
    ],
  ])('finds %s', (_, cells, mapping, found) => {
    expect(find(cells, mapping)).toEqual(found);
  });

  it('shortens what it tells', () => {
    expect(find(['quote', 'source', 'x'.repeat(70)])).toEqual([{ quote: 0, source: 1 }, [leftOut('x'.repeat(60))]]);
    const found = 'y'.repeat(200);
    expect(find(['y'.repeat(300)])).toEqual([{}, [missing('quote', found), missing('source', found)]]);
  });
});

describe('readFrontMatter', () => {
  const read = (text: string): unknown => {
    const { values, end, problems } = readFrontMatter(text.split('\n'), 'a.md');
    return [Object.fromEntries(values), end, problems.map(({ line, details }) => [line, details['text']])];
  };

  it.each<[text: string, found: unknown]>([
    ['', [{}, 0, []]],
    ['a: b', [{}, 0, []]],
    ['---\na: b', [{}, 0, []]],
    ['---\nWords stand here.\n---', [{}, 0, []]],
    ['---\ntitle: A\n---\nb', [{ title: 'A' }, 3, []]],
    ['--- \nTitle:  "A b" \n\nauthor: \'B\'\n --- ', [{ title: 'A b', subject: 'B' }, 5, []]],
    ['---\nsubject: A\nauthor: B\n---', [{ subject: 'A' }, 4, [[3, 'author: B']]]],
    ['---\ndescription: A\nlang: pt-BR\n---', [{ tagline: 'A', language: 'pt-BR' }, 4, []]],
    ['---\ntagline: A\nlanguage: no such\n---', [{ tagline: 'A' }, 4, [[3, 'language: no such']]]],
    [
      '---\ntags:\n  - a\n- b\n# c\ntitle:\n---',
      [
        {},
        7,
        [
          [2, 'tags:'],
          [3, '- a'],
          [4, '- b'],
          [5, '# c'],
          [6, 'title:'],
        ],
      ],
    ],
    ['---\ntitle: ""\ntitle: A\n---', [{ title: 'A' }, 4, [[2, 'title: ""']]]],
    ['---\n---', [{}, 2, []]],
    [`---\nother: ${'x'.repeat(70)}\n---`, [{}, 3, [[2, `other: ${'x'.repeat(53)}`]]]],
    ['---\ntitle:A\n---', [{}, 0, []]],
    ['---\nconstructor: A\n---', [{}, 3, [[2, 'constructor: A']]]],
  ])('of %j', (text, found) => {
    expect(read(text)).toEqual(found);
  });
});

describe('registerSource', () => {
  const register = (known: readonly Source[], name: string, url?: string): unknown => {
    const sources = new Map(known.map((source) => [source.name, source]));
    const problems = registerSource(sources, url === undefined ? { name } : { name, url }, { file: 'a', line: 7 });
    return [[...sources.values()], problems.map(({ kind, line, details }) => [kind, line, details])];
  };
  const url = 'https://x.org';

  it.each<[why: string, found: unknown, expected: unknown]>([
    ['a new one', register([], 'A'), [[{ name: 'A' }], []]],
    ['a new one with its link', register([], 'A', url), [[{ name: 'A', url }], []]],
    ['one that is known', register([{ name: 'A', url }], 'A'), [[{ name: 'A', url }], []]],
    [
      'one that gets its link',
      register([{ name: 'A', kind: 'book' }], 'A', url),
      [[{ name: 'A', kind: 'book', url }], []],
    ],
    ['the same link again', register([{ name: 'A', url }], 'A', url), [[{ name: 'A', url }], []]],
    [
      'another link',
      register([{ name: 'A', url }], 'A', 'https://y.org'),
      [[{ name: 'A', url }], [['link-ignored', 7, { name: 'A', url: 'https://y.org', kept: url }]]],
    ],
    [
      'a link that may not be',
      register([], 'A', `javascript:${'x'.repeat(70)}`),
      [[], [['link-not-allowed', 7, { where: 'A', url: `javascript:${'x'.repeat(49)}` }]]],
    ],
    ['a link to mail', register([], 'A', 'mailto:a@x.org'), [[{ name: 'A', url: 'mailto:a@x.org' }], []]],
  ])('takes %s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});

describe('findNearest', () => {
  it.each<[word: string, candidates: readonly string[], nearest: string]>([
    ['tpoic', ['quote', 'topic'], 'topic'],
    ['TOPIC', ['topics', 'topic'], 'topic'],
    ['ab', ['cd'], 'cd'],
    ['ab', ['cde'], ''],
    ['abcdefghi', ['abcdefxyz'], 'abcdefxyz'],
    ['abcdefghi', ['abcdewxyz'], ''],
    ['a', [], ''],
    ['one', ['ona', 'onb'], 'ona'],
    ['x'.repeat(60), ['x'.repeat(59)], 'x'.repeat(59)],
    ['x'.repeat(61), ['x'.repeat(60)], ''],
  ])('of %s among %j is %j', (word, candidates, nearest) => {
    expect(findNearest(word, candidates)).toBe(nearest);
  });
});

describe('guessTopic', () => {
  it.each([
    ['One two.', 'One two'],
    ['One two three four five six', 'One two three four five six'],
    ['One two three four five six seven', 'One two three four five six…'],
    ['One two. Three four.', 'One two…'],
    ['One, two – three four five six; seven', 'One, two – three four five…'],
    ['One two three four five six, seven', 'One two three four five six…'],
    ['One!', 'One'],
    ['One', 'One'],
    ['…', '…'],
    ['x'.repeat(60), `${'x'.repeat(48)}…`],
    [`${'x'.repeat(40)} yyyyyyyy z`, `${'x'.repeat(40)}…`],
    [`${'x'.repeat(40)} yyyyyyy z`, `${'x'.repeat(40)} yyyyyyy…`],
    ['  One \n two ', 'One two'],
    ['', ''],
  ])('of %j is %j', (quote, topic) => {
    expect(guessTopic(quote)).toBe(topic);
  });
});

describe('names of files', () => {
  it.each([
    ['data/armon.yaml', 'armon', '.yaml', 'Armon'],
    ['C:\\notes\\my-own__notes.v2.MD', 'my-own__notes.v2', '.md', 'My own notes.v2'],
    ['.hidden', '.hidden', '', '.hidden'],
    ['a/b.c/d', 'd', '', 'D'],
    ['--.txt', '--', '.txt', 'Lessons'],
    ['', '', '', 'Lessons'],
  ])('of %j are %j, %j and %j', (file, stem, extension, title) => {
    expect([fileStem(file), fileExtension(file), titleFromFile(file)]).toEqual([stem, extension, title]);
  });
});
