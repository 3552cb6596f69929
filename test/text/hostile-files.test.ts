import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Node, Parser } from 'commonmark';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readWhole } from '../export/open-pdf.ts';
import { type Ended, runLectern } from '../files/run-with-fault.ts';
import { ALL, hostileLibrary, idOf, OPTIONS } from './hostile-library.ts';
import { HOSTILE } from './hostile-strings.ts';

const PARTS = 13;
const FLAVOURS = ['marp', 'slidev', 'pandoc'] as const;
let folder = '';
let built: Ended;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-files-'));
  writeFileSync(join(folder, 'hostile.json'), JSON.stringify(hostileLibrary()));
  built = await runLectern(
    ['hostile.json', '-o', 'out', '--to', 'pdf,handout,poster,pptx,md,json', ...OPTIONS],
    folder,
  );
  for (const flavour of FLAVOURS)
    await runLectern(['hostile.json', '-o', flavour, '--to', 'md', '--flavour', flavour], folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

/** Without blanks, and with the marks that slides and paper may show. */
function bare(text: string): string {
  return text
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/[\u201c\u201d]/gu, '"')
    .replace(/\s/gu, '');
}

test('the manifest has every text letter for letter', () => {
  const { lessons } = JSON.parse(read('out/hostile.json'));
  const found = lessons.map(({ topic, quote, source }: Record<string, string>) => [topic, quote, Object(source).name]);
  expect(found).toEqual(HOSTILE.map((text) => [text.trim(), text.trim(), text.trim()]));
});

/** Headings and paragraphs of a quote as a reader of CommonMark shows them, its HTML and where its links lead. */
function readMarkdown(markdown: string): { texts: string[]; html: string[]; links: string[] } {
  const read: { texts: string[]; html: string[]; links: string[] } = { texts: [], html: [], links: [] };
  const walker = new Parser().parse(markdown).walker();
  let text = '';
  for (let event = walker.next(); event; event = walker.next()) {
    const { node, entering } = event;
    if (isBlock(node)) {
      if (!entering) read.texts.push(text);
      text = '';
    }
    if (node.type === 'text' || node.type === 'code') text += node.literal ?? '';
    if (node.type === 'softbreak' || node.type === 'linebreak') text += ' ';
    if (node.type.startsWith('html')) read.html.push(node.literal ?? '');
    if ((node.type === 'link' || node.type === 'image') && entering)
      read.links.push(`${node.type} ${node.destination}`);
  }
  return read;
}

function isBlock({ type }: Node): boolean {
  return type === 'paragraph' || type === 'heading';
}

