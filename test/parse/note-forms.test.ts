import { describe, expect, it } from 'vitest';
import { collectNotes } from '../../src/parse/collect-notes.ts';
import { cutInlineCitation, isAttribution, isField, parseField, readAttribution } from '../../src/parse/note-lines.ts';
import { readNote } from '../../src/parse/read-note.ts';

describe('isAttribution', () => {
  it.each([
    '— Name',
    '—Name',
    '– Name',
    '―Name',
    '‒ Name',
    '~ Name',
    '~Name',
    '-- Name',
    '---Name',
    '- Name',
    '*— Name*',
    '_- Name_',
    'Source: Name',
    '**Source:** Name',
    '(Source: Name)',
    '<cite>Name</cite>',
    '<CITE>a</CITE>',
  ])('%j says where a quote is from', (line) => {
    expect(isAttribution(line)).toBe(true);
  });

  it.each([
    '',
    'Name',
    '-Name',
    '—',
    '- ',
    'a — Name',
    '<cite></cite>',
    '<cite>Name</cite>.',
    'x <cite>Name</cite>',
    `— ${'a'.repeat(320)}`,
    '*words*',
  ])('%j does not', (line) => {
    expect(isAttribution(line)).toBe(false);
  });

  it('is a line of less than 320 characters', () => {
    expect(isAttribution(`— ${'a'.repeat(317)}`)).toBe(true);
    expect(isAttribution(`— ${'a'.repeat(318)}`)).toBe(false);
  });
});

describe('parseField', () => {
  it.each<[line: string, name: string, value: string]>([
    ['Note: a: b', 'note', 'a: b'],
    ['NOTES: a', 'note', 'a'],
    ['Theme: a', 'themes', 'a'],
    ['Themes: a, b', 'themes', 'a, b'],
    ['tag: a', 'themes', 'a'],
    ['tags：a', 'themes', 'a'],
    ['Link: https://x.org', 'url', 'https://x.org'],
    ['url : https://x.org', 'url', 'https://x.org'],
    ['Topic: On x', 'topic', 'On x'],
    ['**Tags:** a', 'themes', 'a'],
    ['**Tags**: a', 'themes', 'a'],
    ['_note_: a', 'note', 'a'],
    ['#a', 'themes', ' a'],
    ['#a #2b', 'themes', ' a  2b'],
    ['#a #b-c, #d/e', 'themes', ' a  b-c,  d/e'],
  ])('reads %j', (line, name, value) => {
    expect(parseField(line)).toEqual({ name, value });
    expect(isField(line)).toBe(true);
  });

  it.each([
    '',
    'Note:',
    'Note a',
    'My note: a',
    'Words: a',
    'constructor: a',
    '# a',
    '#a b',
    '#',
    'a #b',
    'toString: a',
  ])('takes %j for words', (line) => {
    expect(parseField(line)).toBe(undefined);
    expect(isField(line)).toBe(false);
  });
});

describe('cutInlineCitation', () => {
  it.each<[text: string, before: string, after: string]>([
    ['"A." — Source: B', '"A."', 'B'],
    ['"A." — B', '"A."', 'B'],
    ['"A" -- B', '"A"', 'B'],
    ['"A" - B', '"A"', 'B'],
    ['“A” ~B', '“A”', 'B'],
    ['“A”* — B', '“A”', 'B'],
    ['«A» – B, C', '«A»', 'B, C'],
    ['「A」— B', '「A」', 'B'],
    ['"A" (Bo)', '"A"', 'Bo'],
    ['"A" and "B" (Co)', '"A" and "B"', 'Co'],
    ['A. — B', 'A.', 'B'],
    ['A! - B', 'A!', 'B'],
    ['A? -- 2019', 'A?', '2019'],
    ['A.* — [B](c)', 'A.*', '[B](c)'],
    ['A. — https://x.org', 'A.', 'https://x.org'],
    ['A. — “B”', 'A.', '“B”'],
    ['A。 — 名', 'A。', '名'],
    ['A. B. — C', 'A. B.', 'C'],
    ['"A" --- B', '"A"', 'B'],
    ['A.  --- B', 'A.', 'B'],
    ['A. —B', 'A.', 'B'],
    ['A. —  B', 'A.', 'B'],
    ['A. — <https://x.org>', 'A.', '<https://x.org>'],
    ['A. — *B*', 'A.', '*B*'],
    ['A. — [B]', 'A.', '[B]'],
    ['A. — "B" and c', 'A.', '"B" and c'],
    ['A. — @b', 'A.', '@b'],
    [`${'a '.repeat(400)}b. — C`, `${'a '.repeat(400)}b.`, 'C'],
  ])('cuts %j', (text, before, after) => {
    expect(cutInlineCitation(text)).toEqual({ before, after });
  });

  it.each([
    '',
    'A',
    '"A"',
    'A — B',
    'A. — b',
    'A.— B',
    'A. -B',
    '"A" -B',
    '"A" — ',
    '"A" (B',
    '"A" (b) c',
    '"A" — B "c"',
    'Source: B',
    '"A" (B)',
    '"A" (a(b))',
    `A. — ${'B'.repeat(200)}`,
    `"A" (${'b'.repeat(201)})`,
  ])('finds none in %j', (text) => {
    expect(cutInlineCitation(text)).toBe(undefined);
  });
});

