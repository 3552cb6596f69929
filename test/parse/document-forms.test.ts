import { describe, expect, it } from 'vitest';
import { collectBlocks, isLessonLine } from '../../src/parse/collect-blocks.ts';
import { splitLines } from '../../src/parse/document-lines.ts';
import { cutCitation, parseCitation, startsWithCitation } from '../../src/parse/parse-citation.ts';
import { parseMarker } from '../../src/parse/parse-marker.ts';
import { parsePartHeading, withoutHeadingMarks } from '../../src/parse/parse-part-heading.ts';

describe('parseMarker', () => {
  it.each<[line: string, read: object]>([
    ['3. On x', { marked: true, number: 3, text: 'On x' }],
    ['3) On x', { marked: true, number: 3, text: 'On x' }],
    ['(3) On x', { marked: true, number: 3, text: 'On x' }],
    ['3.4. On x', { marked: true, part: 3, number: 4, text: 'On x' }],
    ['3.4 On x', { marked: true, part: 3, number: 4, text: 'On x' }],
    ['- On x', { marked: true, text: 'On x' }],
    ['\\- On x', { marked: true, text: 'On x' }],
    ['•  On x', { marked: true, text: 'On x' }],
    ['- 3. On x', { marked: true, number: 3, text: 'On x' }],
    ['### 3. On x', { marked: true, number: 3, text: 'On x' }],
    ['**3.** On x', { marked: true, number: 3, text: 'On x' }],
    ['**3. On x:**', { marked: true, number: 3, text: '**On x:**' }],
    ['_3.4_ On x', { marked: true, part: 3, number: 4, text: 'On x' }],
    ['_3.4 On x_', { marked: true, part: 3, number: 4, text: '_On x_' }],
    ['3.*On x*', { marked: true, number: 3, text: '*On x*' }],
    ['On x', { marked: false, text: 'On x' }],
    ['### On x', { marked: false, text: 'On x' }],
    ['3.On x', { marked: false, text: '3.On x' }],
    ['3 On x', { marked: false, text: '3 On x' }],
    ['-On x', { marked: false, text: '-On x' }],
    ['1234567. On x', { marked: false, text: '1234567. On x' }],
    ['In 3.4 On x', { marked: false, text: 'In 3.4 On x' }],
  ])('reads %j', (line, read) => {
    expect(parseMarker(line)).toEqual(read);
  });
});

describe('parsePartHeading', () => {
  it.each<[line: string, number: number, title: string]>([
    ['Part 1: Words', 1, 'Words'],
    ['PART 1', 1, ''],
    ['part one - Words', 1, 'Words'],
    ['Part twelve — Words', 12, 'Words'],
    ['Part IV. Words', 4, 'Words'],
    ['Part ix: Words', 9, 'Words'],
    ['Part xiv: Words', 14, 'Words'],
    ['Part xl: Words', 40, 'Words'],
    ['Part XC | Words', 90, 'Words'],
    ['Part 3 ) Words', 3, 'Words'],
    ['Part 3：Words', 3, 'Words'],
    ['**Part 3:** Words', 3, 'Words'],
    ['**Part 3: Words**', 3, 'Words'],
    ['*Part 3* Words', 3, 'Words'],
    ['## Part 3 Words ##', 3, 'Words'],
    ['Part  3   : *Words*', 3, 'Words'],
    ['Part 3:', 3, ''],
    ['Part 15 :: Words: more', 15, 'Words: more'],
    ['# Part 3 Words: more', 3, 'Words: more'],
    ['Part xx: Words', 20, 'Words'],
  ])('reads %j', (line, number, title) => {
    expect(parsePartHeading(line)).toEqual({ number, title });
  });

  it.each([
    'Part 2 was harder',
    'Part of it',
    'Part one was harder',
    'Part 0: Words',
    'Part thirteen: Words',
    'Part 1234567: Words',
    'Part 3a: Words',
    'Part iiz: Words',
    'Part zii: Words',
    'Part 3 words: more',
    'Part',
    'Party 1: Words',
    'In Part 1: Words',
    'Parts 1: Words',
  ])('takes %j for words', (line) => {
    expect(parsePartHeading(line)).toBe(undefined);
  });
});

describe('withoutHeadingMarks', () => {
  it.each([
    ['# A', 'A'],
    ['###### A b ######', 'A b'],
    ['####### A', '####### A'],
    ['#A', '#A'],
    ['# A#', 'A#'],
    ['# A # b', 'A # b'],
    ['# A #######', 'A #######'],
    ['A', 'A'],
    [' # A', ' # A'],
  ])('of %j leaves %j', (line, words) => {
    expect(withoutHeadingMarks(line)).toBe(words);
  });
});

