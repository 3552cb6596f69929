import { describe, expect, it } from 'vitest';
import { lessonsOf } from '../../src/model/library.ts';
import { severityOf } from '../../src/model/problem.ts';
import { finishImport } from '../../src/parse/finish-import.ts';
import { parseImport } from '../../src/parse/parse-import.ts';
import { parseNotes } from '../../src/parse/parse-notes.ts';
import { parseTable } from '../../src/parse/parse-table.ts';
import { explainThemes, suggestThemes } from '../../src/parse/suggest-themes.ts';
import { makeLesson, makeLibrary } from '../make-library.ts';

const QUOTE = '> Words.\n> — A\n';

describe('parseNotes', () => {
  const told = (text: string, title?: string): readonly unknown[] =>
    parseNotes(text, 'my-notes.md', title).problems.map(({ kind, file, line, details }) => {
      expect(file).toBe('my-notes.md');
      return [kind, line, Object.values(details).join(' / ')];
    });
  const lessons = (text: string): readonly string[] =>
    lessonsOf(parseNotes(text, 'my-notes.md').library).map(
      ({ id, topic, quote, source, note }) =>
        `${id} ${topic}: ${quote} (${source})${note === undefined ? '' : ` ${note}`}`,
    );
  const part = '# T\n\n## P\n\n';

  it.each<[why: string, text: string, problems: readonly unknown[]]>([
    [
      'nothing',
      '',
      [
        ['title-guessed', 1, 'My notes'],
        ['no-lessons', 1, ''],
      ],
    ],
    ['a title alone', '# T', [['no-lessons', 1, '']]],
    [
      'a part alone',
      '# T\n## P',
      [
        ['part-empty', 2, '1 / P'],
        ['no-lessons', 2, ''],
      ],
    ],
    ['lessons without a part', `# T\n${QUOTE}`, [['part-guessed', 2, 'T']]],
    ['lessons without a title', `## P\n${QUOTE}`, [['title-guessed', 1, 'My notes']]],
    ['two headings of one level', `# P\n${QUOTE}\n# Q\n${QUOTE}`, [['title-guessed', 1, 'My notes']]],
    ['a part as the only heading', `# Part 1: P\n${QUOTE}`, [['title-guessed', 1, 'My notes']]],
    ['a title in a line of its own', `My title\n\n## P\n${QUOTE}`, []],
    ['a bold title', `**My title**\n\n## P\n${QUOTE}`, []],
    ['a sentence above', `A sentence.\n\n## P\n${QUOTE}`, [['title-guessed', 1, 'My notes']]],
    ['a long line above', `${'a'.repeat(81)}\n\n## P\n${QUOTE}`, [['title-guessed', 1, 'My notes']]],
    ['a line of eighty letters above', `${'a'.repeat(80)}\n\n## P\n${QUOTE}`, []],
    ['two lines above', `a\nb\n\n## P\n${QUOTE}`, [['title-guessed', 1, 'My notes']]],
    [
      'an item above',
      `- "a" — B\n\n## P\n${QUOTE}`,
      [
        ['title-guessed', 1, 'My notes'],
        ['part-guessed', 1, 'My notes'],
      ],
    ],
    ['a title in front and above', `---\ntitle: A\n---\n# B\n\n## P\n${QUOTE}`, [['line-left-out', 2, 'A']]],
    ['the same title twice', `---\ntitle: B\n---\n# B\n\n## P\n${QUOTE}`, []],
    ['a title in front alone', `---\ntitle: A\nother: x\n---\n## P\n${QUOTE}`, [['line-left-out', 3, 'other: x']]],
    [
      'a note without a source',
      `${part}> Words.`,
      [
        ['source-missing', 5, '1.1 / notes / 6 / 20000'],
        ['part-empty', 3, '1 / P'],
      ],
    ],
    [
      'a quotation without a source',
      `${part}"Words."`,
      [
        ['source-missing', 5, '1.1 / notes / 6 / 20000'],
        ['part-empty', 3, '1 / P'],
      ],
    ],
    [
      'a quotation that is open',
      `${part}> "Words.\n> — A`,
      [
        ['quote-unclosed', 5, '1.1 / notes / 7 / 20000'],
        ['part-empty', 3, '1 / P'],
        ['no-lessons', 6, ''],
      ],
    ],
    [
      'a name alone',
      `${part}- — A`,
      [
        ['line-left-out', 5, 'A'],
        ['part-empty', 3, '1 / P'],
        ['no-lessons', 5, ''],
      ],
    ],
    [
      'a quote that is too long',
      `${part}> ${'a'.repeat(20_001)}\n> — A`,
      [
        ['quote-too-long', 5, '1.1 / notes / 20001 / 20000'],
        ['part-empty', 3, '1 / P'],
        ['no-lessons', 6, ''],
      ],
    ],
    [
      'words before any quote',
      `${part}Prose, at some length${'.'.repeat(70)}\n\n${QUOTE}`,
      [['line-unreadable', 5, `Prose, at some length${'.'.repeat(39)}`]],
    ],
    ['a source that nothing needs', `${part}Source: A\n\n${QUOTE}`, [['line-left-out', 5, 'A']]],
    ['two sources', `${part}Source: A\n\nSource: B\n\n- words`, [['line-left-out', 5, 'A']]],
    ['a source below a lesson', `${part}${QUOTE}\nSource: B`, [['quote-missing', 8, '1.2 / notes / 0 / 20000']]],
    [
      'a topic that nothing has',
      `${part}### On x\n\n## Q\n${QUOTE}`,
      [
        ['line-left-out', 5, 'On x'],
        ['part-empty', 3, '1 / P'],
      ],
    ],
    ['two lead-ins', `${part}**On x**\n\n**On y**\n\n${QUOTE}`, [['line-left-out', 5, 'On x']]],
    ['a lead-in at the end', `${part}${QUOTE}\n**On x**`, [['line-left-out', 8, 'On x']]],
    [
      'part numbers twice',
      `# T\n## Part 2: P\n${QUOTE}\n## Part 2: Q\n${QUOTE}`,
      [['part-number-duplicate', 6, '2 / 2']],
    ],
    ['a link that may not be', `${part}> Words.\n> — [A](javascript:x)`, [['link-not-allowed', 5, 'A / javascript:x']]],
    [
      'two links',
      `${part}> Words.\n> — [A](https://x.org)\n> Link: https://y.org`,
      [['link-ignored', 5, 'A / https://y.org / https://x.org']],
    ],
  ])('tells of %s', (_, text, problems) => {
    expect(told(text)).toEqual(problems);
  });

  it('takes the title that it is given, and tells of those in the text', () => {
    expect(told(`# B\n\n## P\n${QUOTE}`, 'A')).toEqual([['line-left-out', 1, 'B']]);
    expect(parseNotes(`# Lessons from Ada\n\n## P\n${QUOTE}`, 'a.md').library).toMatchObject({
      name: 'a',
      title: 'Lessons from Ada',
      subject: 'Ada',
      tagline: '',
      intro: '',
      language: 'en',
    });
    const front = '---\nsubject: S\ntagline: G\nlang: de\n---\n';
    expect(parseNotes(`${front}# T\n\nIntro\nof two.\n\nAnd more.\n\n## P\n${QUOTE}`, 'a.md').library).toMatchObject({
      subject: 'S',
      tagline: 'G',
      intro: 'Intro of two.\n\nAnd more.',
      language: 'de',
    });
  });

  it.each<[why: string, text: string, found: readonly string[]]>([
    [
      'topics of headings, for all that follows',
      `${part}### 1. On x\n${QUOTE}\n${QUOTE}`,
      ['1.1 On x: Words. (A)', '1.2 On x: Words. (A)'],
    ],
    [
      'topics of lead-ins, for one',
      `${part}- **On x**\n- "Words." — A\n- "More." — A`,
      ['1.1 On x: Words. (A)', '1.2 More: More. (A)'],
    ],
    [
      'topics of lead-ins above a list, for the list',
      `${part}**On x**\n- "Words." — A\n- "More." — A\n\n> Else.\n> — A`,
      ['1.1 On x: Words. (A)', '1.2 On x: More. (A)', '1.3 On x: Else. (A)'],
    ],
    ['their own topics first', `${part}### On x\n- **On y:** "Words." — A`, ['1.1 On y: Words. (A)']],
    [
      'sources of headings',
      `${part}Source: B\n\n- words of mine\n- "Words." — A`,
      ['1.1 words of mine: words of mine (B)', '1.2 Words: Words. (A)'],
    ],
    [
      'no sources of the heading before',
      `${part}Source: B\n\n- words\n\n## Q\n\n- "Words." — A`,
      ['1.1 words: words (B)', '2.1 Words: Words. (A)'],
    ],
    ['notes below a lesson', `${part}${QUOTE}\nA note.\n\nOf two.`, ['1.1 Words: Words. (A) A note.\n\nOf two.']],
    [
      'part numbers',
      `# T\n## Part 3: P\n${QUOTE}\n## Q\n${QUOTE}\n## Part 5\n${QUOTE}`,
      ['3.1 Words: Words. (A)', '4.1 Words: Words. (A)', '5.1 Words: Words. (A)'],
    ],
  ])('finds %s', (_, text, found) => {
    expect(lessons(text)).toEqual(found);
  });

  it('marks topics that it made, and no others', () => {
    const { guessedTopics, library } = parseNotes(`${part}${QUOTE}\n- **On x:** "Words." — A`, 'a.md');
    expect([...guessedTopics]).toEqual(['1.1']);
    expect(library.parts[0]?.lessons[1]).toEqual({
      id: '1.2',
      part: 1,
      number: 2,
      topic: 'On x',
      quote: 'Words.',
      source: 'A',
      themes: [],
      key: false,
      line: 8,
    });
  });

  it('keeps parts without a name of their own', () => {
    expect(parseNotes(`# T\n## Part 5\n${QUOTE}`, 'a.md').library.parts[0]?.title).toBe('Part 5');
    expect(parseNotes(`# T\n${QUOTE}`, 'a.md').library.parts[0]).toMatchObject({ number: 1, title: 'T' });
  });
});

