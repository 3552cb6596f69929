import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadLibrary } from '../../src/load-library.ts';
import { selectAll } from '../make-library.ts';
import { launchBrowser, makeDeck, openDeck } from '../open-deck.ts';
import { findOverflows } from './find-overflows.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function overflowsOf(page: Page): Promise<string[]> {
  return page.evaluate(findOverflows);
}

test('nothing of the built-in library leaves its slide', async () => {
  const { library, themes } = await loadLibrary('data/armon-dadgar.yaml', { cwd: process.cwd() });
  const { html } = await makeDeck(selectAll(library, themes));
  const { page } = await openDeck(browser, html, { query: '?view=print' });
  expect(await overflowsOf(page)).toEqual([]);
  await page.close();
});
