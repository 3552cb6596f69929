import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeDeck } from '../../src/compose/compose-deck.ts';
import { composeHandout } from '../../src/compose/compose-handout.ts';
import { exportPdf } from '../../src/export/export-pdf.ts';
import { createMerger } from '../../src/export/pdf/merge-pdfs.ts';
import { type PdfObject, readPdf } from '../../src/export/pdf/read-pdf.ts';
import { nameTags } from '../../src/export/pdf/stamp-pdf.ts';
import { createPrinter, type Printer } from '../../src/export/printer.ts';
import { findBrowser } from '../../src/files/find-browser.ts';
import { readAssets } from '../../src/files/read-assets.ts';
import { readStyle } from '../../src/files/read-style.ts';
import { makeTemporaryFolder } from '../../src/files/temporary-folder.ts';
import { loadLibrary } from '../../src/load-library.ts';
import { type Deck, slidesOf } from '../../src/model/deck.ts';
import type { HandoutOptions } from '../../src/model/handout.ts';
import { ELSEWHERE, type PrintPage } from '../../src/model/print-pages.ts';
import { ALLOWED_LINK } from '../../src/parse/library-schema.ts';
import { renderPrintPage } from '../../src/render/render-deck.ts';
import { renderHandout, renderHandoutPages } from '../../src/render/render-handout.ts';
import { cutSlides, renderPrintPages } from '../../src/render/render-print-pages.ts';
import { makeLesson, makeLibrary, makeManyLessons, selectAll } from '../make-library.ts';
import { type ReadPdf, readWhole, runTool } from './open-pdf.ts';

const FACTS = { title: 'Lessons from Ada Made', author: 'Ada Made', subject: 'A summary.', creator: 'Lectern 0.0.0' };
/** Few, so that a small deck has many pages; less than a part has. */
const MOST = 9;
const HANDOUT: HandoutOptions = { paper: 'A4', layout: 'slides', perPage: 2, notes: 'lines' };
let folder = '';
let deck: Deck;
let pages: readonly PrintPage[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-pages-'));
  const style = await readStyle('folio');
  deck = await makeDeck(style);
  pages = await renderPrintPages(deck, style, await readAssets(), MOST);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Parts of several sizes, themes for the overview's table, sources with links, brackets and other scripts, a long quote. */
async function makeDeck(style: Awaited<ReturnType<typeof readStyle>>): Promise<Deck> {
  const { themes } = await loadLibrary('data/armon-dadgar.yaml', { cwd: process.cwd() });
  const lessons = [
    ...makeManyLessons(5, 4, 12),
    ...makeManyLessons(6, 21, 12).filter((lesson) => lesson.part === 6),
    makeLesson('7.1', {
      topic: 'Brackets (12 0 R) and \\ strokes',
      quote: `${'A long sentence of many words. '.repeat(40)}End.`,
    }),
    makeLesson('7.2', { topic: '身份 и доверие', quote: '身份是新的边界。', key: true, themes: ['security'] }),
    makeLesson('7.3', { topic: 'Of /StructParents 3', quote: 'الثقة لا تُمنح.' }),
    makeLesson('7.4', { topic: 'An href="#part-1" and 1 0 R', source: `To (${ELSEWHERE}part-1)` }),
  ];
  const sources = lessons.map(({ source }, index) => ({
    name: source,
    url: `https://example.org/${index}#lesson-1.1`,
  }));
  return composeDeck(
    selectAll(
      makeLibrary(lessons, { sources: [...new Map(sources.map((source) => [source.name, source])).values()] }),
      themes,
    ),
    { style },
  );
}

async function withPrinter<T>(use: (printer: Printer) => Promise<T>): Promise<T> {
  const printer = createPrinter({
    findBrowser: () => findBrowser({ env: process.env }),
    makeFolder: makeTemporaryFolder,
    timeoutSeconds: 120,
    env: process.env,
    isRoot: process.getuid?.() === 0,
  });
  try {
    return await use(printer);
  } finally {
    await printer.close();
  }
}

function print(given: string | readonly PrintPage[]): Promise<Uint8Array> {
  return withPrinter((printer) => exportPdf(given, { printer, facts: FACTS }));
}

async function keep(name: string, pdf: Uint8Array): Promise<{ readonly file: string; readonly read: ReadPdf }> {
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, pdf);
  return { file, read: await readWhole(file) };
}

