import { describe, expect, it } from 'vitest';
import { lessonsOf } from '../../src/model/library.ts';
import { readAttribution } from '../../src/parse/note-lines.ts';
import { parseImport } from '../../src/parse/parse-import.ts';
import { closersOf, isBalanced } from '../../src/parse/quotation-marks.ts';
import { isUnclosed, unquoted } from '../../src/parse/unquoted.ts';

describe('unquoted', () => {
  it.each([
    ['"A"', 'A'],
    [' **“A b.”** ', 'A b.'],
    ['_"A"._', 'A'],
    ['"A";', 'A'],
    ['“A “b” c”', 'A “b” c'],
    ['“A “b””', 'A “b”'],
    ['“A “b” and “c” d”', 'A “b” and “c” d'],
    ['“A “b “c” d” e”', 'A “b “c” d” e'],
    ['‚A‘ und ‚B‘', 'A‘ und ‚B'],
    [' "A" ', 'A'],
    ['*"A" ', 'A'],
    ['“A "b" “c” d”', 'A "b" “c” d'],
    ['„A „b“ c“', 'A „b“ c'],
    ['«A»', 'A'],
    ['»A«', 'A'],
    ['‘Don’t say ‘no’ to it’', 'Don’t say ‘no’ to it'],
    ['"A ("b") c"', 'A ("b") c'],
    ['"A "b""', 'A "b"'],
    ['"A—"b" c"', 'A—"b" c'],
    ['“A"', 'A'],
  ])('takes off the marks around the whole of %s', (text, words) => {
    expect(unquoted(text)).toBe(words);
  });

  it.each([
    '“A” and “B”',
    '“A”, “B” and “C”',
    '„A“ und „B“',
    '«A» et «B»',
    '"A" and "B"',
    '“A” and B',
    'A “b”',
    '""',
    '"A',
    '“A “b”',
    '',
    '*',
  ])('leaves %j, whose marks are words', (text) => {
    expect(unquoted(text)).toBe(undefined);
  });

  it.each([
    ['“A', true],
    ['*"A b', true],
    ['“A” b', false],
    ['A b', false],
    ['"A" b', false],
  ])('%j is unclosed: %s', (text, unclosed) => {
    expect(isUnclosed(text)).toBe(unclosed);
  });
});

describe('quotation marks', () => {
  it.each([
    ['“A”', true],
    ['“A “b”', false],
    ['“A "b" c"', true],
    ['«A «b»', false],
    ['"A "b"', true],
    ['', true],
  ])('of %j are balanced: %s', (text, balanced) => {
    expect(isBalanced(text)).toBe(balanced);
  });

  it('a character that opens nothing closes itself', () => {
    expect(closersOf('x')).toBe('x');
    expect(closersOf('“')).toBe('”"');
  });
});

describe('readAttribution', () => {
  it.each([
    ['— Name', { name: 'Name' }],
    ['— **Source:** Name', { name: 'Name' }],
    ['**Source:** Name', { name: 'Name' }],
    ['— *Source*: Name', { name: 'Name' }],
    ['(Source: Name)', { name: 'Name' }],
    ['Sources: Name', { name: 'Name' }],
    ['— Source: [Name](https://example.org)', { name: 'Name', url: 'https://example.org' }],
  ])('reads %j', (line, citation) => {
    expect(readAttribution(line)).toEqual(citation);
  });
});

describe('parseImport', () => {
  it('keeps the marks of two quotations in one', async () => {
    const text = '# Notes\n\n## One\n\n> “Simple” and “easy”\n> — **Source:** A talk\n';
    const { library } = await parseImport(text, 'notes.md', { columns: new Map() });
    expect(library && lessonsOf(library)).toMatchObject([{ quote: '“Simple” and “easy”', source: 'A talk' }]);
  });
});
