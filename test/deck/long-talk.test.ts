import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeLesson, makeLibrary, selectAll } from '../make-library.ts';
import { launchBrowser, makeDeck, openDeck, showSlide, type WatchedPage } from '../open-deck.ts';

const LESSONS = Array.from({ length: 240 }, (_, index) => {
  const id = `${1 + Math.floor(index / 40)}.${1 + (index % 40)}`;
  return makeLesson(id, { quote: `Number ${index} is said but once. The rest of it is as long as a quote mostly is.` });
});
let browser: Browser;
let html: string;

beforeAll(async () => {
  browser = await launchBrowser();
  html = (await makeDeck(selectAll(makeLibrary(LESSONS)))).html;
});
afterAll(() => browser.close());

/** Opened, with what is far put away. */
async function openLong(query = ''): Promise<WatchedPage> {
  const watched = await openDeck(browser, html, { query });
  await settled(watched.page);
  return watched;
}

const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.querySelectorAll('section.slide:not(:has(> template))').length < 20);
const wholeSlides = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('section.slide:not(:has(> template))').length);
const textOf = (page: Page, anchor: string): Promise<string> =>
  page.evaluate((id) => document.getElementById(id)?.innerText ?? '', anchor);

test('only what is near the shown slide stands in the page, wherever the talk goes', async () => {
  const { page, complaints, requests } = await openLong();
  await showSlide(page, 'lesson-4.20');
  expect(await textOf(page, 'lesson-4.20')).toContain('Number 139 is said but once.');
  await settled(page);
  for (let turn = 0; turn < 30; turn += 1) {
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate('Reveal.getCurrentSlide().innerText.trim() !== ""')).toBe(true);
  }
  expect(await page.evaluate('Reveal.getCurrentSlide().querySelector("aside.notes").textContent')).toContain('InfoQ');
  await settled(page);
  expect({ complaints, requests }).toEqual({ complaints: [], requests: [] });
  await page.close();
});

test('links and addresses lead to far slides', async () => {
  const { page } = await openLong('#/lesson-6.3');
  expect(await textOf(page, 'lesson-6.3')).toContain('Number 202 is said but once.');
  await page.$eval('section.slide.present .cite a.bn', (link) => link.click());
  await page.waitForFunction(() => location.hash.startsWith('#/source'));
  expect(await page.evaluate('Reveal.getCurrentSlide().innerText')).toContain('InfoQ');
  await page.close();
});

test('a far text is checked against its box when it comes', async () => {
  const { page } = await openLong();
  // reveal.js lays out the first slides of the next part already.
  await showSlide(page, 'lesson-4.20');
  await page.evaluate(() => {
    const far = document.getElementById('key-5.1')?.querySelector('template');
    for (const words of far?.content.querySelectorAll<HTMLElement>('.box-key') ?? []) words.style.fontSize = '300px';
  });
  await page.keyboard.press('ArrowRight');
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  await showSlide(page, 'key-5.1');
  const fits = (): boolean => {
    const box = document.getElementById('key-5.1')?.querySelector<HTMLElement>('.box-key');
    return box?.style.fontSize !== '300px' && (box?.offsetHeight ?? 720) < 500;
  };
  await page.waitForFunction(fits, { timeout: 5000 });
  await page.close();
});

test('the overview shows all slides', async () => {
  const { page } = await openLong();
  await page.keyboard.press('o');
  await page.waitForFunction('Reveal.isOverview()');
  expect(await textOf(page, 'lesson-1.7')).toContain('Number 6 is said');
  expect(await wholeSlides(page)).toBeGreaterThan(240);
  await page.close();
});

test('the search finds far words', async () => {
  const { page } = await openLong();
  await page.keyboard.down('Control');
  await page.keyboard.press('F');
  await page.keyboard.up('Control');
  await page.type('.searchbox input', 'Number 187 is');
  await page.keyboard.press('Enter');
  await page.waitForFunction('Reveal.getCurrentSlide().id === "lesson-5.28"');
  await page.close();
});

test('printing has all slides', async () => {
  const { page } = await openLong();
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(await wholeSlides(page)).toBeGreaterThan(240);
  await page.close();
});

test('a window that gets as narrow as a phone has all slides, and keeps them when it gets wide again', async () => {
  const { page } = await openLong();
  await page.setViewport({ width: 390, height: 844 });
  await page.waitForFunction('Reveal.isScrollView()');
  await page.waitForFunction(() => !document.querySelector('section.slide > template'));
  await page.setViewport({ width: 1280, height: 720 });
  await page.waitForFunction('!Reveal.isScrollView()');
  await showSlide(page, 'lesson-3.9');
  expect(await textOf(page, 'lesson-3.9')).toContain('Number 88 is said');
  await page.close();
});

test('slides that an edit puts into the page are put away too', async () => {
  const { page } = await openLong('#/lesson-4.20');
  await page.evaluate(
    (edited) => {
      const slides = new DOMParser().parseFromString(edited, 'text/html').querySelector('.slides');
      document.querySelector('.slides')?.replaceChildren(...(slides?.childNodes ?? []));
      Reveal.sync();
      const { h, v } = Reveal.getIndices(document.getElementById('lesson-4.20'));
      Reveal.slide(h, v);
    },
    html.replaceAll('is said but once', 'is edited'),
  );
  await settled(page);
  await showSlide(page, 'lesson-6.9');
  expect(await textOf(page, 'lesson-6.9')).toContain('Number 208 is edited.');
  await page.close();
});

test('a page that is saved while it is shown has every word', async () => {
  const { page } = await openLong();
  const saved = await page.content();
  await page.close();
  expect(saved).toContain('Number 200 is said but once.');
  const again = await openDeck(browser, saved);
  await showSlide(again.page, 'lesson-6.9');
  expect(await textOf(again.page, 'lesson-6.9')).toContain('Number 208 is said');
  await again.page.close();
});

test('print view and short talks keep all slides whole', async () => {
  const { page } = await openDeck(browser, html, { query: '?view=print' });
  await page.waitForSelector('html[data-pdf-ready]');
  expect(await page.evaluate(() => document.querySelectorAll('template').length)).toBe(0);
  await page.close();
  const short = await openDeck(browser, (await makeDeck(selectAll(makeLibrary(LESSONS.slice(0, 80))))).html);
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(await short.page.evaluate(() => document.querySelectorAll('template').length)).toBe(0);
  await short.page.close();
});