describe('splitLines', () => {
  it('drops blank lines and rules, and knows where paragraphs begin', () => {
    const text = 'a\n b \r\n\r\nc\r---\rd\n\n***\n===\n———\n––\n* * *\n- - -\n___\ne\n--\n-=-\nf';
    expect(splitLines(text).map(({ number, text: words, opensParagraph }) => [number, words, opensParagraph])).toEqual([
      [1, 'a', true],
      [2, 'b', false],
      [4, 'c', true],
      [6, 'd', true],
      [15, 'e', true],
      [16, '--', false],
      [17, '-=-', false],
      [18, 'f', false],
    ]);
  });
});

describe('cutCitation', () => {
  it.each<[text: string, before: string, after: string]>([
    ['"A." — Source: [B]', '"A."', '[B]'],
    ['"A." - sources：B', '"A."', 'B'],
    ['"A." — **Source:** B', '"A."', 'B'],
    ['"A." — *Source*: B', '"A."', 'B'],
    ['"A." (Source: B)', '"A."', 'B'],
    ['"A." [Source: B]', '"A."', 'B'],
    ['"A." (Source: B', '"A."', 'B'],
    ['"A." — Source: B (talk)', '"A."', 'B (talk)'],
    ['"A." — Source: Open Source: B', '"A."', 'Open Source: B'],
    ['A — Source: B — Source: C', 'A — Source: B', 'C'],
    ['"Source: A." — Source: B', '"Source: A."', 'B'],
    ['Source: B', '', 'B'],
    ['— Source:', '', ''],
  ])('cuts %j', (text, before, after) => {
    expect(cutCitation(text)).toEqual({ before, after });
  });

  it.each(['', 'Resource: B', 'Source B', '2sources: B'])('finds none in %j', (text) => {
    expect(cutCitation(text)).toBe(undefined);
  });

  it.each([
    ['— Source: B', true],
    ['(Source: B)', true],
    ['[Sources: B]', true],
    ['**Source**: B', true],
    ['Source：B', true],
    ['The source: B', false],
    ['Source B', false],
    ['', false],
  ])('%j starts with one: %s', (line, starts) => {
    expect(startsWithCitation(line)).toBe(starts);
  });
});

describe('parseCitation', () => {
  it.each<[text: string, read: object | undefined]>([
    ['[B]', { name: 'B' }],
    ['[ B ].', { name: 'B' }],
    ['[B]**;', { name: 'B' }],
    ['[B]( https://x.org )', { name: 'B', url: 'https://x.org' }],
    ['[B](https://x.org).', { name: 'B', url: 'https://x.org' }],
    ['[B [c] d]', { name: 'B [c] d' }],
    ['[B](', undefined],
    ['[](https://x.org)', undefined],
    ['[]', undefined],
    ['[B], [C]', undefined],
    ['[B] c', undefined],
    ['B', { name: 'B' }],
    ['*B*', { name: 'B' }],
    ['B (https://x.org)', { name: 'B', url: 'https://x.org' }],
    ['B (HTTP://x.org )', { name: 'B', url: 'HTTP://x.org' }],
    ['B (mailto:a@x.org)', { name: 'B', url: 'mailto:a@x.org' }],
    ['*B* (https://x.org)', { name: 'B', url: 'https://x.org' }],
    ['B (talk)', { name: 'B (talk)' }],
    ['B (javascript:x)', { name: 'B (javascript:x)' }],
    ['B (see https://x.org)', { name: 'B (see https://x.org)' }],
    ['(https://x.org)', { name: '(https://x.org)' }],
    ['B (https://x.org) c', { name: 'B (https://x.org) c' }],
    ['“B”', { name: '“B”' }],
    ['the dogs’', { name: 'the dogs’' }],
    ['B”', undefined],
    ['', undefined],
  ])('reads %j', (text, read) => {
    expect(parseCitation(text)).toEqual(read);
  });
});