describe('parseTable', () => {
  const parse = (text: string, mapping: Readonly<Record<string, string>> = {}): ReturnType<typeof parseTable> =>
    parseTable(text, 'my-table.csv', { title: 'T', mapping: new Map(Object.entries(mapping)) });
  const told = (text: string): readonly unknown[] =>
    parse(text).problems.map(({ kind, line, details }) => [kind, line, Object.values(details).join(' / ')]);
  const HEAD = 'quote,source,topic,part,themes,note,url,kind,highlight,key,seconds\n';
  const row = (given: Readonly<Record<string, string>>): string =>
    `${HEAD.trim()
      .split(',')
      .map((name) => `"${{ quote: 'Words here.', source: 'A', topic: 'On x', part: 'P', ...given }[name] ?? ''}"`)
      .join(',')}\n`;

  it('reads a row whole', () => {
    const given = {
      themes: 'a, b;c|a',
      note: 'N',
      url: 'https://x.org',
      kind: 'Book',
      highlight: 'here',
      key: 'Yes',
      seconds: '12.5',
      quote: '“Words here.”',
    };
    expect(parse(HEAD + row(given))).toMatchObject({
      form: 'table',
      problems: [],
      library: {
        name: 'my-table',
        title: 'T',
        subject: '',
        tagline: '',
        intro: '',
        language: 'en',
        sources: [{ name: 'A', url: 'https://x.org', kind: 'book' }],
        parts: [
          {
            number: 1,
            title: 'P',
            lessons: [
              {
                id: '1.1',
                part: 1,
                number: 1,
                topic: 'On x',
                quote: 'Words here.',
                source: 'A',
                themes: ['a', 'b', 'c'],
                highlight: 'here',
                key: true,
                note: 'N',
                seconds: 12.5,
                line: 2,
              },
            ],
          },
        ],
      },
    });
  });

  it('leaves out what a row leaves out, guesses topics, and gathers parts', () => {
    const text = HEAD + row({ topic: '' }) + row({ part: 'Q' }) + row({ key: 'no' }) + row({ part: '' });
    const { library, guessedTopics, problems } = parse(text);
    expect(library && lessonsOf(library).map(({ id, topic }) => [id, topic])).toEqual([
      ['1.1', 'Words here'],
      ['1.2', 'On x'],
      ['2.1', 'On x'],
      ['3.1', 'On x'],
    ]);
    expect(library?.parts.map(({ title }) => title)).toEqual(['P', 'Q', 'T']);
    expect(library?.parts[0]?.lessons[0]).not.toHaveProperty('note');
    expect(library?.parts[0]?.lessons[0]).not.toHaveProperty('seconds');
    expect(library?.parts[0]?.lessons[0]).not.toHaveProperty('highlight');
    expect([...guessedTopics]).toEqual(['1.1']);
    expect(problems).toEqual([{ kind: 'part-guessed', file: 'my-table.csv', line: 5, details: { title: 'T' } }]);
  });

  it.each(['true', 'YES', 'x', '1'])('%s is a key lesson', (key) => {
    expect(parse(HEAD + row({ key })).library?.parts[0]?.lessons[0]?.key).toBe(true);
  });

  it.each(['', 'false', 'No', '0'])('%j is none', (key) => {
    expect(parse(HEAD + row({ key })).library?.parts[0]?.lessons[0]?.key).toBe(false);
  });

  it.each<[why: string, text: string, problems: readonly unknown[]]>([
    ['nothing', '', [['document-empty', 1, '']]],
    ['a mark that is not closed', 'quote,source\n"a', [['syntax', 2, expect.stringContaining('not closed')]]],
    ['a head alone', HEAD, [['no-lessons', 1, '']]],
    ['no quote', HEAD + row({ quote: '' }), [['quote-missing', 2, 'On x']]],
    ['an empty quotation', HEAD + row({ quote: '“ ”' }), [['quote-missing', 2, 'On x']]],
    ['no source', HEAD + row({ source: '', topic: '' }), [['source-missing', 2, 'Words here.']]],
    ['a long topic', HEAD + row({ source: '', topic: 'x'.repeat(50) }), [['source-missing', 2, 'x'.repeat(40)]]],
    [
      'a quote that is too long',
      HEAD + row({ quote: 'a'.repeat(20_001) }),
      [['quote-too-long', 2, 'On x / 20001 / 20000']],
    ],
    [
      'a highlight that is elsewhere',
      HEAD + row({ highlight: 'y'.repeat(70) }),
      [['highlight-not-in-quote', 2, `On x / ${'y'.repeat(60)}`]],
    ],
    [
      'seconds that are none',
      HEAD + row({ seconds: 'soon' }),
      [['field-wrong', 2, 'seconds /  / soon / a number of seconds']],
    ],
    ['no seconds', HEAD + row({ seconds: '0' }), [['field-wrong', 2, 'seconds /  / 0 / a number of seconds']]],
    [
      'a key that is none',
      HEAD + row({ key: 'z'.repeat(70) }),
      [['field-wrong', 2, `key /  / ${'z'.repeat(60)} / yes or no`]],
    ],
    ['a part of a key', HEAD + row({ key: 'yesterday' }), [['field-wrong', 2, 'key /  / yesterday / yes or no']]],
    [
      'a kind that is none',
      HEAD + row({ kind: 'x' }),
      [['field-wrong', 2, 'kind /  / x / one of blog, article, podcast, video, paper, talk, book, other']],
    ],
    [
      'two kinds',
      HEAD + row({ kind: 'book' }) + row({ kind: 'talk' }) + row({ kind: 'book' }) + row({}),
      [['line-left-out', 3, 'kind: talk, as A is a book above']],
    ],
    ['a kind later', HEAD + row({}) + row({ kind: 'book' }), []],
    ['a link', HEAD + row({ url: 'ftp://x' }), [['link-not-allowed', 2, 'A / ftp://x']]],
    [
      'a row that is too long',
      `quote,source\n${'w'.repeat(70)},A,more\n`,
      [['row-too-long', 2, `3 / 2 / ${'w'.repeat(60)}`]],
    ],
    ['a row with empty cells behind', 'quote,source\nWords,A,,\n', [['part-guessed', 2, 'T']]],
    ['a column that is missing, alone', 'quote\nWords', [['column-missing', 1, 'source / quote / ']]],
  ])('tells of %s', (_, text, problems) => {
    expect(told(text)).toEqual(problems);
  });

  it('of a table without a title tells where it has it from', () => {
    const { problems, library } = parseTable(HEAD + row({}), 'my-table.csv', { mapping: new Map() });
    expect(problems).toEqual([
      { kind: 'title-guessed', file: 'my-table.csv', line: 1, details: { title: 'My table' } },
    ]);
    expect(library?.title).toBe('My table');
    expect(parseTable(HEAD + row({}), 'a.csv', { title: 'Lessons by Ada', mapping: new Map() }).library?.subject).toBe(
      'Ada',
    );
  });

  it('keeps its problems and gives no library where there is an error', () => {
    const { library, problems } = parse(HEAD + row({}) + row({ quote: '' }));
    expect(library).toBe(undefined);
    expect(problems).toHaveLength(1);
  });
});

