import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeCards } from '../../src/compose/compose-cards.ts';
import { readAssets } from '../../src/files/read-assets.ts';
import { readStyle } from '../../src/files/read-style.ts';
import { readStyleNames } from '../../src/files/read-styles.ts';
import { loadLibrary } from '../../src/load-library.ts';
import type { Deck } from '../../src/model/deck.ts';
import { CARD_SIZE_NAMES } from '../../src/model/picture.ts';
import type { Style } from '../../src/model/style.ts';
import { renderCardPages } from '../../src/render/render-picture-pages.ts';
import { selectAll } from '../make-library.ts';
import { launchBrowser } from '../open-deck.ts';
import { findOverflows } from './find-overflows.ts';
import { randomLibrary } from './random-library.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const STYLES = await readStyleNames();
const KINDS = STYLES.flatMap((style) => CARD_SIZE_NAMES.map((card) => ({ style, card })));

/** What leaves its box on the pages that the pictures are taken of. */
async function overflowsOf(deck: Deck, style: Style): Promise<string[]> {
  const found: string[] = [];
  const tab = await browser.newPage();
  for (const { page, names } of await renderCardPages(deck, style, await readAssets())) {
    await tab.setJavaScriptEnabled(false);
    await tab.emulateMediaType('print');
    await tab.setContent(page());
    await tab.evaluate('document.fonts.ready');
    found.push(...(await tab.evaluate(findOverflows, style.lesson.bottom + 1, style.slide.height)));
    expect(await tab.$$eval('section.lesson', (cards) => cards.length)).toBe(names.length);
  }
  await tab.close();
  return found;
}

test.each(KINDS)('every lesson has one card of $card in the style $style, with its whole quote', async (kind) => {
  const { library, themes } = await loadLibrary('data/armon-dadgar.yaml', { cwd: process.cwd() });
  const style = await readStyle(kind.style, { card: kind.card });
  const deck = composeCards(selectAll(library, themes), { style });
  const pages = await renderCardPages(deck, style, await readAssets());
  expect(pages.flatMap(({ names }) => names)).toEqual(deck.lessons.map(({ id }) => id));
  const quotes = deck.stacks.flatMap(({ slides }) =>
    slides.map((slide) =>
      slide.kind === 'lesson'
        ? slide.quote.segments.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('')
        : '',
    ),
  );
  expect(quotes.map((quote) => quote.replace(/[’‘]/gu, "'").replace(/[“”]/gu, '"').length)).toEqual(
    deck.lessons.map(({ quote }) => quote.length + 1),
  );
  expect(await overflowsOf(deck, style)).toEqual([]);
});

test.each(KINDS)(
  'of 500 random texts in every script none leaves its card of $card in the style $style',
  async (kind) => {
    const style = await readStyle(kind.style, { card: kind.card });
    expect(await overflowsOf(composeCards(selectAll(randomLibrary()), { style }), style)).toEqual([]);
  },
);