describe('readAttribution', () => {
  it.each<[line: string, name: string, url?: string]>([
    ['— Name', 'Name'],
    ['~Name', 'Name'],
    ['--- Name', 'Name'],
    ['*— Name*', 'Name'],
    ['— *Name*', 'Name'],
    ['— Name, *Book*', 'Name, Book'],
    ['— Name, __Book__ (2)', 'Name, Book (2)'],
    ['— snake_case_name', 'snake_case_name'],
    ['Name', 'Name'],
    ['<cite>Name</cite>', 'Name'],
    ['— <cite>Name</cite>', 'Name'],
    ['Source : Name', 'Name'],
    ['[Source: Name]', 'Name'],
    ['(Source: Name', 'Name'],
    ['— Source: Name (talk)', 'Name (talk)'],
    ['— [[Name]]', 'Name'],
    ['— [[page|Name]]', 'Name'],
    ['— https://x.org/a', 'https://x.org/a', 'https://x.org/a'],
    ['— <https://x.org/a>', 'https://x.org/a', 'https://x.org/a'],
    ['— mailto:a@x.org', 'mailto:a@x.org', 'mailto:a@x.org'],
    ['— HTTP://x.org', 'HTTP://x.org', 'HTTP://x.org'],
    ['— [Name](https://x.org)', 'Name', 'https://x.org'],
    ['— Name, [Book](https://x.org)', 'Name, Book', 'https://x.org'],
    ['— [Book](https://x.org), 2019', 'Book, 2019', 'https://x.org'],
    ['— [Book](https://x.org).', 'Book', 'https://x.org'],
    ['— [Book](https://x.org/a_(b)_c)', 'Book', 'https://x.org/a_(b)_c'],
    ['— *[Book](https://x.org)*', 'Book', 'https://x.org'],
    ['— [Name]', 'Name'],
    ['— Name (https://x.org)', 'Name', 'https://x.org'],
    ['— ftp://x.org', 'ftp://x.org'],
    ['— The source: Name', 'The source: Name'],
    ['**Sources**: *Name*', 'Name'],
    ['*Source:* *Name*', 'Name'],
    ['([Source: Name])', '([Source: Name])'],
    ['[Source: Name', 'Name'],
    ['(Source: Name]', 'Name]'],
    ['[Source: Name)', 'Name)'],
    ['Source: Name)', 'Name)'],
    ['Source: Name]', 'Name]'],
    ['Source:   Name', 'Name'],
    ['— [[ Name ]]', 'Name'],
    ['— [[Name]] x', '[[Name]] x'],
    ['— x [[Name]]', 'x [[Name]]'],
    ['— <https://x.org> x', '<https://x.org> x'],
    ['— x https://x.org', 'x https://x.org'],
    ['— x <cite>Name</cite>', 'x <cite>Name</cite>'],
    ['— <cite>Name</cite> x', '<cite>Name</cite> x'],
    ['— [Book](https://x.org/a_(bcd)_e)', 'Book', 'https://x.org/a_(bcd)_e'],
    ['— [Book](https://x.org/a())', 'Book', 'https://x.org/a()'],
    ['— [Book](https://x.org/(a)bcd)', 'Book', 'https://x.org/(a)bcd'],
    ['— [Book](https://x.org) 2.', 'Book 2.', 'https://x.org'],
    ['— [Book](https://x.org),', 'Book', 'https://x.org'],
    ['— _Name_', 'Name'],
    ['—*Name*', 'Name'],
    ['— Ann *Bee* Cee', 'Ann Bee Cee'],
    ['— 2*3*4', '2*3*4'],
    ['— [a] [b]', '[a] [b]'],
  ])('reads %j', (line, name, url) => {
    expect(readAttribution(line)).toEqual(url === undefined ? { name } : { name, url });
  });

  it.each(['', '—', '— ', '**', '— Source:'])('finds nobody in %j', (line) => {
    const read = readAttribution(line);
    expect(read === undefined || read.name !== '').toBe(true);
  });

  it('of nothing is nothing', () => {
    expect(readAttribution('')).toBe(undefined);
    expect(readAttribution('— [ ](https://x.org)')).toBe(undefined);
    expect(readAttribution('<cite> </cite>')).toBe(undefined);
    expect(readAttribution('Source: ')).toBe(undefined);
  });
});

