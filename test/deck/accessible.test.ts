import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadLibrary } from '../../src/load-library.ts';
import { selectAll } from '../make-library.ts';
import { launchBrowser, makeDeck, openDeck, showSlide } from '../open-deck.ts';
import { openWithAxe, violations } from './open-with-axe.ts';

const { library, themes } = await loadLibrary('data/armon-dadgar.yaml', { cwd: process.cwd() });
const EVERY_KIND = ['title', 'agenda', 'themes', 'shares', 'part-3', 'lesson-3.8', 'key-3.8', 'closing', 'sources'];
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('axe-core finds nothing on any kind of slide', async () => {
  const page = await openWithAxe(browser, (await makeDeck(selectAll(library, themes))).html);
  for (const anchor of EVERY_KIND) {
    await showSlide(page, anchor);
    expect({ anchor, found: await violations(page) }).toEqual({ anchor, found: [] });
  }
  await page.close();
});

test('axe-core finds nothing on theme dividers', async () => {
  const page = await openWithAxe(browser, (await makeDeck(selectAll(library, themes), { groupBy: 'theme' })).html);
  await showSlide(page, 'theme-security');
  expect(await violations(page)).toEqual([]);
  await page.close();
});

test('axe-core finds nothing in the overview and in the help', async () => {
  const page = await openWithAxe(browser, (await makeDeck(selectAll(library, themes))).html);
  await page.keyboard.press('o');
  await page.waitForFunction('Reveal.isOverview()');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await page.waitForSelector('.r-overlay');
  expect(await violations(page)).toEqual([]);
  await page.close();
});

test('axe-core finds nothing in the scroll view of a phone', async () => {
  const page = await openWithAxe(browser, (await makeDeck(selectAll(library, themes))).html, {
    width: 390,
    height: 844,
  });
  expect(await page.evaluate('Reveal.isScrollView()')).toBe(true);
  expect(await violations(page)).toEqual([]);
  await page.close();
});

test('the page is a document in its language, with one title and headings in order', async () => {
  const { page } = await openDeck(browser, (await makeDeck(selectAll(library, themes))).html);
  const facts = await page.evaluate(() => ({
    language: document.documentElement.lang,
    title: document.title,
    role: document.querySelector('.reveal')?.getAttribute('role'),
    levels: Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('section.slide')].map((slide) => [
        slide.dataset['slide'],
        slide.querySelector('h1, h2, h3')?.tagName,
      ]),
    ),
  }));
  expect(facts).toEqual({
    language: 'en',
    title: 'Lessons from Armon Dadgar',
    role: null,
    levels: {
      title: 'H1',
      agenda: 'H2',
      overview: 'H2',
      part: 'H2',
      key: 'H3',
      lesson: 'H3',
      closing: 'H2',
      sources: 'H2',
    },
  });
  await page.close();
});

test('Tab and Enter alone reach a lesson from the agenda', async () => {
  const { page } = await openDeck(browser, (await makeDeck(selectAll(library, themes))).html, { query: '#/agenda' });
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => Reflect.get(window, 'Reveal').getCurrentSlide().id === 'part-3');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => Reflect.get(window, 'Reveal').getCurrentSlide().id === 'lesson-3.1');
  await page.close();
});

test('someone who asked for less motion gets none', async () => {
  const { page } = await openDeck(browser, (await makeDeck(selectAll(library, themes))).html);
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.reload();
  await page.waitForFunction('window.Reveal && Reveal.isReady()');
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await page.close();
});
