import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readStyle } from '../../src/files/read-style.ts';
import { readStyleNames } from '../../src/files/read-styles.ts';
import { loadLibrary } from '../../src/load-library.ts';
import type { Library } from '../../src/model/library.ts';
import { SLIDE_SIZE_NAMES, type Style } from '../../src/model/style.ts';
import { makeLesson, makeLibrary, makeManyLessons, selectAll } from '../make-library.ts';
import { launchBrowser, makeDeck, openDeck } from '../open-deck.ts';
import { findOverflows } from './find-overflows.ts';
import { randomLibrary } from './random-library.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What leaves its box in the print view, where every slide is laid out. The page's own check is switched off. */
async function overflowsOf(library: Library, style?: Style): Promise<string[]> {
  const { html } = await makeDeck(selectAll(library), style ? { style } : {});
  const unchecked = html.replace('checked.add(slide);', 'checked.add(slide); return;');
  expect(unchecked).not.toBe(html);
  return openAndFind(unchecked, style);
}

/** The same of the page that PDFs are printed from. */
async function overflowsOnPaper(library: Library): Promise<string[]> {
  const { print } = await makeDeck(selectAll(library));
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setContent(print);
  await page.evaluate('document.fonts.ready');
  const found = await page.evaluate(findOverflows);
  const count = await page.evaluate(() => document.querySelectorAll('section.slide').length);
  await page.close();
  expect(count).toBeGreaterThan(library.parts.length);
  return found;
}

async function openAndFind(html: string, style?: Style): Promise<string[]> {
  const { page } = await openDeck(browser, html, { query: '?view=print', bypassPolicy: true });
  await page.waitForSelector('html[data-pdf-ready]');
  const found = await page.evaluate(findOverflows, style ? style.lesson.bottom + 1 : 661);
  await page.close();
  return found;
}

test('nothing of the built-in library leaves its box', async () => {
  const { library } = await loadLibrary('data/armon-dadgar.yaml', { cwd: process.cwd() });
  expect(await overflowsOf(library)).toEqual([]);
});

test('of 500 random texts in every script none leaves its box', async () => {
  expect(await overflowsOf(randomLibrary())).toEqual([]);
  expect(await overflowsOnPaper(randomLibrary())).toEqual([]);
});

test.each((await readStyleNames()).filter((name) => name !== 'folio'))('nor does one in the style %s', async (name) => {
  expect(await overflowsOf(randomLibrary(), await readStyle(name))).toEqual([]);
});

test.each(await readStyleNames())(
  'nor do words that would stand on one line, were it longer, in the style %s',
  async (name) => {
    const quotes = [
      'Your INFRASTRUCTURE helps.',
      'We MMMMMMMMMMMMM WWWWWW.',
      '보안과 보안과',
      'WW-WW-WW-WW-WWW and MM-MMMMMM-MM.',
    ];
    const topics = ['WW-WW-WW-WW-WWW', 'On MMM-MMM-MMM-WW'];
    const lessons = quotes.map((text, index) =>
      makeLesson(`1.${index + 1}`, { quote: text, topic: topics[index % 2] }),
    );
    for (const size of SLIDE_SIZE_NAMES)
      expect(await overflowsOf(makeLibrary(lessons), await readStyle(name, { size }))).toEqual([]);
  },
);

test.each(await readStyleNames())('nor on slides of 4:3 in the style %s', async (name) => {
  expect(await overflowsOf(randomLibrary(), await readStyle(name, { size: '4:3' }))).toEqual([]);
});

test('30 parts, 80 sources and 1,200 lessons of one source leave no box', async () => {
  expect(await overflowsOf(makeLibrary(makeManyLessons(30, 6, 80)))).toEqual([]);
  expect(await overflowsOf(makeLibrary(makeManyLessons(3, 400, 1)))).toEqual([]);
  const style = await readStyle('raster', { size: '4:3' });
  expect(await overflowsOf(makeLibrary(makeManyLessons(30, 6, 80)), style)).toEqual([]);
});

test('on a machine without the fonts the page steps its texts down until they fit', async () => {
  const { library } = await loadLibrary('data/armon-dadgar.yaml', { cwd: process.cwd() });
  const { html } = await makeDeck(selectAll(library));
  // Wide monospace in place of the deck's own fonts.
  const foreign = html
    .replace(/url\(data:font[^)]*\)/gu, 'local(none)')
    .replace(/--font-(\w+):[^;}]*/gu, '--font-$1:monospace');
  expect(foreign).not.toBe(html);
  expect(await openAndFind(foreign)).toEqual([]);
});