function toWholePoints(line: string): string {
  return line.replace(/(?<=→.*)\d+\.\d\d/gu, (points) => Number(points).toFixed(0));
}

test('the deck is printed as several pages, one of them a piece of a part', () => {
  expect(pages.length).toBeGreaterThan(5);
  const sizes = cutSlides(slidesOf(deck), MOST).map((slides) => slides.length);
  expect(sizes.reduce((sum, size) => sum + size)).toBe(slidesOf(deck).length);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(MOST + 1);
  expect(Math.max(...deck.stacks.map((stack) => stack.slides.length))).toBeGreaterThan(MOST);
});

/** What is printed as one page and as several. */
interface Printed {
  readonly one: string;
  readonly several: readonly PrintPage[];
  readonly sheets: number;
}

async function printedDeck(): Promise<Printed> {
  const one = await renderPrintPage(deck, await readStyle('folio'), await readAssets());
  return { one, several: pages, sheets: slidesOf(deck).length };
}

async function printedHandout(options: Partial<HandoutOptions>): Promise<Printed> {
  const [style, assets] = [await readStyle('folio'), await readAssets()];
  const handout = composeHandout(deck, style, { ...HANDOUT, ...options });
  const talk = { deck, handout, style };
  const several = await renderHandoutPages(talk, assets, MOST);
  return { one: await renderHandout(talk, assets), several, sheets: handout.pages.length };
}

describe.each([
  ['deck', printedDeck, 60],
  ['handout of slides', () => printedHandout({ layout: 'slides' }), 40],
  ['handout of text', () => printedHandout({ layout: 'text' }), 40],
] as const)('a %s printed as several pages is what it is printed as one', (name, make, fewestLinks) => {
  let printed: Printed;
  let whole: { readonly file: string; readonly read: ReadPdf };
  let merged: { readonly file: string; readonly read: ReadPdf };
  beforeAll(async () => {
    printed = await make();
    whole = await keep(`${name} whole`, await print(printed.one));
    merged = await keep(`${name} merged`, await print(printed.several));
  }, 120_000);

  test('pages, their sizes, their words and their order are those of one page', () => {
    expect(printed.several.length).toBeGreaterThan(2);
    expect(merged.read.pages.length).toBe(printed.sheets);
    expect(merged.read.pages.map((page) => page.size)).toEqual(whole.read.pages.map((page) => page.size));
    expect(merged.read.pages.map((page) => page.text)).toEqual(whole.read.pages.map((page) => page.text));
    // The order of words is poppler's guess from their places, which differ by less than can be seen.
    const [words, expected] = [merged, whole].map(({ file }) =>
      runTool('pdftotext', '-bbox', file, '-')?.split('\n').sort(),
    );
    expect(words).toEqual(expected);
  });

  test('the outline is the same: lessons below their part, also where the part is cut', () => {
    // Places are rounded to hundredths of a point, each for itself.
    const [outline = [], expected] = [merged, whole].map(({ read }) => read.outline.map(toWholePoints));
    expect(outline).toEqual(expected);
    expect(outline.filter((line) => /^ {4}(?:On topic )?6\.\d/u.test(line))).toHaveLength(21);
  });

  test('links lead to the same places, also into other pieces; no address of ours is left', () => {
    expect(merged.read.pages.map((page) => page.links)).toEqual(whole.read.pages.map((page) => page.links));
    expect(merged.read.destinations).toEqual(whole.read.destinations);
    expect(
      printed.several
        .map((page) => page())
        .join('')
        .split(`"${ELSEWHERE}`).length,
    ).toBeGreaterThan(fewestLinks);
    expect(merged.read.pages.flatMap((page) => page.links).filter((link) => /nowhere| lectern/u.test(link))).toEqual(
      [],
    );
  });

  test('the structure is one tree with the same roles, languages and words', () => {
    expect(merged.read.pages.map((page) => page.structure)).toEqual(whole.read.pages.map((page) => page.structure));
    // Links are told with the numbers of their objects.
    const [tree = '', expected] = [merged, whole].map(({ file }) =>
      runTool('pdfinfo', '-struct-text', file)?.replace(/Object \d+ 0/gu, 'Object'),
    );
    expect(tree).toBe(expected);
    expect(tree.match(/^Document/gmu)).toHaveLength(1);
    if (name === 'deck') expect(tree).toContain('Table');
  });

  test('title and language are said once, by our own facts', () => {
    expect(merged.read.title).toBe(FACTS.title);
    expect(merged.read.language).toBe('en');
    expect(runTool('pdfinfo', merged.file)?.replace(/^File size.*$/mu, '')).toBe(
      runTool('pdfinfo', whole.file)?.replace(/^File size.*$/mu, ''),
    );
  });

  test('both say at their beginning whose they are, so that the next run may overwrite them', () => {
    for (const { file } of [whole, merged]) {
      expect(readFileSync(file, 'latin1').slice(0, 1000)).toContain(`/Creator (${FACTS.creator})`);
    }
  });

  test('pages are the same pictures', () => {
    for (const { file } of [whole, merged]) runTool('pdftoppm', '-r', '24', '-png', file, file);
    const pictures = readdirSync(folder).filter((file) => file.startsWith(`${name} whole.pdf-`));
    expect(pictures).toHaveLength(printed.sheets);
    const differing = pictures.filter(
      (file) => !readFileSync(join(folder, file)).equals(readFileSync(join(folder, file.replace('whole', 'merged')))),
    );
    expect(differing).toEqual([]);
  });

  test('the file is sound', () => {
    // Installed on some machines only.
    const checked = runTool('qpdf', '--check', merged.file);
    if (checked !== undefined) expect(checked).toContain('No syntax or stream encoding errors found');
  });
});