describe('collectBlocks', () => {
  const blocksOf = (text: string): readonly unknown[] =>
    collectBlocks(splitLines(text)).map((block) =>
      block.kind === 'part' ? `part ${block.heading.number}` : `${block.kind} ${block.line}: ${block.text}`,
    );

  it.each<[why: string, text: string, blocks: readonly string[]]>([
    ['nothing', '', []],
    [
      'a part, a lesson, a stray line',
      'Part 1: A\n1. On x: "A." — Source: [S]\n\nwords',
      ['part 1', 'lesson 2: On x: "A." — Source: [S]', 'stray 4: words'],
    ],
    ['a lesson without a number', 'On x: "A." — Source: [S]', ['lesson 1: On x: "A." — Source: [S]']],
    ['wrapped words of a quote', '1. On x: "A\nb\nc." — Source: [S]', ['lesson 1: On x: "A b c." — Source: [S]']],
    [
      'a topic and a quote on lines of their own',
      '1. On x\n"A."\n— Source: [S]',
      ['lesson 1: On x: "A." — Source: [S]'],
    ],
    ['a quote behind a blank line', '1. On x\n\n"A."\n\n— Source: [S]', ['lesson 1: On x: "A." — Source: [S]']],
    [
      'an emphasised topic with its colon',
      '1. **On x:**\n*"A."* — Source: [S]',
      ['lesson 1: **On x:** *"A."* — Source: [S]'],
    ],
    ['a topic with a wide colon', '1. On x：\n"A." — Source: [S]', ['lesson 1: On x： "A." — Source: [S]']],
    ['a quote in a list of its own', '1. On x\n- "A." — Source: [S]', ['lesson 1: On x: "A." — Source: [S]']],
    ['a wrapped topic', '1. On x\nand y\n"A."', ['lesson 1: On x and y: "A."']],
    ['a citation in a list of its own', '1. On x: "A."\n- Source: [S]', ['lesson 1: On x: "A." - Source: [S]']],
    [
      'nothing behind a citation',
      '1. On x: "A." — Source: [S]\nwords',
      ['lesson 1: On x: "A." — Source: [S]', 'stray 2: words'],
    ],
    [
      'a numbered line inside a quote',
      '1. On x: "A\n2. then b." — Source: [S]',
      ['lesson 1: On x: "A 2. then b." — Source: [S]'],
    ],
    [
      'a lesson behind a quote that is open',
      '1. On x: "A\n2. On y: "B." — Source: [S]',
      ['lesson 1: On x: "A', 'lesson 2: On y: "B." — Source: [S]'],
    ],
    [
      'a topic behind a quote that is open',
      '1. On x: "A\n2. On y and z',
      ['lesson 1: On x: "A', 'lesson 2: On y and z'],
    ],
    ['a marked line behind a closed quote', '1. On x: "A."\n- words', ['lesson 1: On x: "A."', 'lesson 2: words']],
    ['words behind a closed quote', '1. On x: "A."\nwords', ['lesson 1: On x: "A." words']],
    ['a lesson behind a closed quote', '1. On x: "A."\nOn y: "B."', ['lesson 1: On x: "A."', 'lesson 2: On y: "B."']],
    ['a paragraph behind a quote', '1. On x: "A\n\nwords', ['lesson 1: On x: "A', 'stray 3: words']],
    ['a marked line behind a topic', '1. On x\n2. On y', ['lesson 1: On x', 'lesson 2: On y']],
    ['a second quote', '1. On x: "A."\n\n"B."', ['lesson 1: On x: "A."', 'stray 3: "B."']],
    ['a citation without a name', '1. On x: "A." — Source:\n[S]', ['lesson 1: On x: "A." — Source: [S]']],
    ['a citation whose name is wrapped', '1. On x: "A."\n— Source:\nS', ['lesson 1: On x: "A." — Source: S']],
    ['a part inside a quote', '1. On x: "A\nPart 2: B', ['lesson 1: On x: "A', 'part 2']],
    ['a quote that is a lesson by its mark', '- "A." — Source: [S]', ['lesson 1: "A." — Source: [S]']],
    ['a quote without a mark', '"A." — Source: [S]', ['stray 1: "A." — Source: [S]']],
    ['a full stop behind the mark', '1. On x: "A".\n2. words', ['lesson 1: On x: "A".', 'lesson 2: words']],
    [
      'a citation behind a quote that is open',
      '1. On x: "A — Source: [S]\n2. words',
      ['lesson 1: On x: "A — Source: [S]', 'lesson 2: words'],
    ],
  ])('groups %s', (_, text, blocks) => {
    expect(blocksOf(text)).toEqual(blocks);
  });

  it.each([
    ['1. On x', true],
    ['1. **on** x', false],
    ['1. *On x*', true],
    ['1. words', false],
    ['1. x: "A."', true],
    ['1. x — Source: [S]', true],
    ['x: "A." — Source: [S]', true],
    ['x: "A."', false],
    ['x — Source: [S]', false],
    ['On x', false],
  ])('%j is a lesson above the first part: %s', (text, is) => {
    expect(splitLines(text).map(isLessonLine)).toEqual([is]);
  });
});