describe('collectNotes', () => {
  const blocksOf = (text: string): readonly string[] =>
    collectNotes(text.split('\n')).map((block) =>
      block.kind === 'heading'
        ? `${block.line} h${block.level} ${block.text}`
        : `${block.line} ${block.kind} ${block.lines.map(({ text: words }) => words).join('/')}`,
    );

  it.each<[why: string, text: string, blocks: readonly string[]]>([
    ['nothing', '\n \n---\n', []],
    ['headings', '# A\n### B ###\n#C', ['1 h1 A', '2 h3 B', '3 paragraph #C']],
    ['underlined headings', 'A\n===\nB\n---\nc\nd\n---', ['1 h1 A', '3 h2 B', '5 paragraph c/d']],
    ['rules that are none', 'A\n\n---\nB\n--', ['1 paragraph A', '4 paragraph B/--']],
    ['paragraphs', 'a\nb\n\nc', ['1 paragraph a/b', '4 paragraph c']],
    ['items', '- a\n* b\n1. c\n(2) d\n• e\n-f', ['1 item a', '2 item b', '3 item c', '4 item d', '5 item e/-f']],
    ['wrapped items', '- a\nb\n  c\n- d', ['1 item a/b/c', '4 item d']],
    ['nested items', '- a\n  - b\n- c', ['1 item a/b', '3 item c']],
    ['nested items behind tabs', '- a\n\t- b', ['1 item a/b']],
    ['an item of two paragraphs', '- a\n\n  b\n\nc', ['1 item a//b', '5 paragraph c']],
    ['block quotes', '> a\n> b\n>\n> c\n\n> d', ['1 quote a/b//c', '6 quote d']],
    ['nested block quotes', '>> a\n> > b', ['1 quote a/b']],
    ['a block quote in an item', '- > a\n- b', ['1 item a', '2 item b']],
    ['a lazy line of a block quote', '> a\nb', ['1 quote a/b']],
    ['a block quote behind a paragraph', 'a\n> b', ['1 paragraph a', '2 quote b']],
    ['an attribution in a block quote', '> a\n> — B\n> c', ['1 quote a/— B', '3 quote c']],
    ['a hyphen in a block quote', '> a\n> - B', ['1 quote a/- B']],
    ['an attribution behind a block quote', '> a\n\n— B', ['1 quote a/— B']],
    ['a hyphen right behind a quotation', '"a"\n- B\n- c', ['1 paragraph "a"/— B', '3 item c']],
    ['a hyphen right behind a block quote', '> a\n- B', ['1 quote a/— B']],
    ['a hyphen behind a blank line', '> a\n\n- B', ['1 quote a', '3 item B']],
    ['a hyphen behind words', 'a\n- B', ['1 paragraph a', '2 item B']],
    ['another bullet', '> a\n* B', ['1 quote a', '2 item B']],
    ['a quote in a list', '> a\n- "B"', ['1 quote a', '2 item "B"']],
    ['a list of long lines', `> a\n- ${'b'.repeat(120)}`, ['1 quote a', `2 item ${'b'.repeat(120)}`]],
    [
      'fields behind an attribution',
      '> a\n> — B\nTags: c\n\nNote: d',
      ['1 quote a/— B/Tags: c', '5 paragraph Note: d'],
    ],
    ['fields of an item', '- "a" — B\n\n  Note: c\n  d', ['1 item "a" — B/Note: c', '4 paragraph d']],
    ['a heading ends all', '- a\n# B\nc', ['1 item a', '2 h1 B', '3 paragraph c']],
    ['a rule ends all', '- a\n***\nb', ['1 item a', '3 paragraph b']],
  ])('groups %s', (_, text, blocks) => {
    expect(blocksOf(text)).toEqual(blocks);
  });

  it('counts lines from where it is told', () => {
    expect(collectNotes(['a'], 7)).toEqual([{ kind: 'paragraph', line: 7, lines: [{ number: 7, text: 'a' }] }]);
  });
});