describe.each(['out', ...FLAVOURS])('Markdown (%s)', (where) => {
  test('has every word as words, no HTML but our own, and links of three kinds', () => {
    const markdown = read(`${where}/hostile.md`).replace(/^---\n[\s\S]*?\n---\n/u, '');
    const { texts, html, links } = readMarkdown(markdown);
    const shown = texts.map((text) => text.replace(/\s+/gu, ' '));
    for (const [index, text] of HOSTILE.entries()) {
      const words = text.trim().replace(/\s+/gu, ' ');
      expect(shown, words).toContain(words);
      expect(shown, words).toContain(`${idOf(index)} ${words}`);
    }
    const foreign = html.filter((each) => !/^(?:<!--[\s\S]*-->\n?|<span v-pre>|<\/span>)$/u.test(each));
    expect(foreign).toEqual([]);
    expect(links.filter((link) => !/^link (?:https?:\/\/|mailto:)/u.test(link))).toEqual([]);
  });

  test('is cut and steered by nothing that a text says', () => {
    const markdown = read(`${where}/hostile.md`);
    const comments = [...markdown.matchAll(/<!--\n([\s\S]*?)\n-->/gu)].map(([, words = '']) => words);
    expect(comments).toHaveLength(where === 'marp' || where === 'slidev' ? HOSTILE.length : 0);
    for (const words of comments) {
      expect(words).not.toMatch(/--!?>/u);
      // Marp obeys a comment that is a mapping in YAML.
      expect(typeof yamlOf(words), words).not.toBe('object');
    }
    const outside = markdown.replace(/^---\n[\s\S]*?\n---\n|<!--[\s\S]*?-->/gu, '');
    if (where === 'slidev') expect(outside).not.toMatch(/(?<!<span v-pre>)\{\{/u);
    if (where !== 'out' && where !== 'pandoc')
      expect(markdown.match(/^---$/gmu)?.length).toBe(
        2 + HOSTILE.length + PARTS + Math.max(1, countSourceSlides(markdown)),
      );
  });
});

function countSourceSlides(markdown: string): number {
  return markdown.match(/^## Sources/gmu)?.length ?? 0;
}

function yamlOf(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/** Every text of a part as an XML parser reads it, a paragraph a line; throws where it is not well-formed. */
function readXml(xml: string): string {
  const parser = new SaxesParser();
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'a:p') text += '\n';
  });
  parser.write(xml).close();
  return text;
}

test('PowerPoint has every text on its slides and in their notes, well-formed, with links of three kinds', () => {
  const files = Object.entries(unzipSync(readFileSync(join(folder, 'out/hostile.pptx'))));
  const parts = new Map(
    files.filter(([name]) => /\.(?:xml|rels)$/u.test(name)).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
  const textOf = (kind: RegExp): string =>
    bare(
      [...parts]
        .filter(([name]) => kind.test(name))
        .map(([, xml]) => readXml(xml))
        .join('\n'),
    );
  const [slides, notes] = [textOf(/^ppt\/slides\/slide\d+\.xml$/u), textOf(/^ppt\/notesSlides\/notesSlide\d+\.xml$/u)];
  for (const text of HOSTILE) {
    expect(slides, text).toContain(bare(text));
    expect(notes, text).toContain(bare(text));
  }
  for (const xml of parts.values()) readXml(xml);
  const external = [...parts.values()].flatMap((xml) => xml.match(/Target="[^"]*" TargetMode="External"/gu) ?? []);
  expect(external.length).toBeGreaterThan(0);
  expect(external.filter((target) => !/^Target="(?:https?:\/\/|mailto:)/u.test(target))).toEqual([]);
  expect([...parts.keys()].filter((name) => /vba|activeX|embeddings|externalLink/iu.test(name))).toEqual([]);
});

/** Letters in order of the alphabet, without what joins or marks them: scripts come back in the order and the forms in which they are drawn. */
function lettersOf(text: string): readonly string[] {
  return Array.from(bare(text).normalize('NFKD'))
    .filter((letter) => !/[\p{Cf}\p{Mn}]/u.test(letter))
    .sort();
}

/** Whether all letters are among the others, each as often. */
function holds(all: readonly string[], letters: readonly string[]): boolean {
  let place = -1;
  return letters.every((letter) => {
    place = all.indexOf(letter, place + 1);
    return place >= 0;
  });
}

/** Drawn with whatever fonts a machine has, in which glyphs may stand for no character. */
const IN_FALLBACK = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u{1d400}-\u{1d7ff}ﷺಠ]/u;

test.each([
  ['hostile.pdf', true],
  ['hostile-handout.pdf', true],
  ['hostile-poster.pdf', false],
])('%s has every word, in its facts and its outline too, runs nothing and links three kinds', async (name, isWhole) => {
  const { title, outline, pages } = await readWhole(join(folder, 'out', name));
  expect(bare(String(title))).toBe(bare(ALL));
  if (isWhole) {
    const texts = pages.map(({ text }) => text.replaceAll('|', ''));
    const words = bare(texts.join('')).normalize('NFKD');
    const [entries, letters] = [outline.map(lettersOf), texts.map(lettersOf)];
    for (const text of HOSTILE) {
      expect(
        entries.some((entry) => holds(entry, lettersOf(text))),
        text,
      ).toBe(true);
      if (IN_FALLBACK.test(text) || text.includes('|')) continue;
      if (words.includes(bare(text).normalize('NFKD'))) continue;
      // Not as it was written: only where it turns, joins or marks.
      expect(text).toMatch(/[\p{Cf}\p{Mn}\p{Script=Hebrew}\p{Script=Arabic}]/u);
      expect(
        letters.some((page) => holds(page, lettersOf(text))),
        text,
      ).toBe(true);
    }
  }
  const links = pages.flatMap((page) => page.links.map((link) => link.replace(/^[\d.,-]+ /u, '')));
  expect(links.filter((link) => !/^(?:https?:\/\/|mailto:|page \d)/u.test(link))).toEqual([]);
  expect(readFileSync(join(folder, 'out', name), 'latin1')).not.toMatch(
    /\/(?:JavaScript|Launch|OpenAction \[|EmbeddedFile)/u,
  );
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is meant
const RAW = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;
const STEERING = 'red \u001b[31m title \u001b]0;owned\u0007 bell \u0007 back \b\b wipe \u009b2J \u202e turn \r over';

describe('a terminal', () => {
  const commands = [
    ['list'],
    ['list', 'parts'],
    ['list', 'sources'],
    ['list', '--json'],
    ['list', '--search', 'red'],
    ['show', '1.1'],
    ['show', '1.1', '--json'],
    ['check'],
    ['check', '--json'],
    ['build', '--to', 'md', '--name', STEERING],
    ['build', '--part', STEERING],
    ['build', '--style', STEERING],
    ['import', '-o', '-'],
    [STEERING],
  ];

  test.each(commands.map((words) => [words] as const))('gets no raw control character from %j', async (words) => {
    const texts = [STEERING, ...HOSTILE];
    const parts = texts.map((text) => ({
      title: text,
      lessons: [{ topic: text, quote: text, source: text, note: text }],
    }));
    writeFileSync(join(folder, 'steer.json'), JSON.stringify({ title: STEERING, subject: STEERING, parts }));
    const file = words[0] === STEERING ? [] : ['steer.json'];
    const { stdout, stderr, code } = await runLectern(
      [...words.slice(0, 2), ...file, ...words.slice(2)].filter(Boolean),
      folder,
    );
    expect(code).not.toBe(1);
    expect((stdout + stderr).length).toBeGreaterThan(20);
    expect(RAW.exec(stdout + stderr)).toBe(null);
  });
});

test('neither does a file whose name steers, nor a recipe whose fields do', async () => {
  const file = `${STEERING.replace('/', '')}.json`;
  writeFileSync(join(folder, file), JSON.stringify(hostileLibrary()));
  const recipe = `recipe: 1\nlibrary: ${JSON.stringify(STEERING)}\norder: library\nlessons: [{id: x, topic: x, source: x, quote: x}]\n`;
  const faults = [
    recipe,
    recipe.replace('order', JSON.stringify(STEERING)),
    recipe.replace('[{id', `[{${JSON.stringify(STEERING)}`),
  ];
  const runs = faults.map((fault, index) => {
    writeFileSync(join(folder, `fault-${index}.yaml`), fault);
    return [`fault-${index}.yaml`];
  });
  for (const words of [['check', file], ['list', 'parts', file], [file, '-o', 'steered', '--to', 'md'], ...runs]) {
    const { stdout, stderr, code } = await runLectern(words, folder);
    expect(code).not.toBe(1);
    expect((stdout + stderr).length).toBeGreaterThan(20);
    expect(RAW.exec(stdout + stderr)).toBe(null);
  }
});

test('the build said nothing that steers either', () => {
  expect(built.code).toBe(0);
  expect(RAW.exec(built.stdout + built.stderr)).toBe(null);
  expect(ALL.length).toBeGreaterThan(3000);
});
