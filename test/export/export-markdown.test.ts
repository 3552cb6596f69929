import { type Node, Parser } from 'commonmark';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { composeDeck } from '../../src/compose/compose-deck.ts';
import { escapeMarkdown } from '../../src/export/escape-markdown.ts';
import { exportMarkdown } from '../../src/export/export-markdown.ts';
import { readStyle } from '../../src/files/read-style.ts';
import { loadLibrary } from '../../src/load-library.ts';
import { lessonsOf } from '../../src/model/library.ts';
import { makeLesson, makeLibrary, selectAll } from '../make-library.ts';

const style = await readStyle('folio');
const { library, themes } = await loadLibrary('data/armon-dadgar.yaml', { cwd: process.cwd() });
const deck = composeDeck(selectAll(library, themes), { style });

/** The text of a node as a reader of CommonMark shows it: each paragraph a string, line breaks as such. */
function paragraphsOf(markdown: string, within: string): string[] {
  const walker = new Parser().parse(markdown).walker();
  const found: string[] = [];
  let text: string | undefined;
  for (let event = walker.next(); event; event = walker.next()) {
    const { node, entering } = event;
    if (node.type === 'paragraph' && isWithin(node, within)) {
      if (entering) text = '';
      else if (text !== undefined) found.push(text);
    } else if (text !== undefined && (node.type === 'text' || node.type === 'code')) text += node.literal ?? '';
    else if (text !== undefined && (node.type === 'linebreak' || node.type === 'softbreak')) text += '\n';
    else if (node.type.startsWith('html') && !node.literal?.startsWith('<!-- Made by'))
      found.push(`HTML: ${node.literal}`);
  }
  return found;
}

function isWithin(node: Node, type: string): boolean {
  return type === '' || (node.parent !== null && (node.parent.type === type || isWithin(node.parent, type)));
}

test('a reader of CommonMark shows every quote word for word, with its source', () => {
  const shown = paragraphsOf(exportMarkdown(deck, 'Lectern test'), 'block_quote');
  const lessons = lessonsOf(library);
  expect(shown).toHaveLength(lessons.length * 2);
  for (const [index, lesson] of lessons.entries()) {
    expect(shown[index * 2]).toBe(lesson.quote);
    expect(shown[index * 2 + 1]).toMatch(/^— Armon Dadgar, .*\[\^\d+\]$/u);
    expect(shown[index * 2 + 1]).toContain(lesson.source);
  }
});

test('every footnote that is cited is there, once, with its link and its lessons', () => {
  const markdown = exportMarkdown(deck, 'Lectern test');
  const cited = new Set([...markdown.matchAll(/\[\^(\d+)\]$/gmu)].map(([, number]) => number));
  const defined = [...markdown.matchAll(/^\[\^(\d+)\]: (.*)$/gmu)];
  expect(defined.map(([, number]) => Number(number))).toEqual(deck.sources.map(({ number }) => number));
  expect(cited.size).toBe(defined.length);
  expect(defined.find(([line]) => line.includes('HashiCorp YouTube'))?.[2]).toMatch(
    /\(<https:\/\/www\.youtube\.com\/@HashiCorp>\): \d\.\d+, /u,
  );
});

const HOSTILE = [
  '# no heading',
  '1. no list',
  '10) no list',
  '- no list',
  '+ no list',
  '> no quote',
  '***bold*** _em_ snake_case',
  '`code` and ``code``',
  '[link](javascript:alert(1))',
  '![image](x.png)',
  '<script>alert(1)</script>',
  '<https://auto.link>',
  '&amp; &#33; AT&T; R&D',
  '--- \n===',
  '~~~\nfence\n~~~',
  '[^1]: no footnote',
  'a\\b \\* c',
  '--> out of a comment',
  '{{ 7*7 }}',
  ':::\nno division',
  '$x^2$ @cite H~2~O',
  '| a | b |',
  'line one\nline two\n\nparagraph two',
];

test.each(HOSTILE)('%j stays what it is', (text) => {
  expect(paragraphsOf(escapeMarkdown(text), '').join('\n\n')).toBe(
    text
      .split('\n')
      .map((line) => line.trim())
      .join('\n'),
  );
});

test('whatever a quote holds, its words are what is shown', () => {
  const word = fc.stringMatching(/^[!-~àß中]{1,8}$/u);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
      const text = words.join(' ');
      expect(paragraphsOf(`> ${escapeMarkdown(text)}`, 'block_quote')).toEqual([text]);
    }),
    { numRuns: 500 },
  );
});

describe.each(['marp', 'slidev'] as const)('for %s', (flavour) => {
  test('a rule begins each slide: title, dividers, lessons, sources', () => {
    const markdown = exportMarkdown(deck, 'Lectern test', flavour);
    const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(markdown) ?? [];
    expect(head).toContain(flavour === 'marp' ? 'marp: true' : 'theme: default');
    const slides = body.split(/^---$/mu);
    expect(slides).toHaveLength(1 + 8 + 75 + 1);
    const lesson = slides.find((slide) => slide.includes('### 3.8 '));
    expect(lesson).toContain('A secret without an expiration date is a time bomb.');
    expect(lesson).toMatch(/<!--\n3\.8\nPart 3: .*\n[\s\S]*Armon Dadgar, HashiCorp YouTube \[7\][\s\S]*-->/u);
  });

  test('no quote and no note ends a comment, a slide or begins a program', () => {
    const lessons = HOSTILE.map((quote, index) =>
      makeLesson(`1.${index + 1}`, { quote: `${quote}\n---\n-->`, note: '--> <b>note</b>' }),
    );
    const markdown = exportMarkdown(composeDeck(selectAll(makeLibrary(lessons)), { style }), 'Lectern test', flavour);
    expect(markdown.match(/^---$/gmu)?.length).toBe(2 + lessons.length + 2);
    const outside = markdown.replace(/^>.*$/gmu, '');
    expect(outside.match(/<!--/gu)?.length).toBe(1 + lessons.length);
    expect(outside.match(/-->/gu)?.length).toBe(1 + lessons.length);
    if (flavour === 'slidev') expect(markdown).not.toMatch(/(?<!<span v-pre>)\{\{/u);
  });
});

test('no note is an order to Marp, which obeys a comment that is a mapping in YAML', () => {
  const lesson = makeLesson('1.1', { note: 'backgroundImage: url(https://evil.example/x)', source: 'Said: there' });
  const library = makeLibrary([lesson], { subject: 'Ada' });
  const markdown = exportMarkdown(composeDeck(selectAll(library), { style }), 'Lectern test', 'marp');
  const [, words = ''] = /<!--\n([\s\S]*?)\n-->/u.exec(markdown) ?? [];
  expect(words).toContain('backgroundImage: url(');
  expect(() => parse(words)).toThrow();
});

test('for pandoc parts are sections, lessons slides, notes divisions and sources footnotes', () => {
  const markdown = exportMarkdown(deck, 'Lectern test', 'pandoc');
  expect(markdown.match(/^# \d\\\. /gmu)).toHaveLength(8);
  expect(markdown.match(/^## \d\.\d+ /gmu)).toHaveLength(75);
  expect(markdown.match(/^::: notes$/gmu)).toHaveLength(75);
  expect(markdown.match(/^\[\^\d+\]: /gmu)).toHaveLength(22);
});