describe('parseImport', () => {
  const formOf = async (
    text: string,
    file: string,
    columns: Readonly<Record<string, string>> = {},
  ): Promise<string> => {
    const read = await parseImport(text, file, { columns: new Map(Object.entries(columns)) });
    return `${read.form} ${read.library === undefined ? 'none' : lessonsOf(read.library).length}`;
  };
  const DOCUMENT = 'T\n\nPart 1: P\n\n1. On x: "A." — Source: [S]\n';

  it.each<[why: string, text: string, file: string, form: string]>([
    ['nothing', ' \n', 'a.md', 'document none'],
    ['a table', 'quote,source\na,b', 'a.csv', 'table 1'],
    ['a table with tabs', 'quote\tsource\na\tb', 'a.TSV', 'table 1'],
    ['a library', 'title: T\nparts: [{title: P, lessons: [{topic: a, quote: b, source: c}]}]', 'a.yml', 'curated 1'],
    [
      'a library in JSON',
      '{"title": "T", "parts": [{"title": "P", "lessons": [{"topic": "a", "quote": "b", "source": "c"}]}]}',
      'a.json',
      'curated 1',
    ],
    ['a lessons document', DOCUMENT, 'a.md', 'document 1'],
    ['a lessons document with a title', DOCUMENT, 'a', 'document 1'],
    ['notes', `# T\n\n## P\n\n${QUOTE}`, 'a.txt', 'markdown 1'],
    ['notes whose parts are called parts', `# T\n\n## Part 1: P\n\n${QUOTE}`, 'a.md', 'markdown 1'],
    [
      'headings with lessons as in a document',
      '# T\n\n## Part 1: P\n\n1. On x: "A." — Source: [S]\n',
      'a.md',
      'document 1',
    ],
    ['words in Markdown', 'words', 'a.md', 'markdown none'],
    ['words in Markdown, called in full', 'words', 'a.markdown', 'markdown none'],
    ['words in a text', 'words', 'a.txt', 'document none'],
  ])('reads %s', async (_, text, file, form) => {
    expect(await formOf(text, file)).toBe(form);
  });

  it('reads as a table whatever has columns named for it', async () => {
    expect(await formOf('words,source\na,b', 'a.txt', { quote: 'words' })).toBe('table 1');
  });

  it('takes the title that it is given, in every form', async () => {
    for (const [text, file] of [
      [DOCUMENT, 'a.txt'],
      [`# T\n\n## P\n\n${QUOTE}`, 'a.md'],
      ['quote,source\na,b', 'a.csv'],
    ] as const) {
      const { library } = await parseImport(text, file, { title: 'Mine', columns: new Map() });
      expect(library?.title).toBe('Mine');
    }
    expect((await parseImport(DOCUMENT, 'a.txt', { columns: new Map() })).library?.title).toBe('T');
  });
});