test('names of tags that pieces have in common are told apart', async () => {
  const table = '<h1>One</h1><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>';
  const page = () => `<!DOCTYPE html><html lang="en"><title>t</title>${table}`;
  const merger = createMerger();
  const done: PdfObject[] = [];
  await withPrinter((printer) =>
    printer.printAll([page, page], {
      take: (pdf) => done.push(...merger.add(nameTags(readPdf(pdf)))),
      onStage: () => undefined,
    }),
  );
  const objects = [...done, ...merger.end().objects];
  const names = objects.flatMap(({ body }) => [...body.matchAll(/\/ID \((\w+)\)/gu)].map((match) => match[1]));
  expect(names).toHaveLength(4);
  expect(new Set(names).size).toBe(4);
  const listed = objects.flatMap(({ body }) => [...body.matchAll(/\((\w+)\) \d+ 0 R/gu)].map((match) => match[1]));
  expect(listed).toEqual([...names].sort());
});

test('no source can have an address that becomes a link inside the file', () => {
  const forged = ['part-1', 'lesson-1.1'].flatMap((id) => [ELSEWHERE + id, (ELSEWHERE + id).toUpperCase()]);
  expect([...forged, '#part-1', `x\n${ELSEWHERE}part-1`].filter((url) => ALLOWED_LINK.test(url))).toEqual([]);
});

test('the bytes are the same whichever tab is done first', async () => {
  const few = pages.slice(0, 3);
  // Reading a long comment takes time and prints nothing.
  const slowed = (slow: number) =>
    few.map((page, index) => () => page() + (index === slow ? `<!--${'-'.repeat(4e6)}-->` : ''));
  const [first, second] = [await print(slowed(0)), await print(slowed(1))];
  expect(Buffer.compare(first, second)).toBe(0);
});

test('a deck that fits one page is printed as ever', async () => {
  const [style, assets] = [await readStyle('folio'), await readAssets()];
  const [only, ...more] = await renderPrintPages(deck, style, assets);
  expect(more).toEqual([]);
  expect(only?.()).toBe(await renderPrintPage(deck, style, assets));
});