describe('readNote', () => {
  const read = (...lines: readonly string[]): ReturnType<typeof readNote> =>
    readNote({ kind: 'quote', line: 1, lines: lines.map((text, index) => ({ number: index + 1, text })) });
  const note = (given: object): unknown => ({
    quote: '',
    isQuoted: false,
    isLeadIn: false,
    isSource: false,
    themes: [],
    ...given,
  });

  it.each<[why: string, lines: readonly string[], read: object]>([
    ['words', ['a', 'b'], { quote: 'a b' }],
    ['paragraphs', ['a', '', '', 'b', 'c'], { quote: 'a\n\nb c' }],
    ['blank lines before words', ['', 'a'], { quote: 'a' }],
    ['a quotation', ['"a"'], { quote: 'a', isQuoted: true }],
    ['an open quotation', ['"a'], { quote: '"a', isQuoted: true }],
    ['an attribution', ['a', '— B'], { quote: 'a', citation: { name: 'B' } }],
    ['an attribution on the line', ['"a" — B'], { quote: 'a', isQuoted: true, citation: { name: 'B' } }],
    ['an attribution alone', ['— B'], { isSource: true, citation: { name: 'B' } }],
    ['an attribution first', ['— B', 'a'], { quote: '— B a' }],
    ['a lead-in', ['**On x**'], { topic: 'On x', isLeadIn: true }],
    ['a lead-in with a colon', ['__On x:__'], { topic: 'On x', isLeadIn: true }],
    ['a lead-in and words', ['**On x:** "a"'], { topic: 'On x', quote: 'a', isQuoted: true }],
    ['a lead-in with a dash', ['**On x** — a'], { topic: 'On x', quote: 'a' }],
    ['a topic with a colon', ['On x: "a"'], { topic: 'On x', quote: 'a', isQuoted: true }],
    ['bold that is no lead-in', ['**** a'], { quote: '**** a' }],
    ['a quotation with a colon in it', ['"a: "b""'], { quote: 'a: "b"', isQuoted: true }],
    ['a topic that is too long', [`${'x'.repeat(121)}: "a"`], { quote: `${'x'.repeat(121)}: "a"` }],
    ['a topic of 120 letters', [`${'x'.repeat(120)}: "a"`], { topic: 'x'.repeat(120), quote: 'a', isQuoted: true }],
    ['no topic before a colon', [': "a"'], { quote: ': "a"' }],
    ['a topic as a field', ['a', 'Topic: On x'], { quote: 'a', topic: 'On x' }],
    ['two topics as fields', ['a', 'Topic: On x', 'Topic: On y'], { quote: 'a', topic: 'On x', note: 'On y' }],
    ['a topic beside a lead-in', ['**On x:** a', 'Topic: On y'], { quote: 'a', topic: 'On x', note: 'On y' }],
    ['themes', ['a', 'Tags: b, c;d|e', '#f #g'], { quote: 'a', themes: ['b', 'c', 'd', 'e', 'f', 'g'] }],
    ['notes', ['a', 'Note: b ', 'Notes: c'], { quote: 'a', note: 'b\nc' }],
    ['an address', ['a', 'Link: <https://x.org>'], { quote: 'a', url: 'https://x.org' }],
    ['two addresses', ['a', 'Link: b', 'URL: c', 'Note: d'], { quote: 'a', url: 'b', note: 'd\nc' }],
    ['a field first', ['Note: a', 'b'], { quote: 'Note: a b' }],
    ['a lead-in with fields', ['**On x**', 'Note: b'], { topic: 'On x', note: 'b' }],
    ['an attribution with fields', ['— B', 'Note: b'], { quote: '— B', note: 'b' }],
    ['a lead-in with a source', ['**On x**', '— B'], { topic: 'On x', citation: { name: 'B' } }],
  ])('reads %s', (_, lines, given) => {
    expect(read(...lines)).toEqual(note(given));
  });
});