describe('finishImport', () => {
  const library = makeLibrary([makeLesson('1.1')]);
  const at = (
    kind: 'title-guessed' | 'quote-missing',
    line: number,
  ): Parameters<typeof finishImport>[2]['problems'][number] => ({
    kind,
    file: 'a',
    line,
    details: {},
  });

  it('sorts what is told, and gives a library where nothing is wrong', () => {
    const warnings = [at('title-guessed', 3), at('title-guessed', 1)];
    expect(finishImport('table', library, { problems: warnings })).toEqual({
      form: 'table',
      library,
      guessedTopics: new Set(),
      problems: [...warnings].reverse(),
    });
    expect(finishImport('table', undefined, { problems: [] })).not.toHaveProperty('library');
    const wrong = finishImport('table', library, {
      problems: [at('quote-missing', 1)],
      guessedTopics: new Set(['1.1']),
    });
    expect(wrong).not.toHaveProperty('library');
    expect(wrong.guessedTopics).toEqual(new Set(['1.1']));
    expect(severityOf(at('quote-missing', 1))).toBe('error');
  });
});

describe('themes by words', () => {
  const theme = (name: string, ...terms: readonly string[]): Parameters<typeof suggestThemes>[1][number] => ({
    name,
    title: name,
    description: '',
    icon: '',
    glyph: '',
    terms,
  });
  const explain = (text: string, ...terms: readonly string[]): unknown =>
    explainThemes(makeLibrary([makeLesson('1.1', { topic: '', quote: text })]), [theme('t', ...terms)]).get('1.1')?.[0]
      ?.words;

  it.each<[text: string, term: string]>([
    ['policies', 'policy'],
    ['running', 'run'],
    ['calling', 'call'],
    ['passing', 'pass'],
    ['buzzing', 'buzz'],
    ['scaling', 'scale'],
    ['scales', 'scale'],
    ['focus', 'focus'],
    ['process', 'process'],
    ['ties', 'ties'],
    ['Zero-trust', 'zero trust'],
    ['keys', 'key'],
    ['sing', 'sing'],
  ])('%j has the term %j', (text, term) => {
    expect(explain(text, term)).toEqual([text.toLowerCase().replace('-', ' ')]);
  });

  it.each<[text: string, term: string]>([
    ['focu', 'focus'],
    ['proces', 'process'],
    ['the', 'th'],
    ['zero some trust', 'zero trust'],
    ['as', 'a'],
    ['king', 'k'],
  ])('%j has not the term %j', (text, term) => {
    expect(explain(text, term)).toBe(undefined);
  });

  it('counts a term once, however often it is listed', () => {
    const library = makeLibrary([makeLesson('1.1', { topic: '', quote: 'tool work' })]);
    expect(explainThemes(library, [theme('b', 'work', 'works'), theme('a', 'tool', 'tools', '')]).get('1.1')).toEqual([
      { theme: 'b', words: ['work'] },
      { theme: 'a', words: ['tool'] },
    ]);
  });

  it('explains lessons without tags alone, and those that have something', () => {
    const library = makeLibrary([
      makeLesson('1.1', { quote: 'tool', themes: ['x'] }),
      makeLesson('1.2', { quote: 'tool' }),
      makeLesson('1.3', { topic: 'x', quote: 'none' }),
    ]);
    expect([...explainThemes(library, [theme('a', 'tool')]).keys()]).toEqual(['1.2']);
    const { library: tagged, suggested } = suggestThemes(library, [theme('a', 'tool')]);
    expect(suggested).toBe(1);
    expect(lessonsOf(tagged).map(({ themes }) => themes)).toEqual([['x'], ['a'], []]);
  });

  it('gives all terms that were found, from topic and quote', () => {
    const library = makeLibrary([makeLesson('1.1', { topic: 'Tools', quote: 'a hammer and a tool' })]);
    expect(explainThemes(library, [theme('a', 'hammer', 'tool')]).get('1.1')).toEqual([
      { theme: 'a', words: ['tools', 'hammer', 'tool'] },
    ]);
  });
});
