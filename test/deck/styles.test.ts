import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readStyle } from '../../src/files/read-style.ts';
import { readStyles } from '../../src/files/read-styles.ts';
import { loadLibrary } from '../../src/load-library.ts';
import { slidesOf } from '../../src/model/deck.ts';
import type { Selection } from '../../src/model/selection.ts';
import { selectAll } from '../make-library.ts';
import { launchBrowser, type MadeDeck, makeDeck, openDeck, openStill, showSlide } from '../open-deck.ts';
import { faintTexts } from './find-contrast.ts';
import { findOverflows } from './find-overflows.ts';
import { openWithAxe, violations } from './open-with-axe.ts';

const { library, themes } = await loadLibrary('data/armon-dadgar.yaml', { cwd: process.cwd() });
const LOOKS = (await readStyles()).flatMap(({ name, modes }) => modes.map((mode) => ({ name, mode })));
const NEUTRAL = ['title', 'agenda', 'themes', 'shares', 'closing', 'sources'];
/** Light tones and dark ones. */
const IN_PARTS = ['part-7', 'key-2.10', 'key-6.2', 'lesson-2.10', 'lesson-4.5', 'lesson-8.8'];

/** All kinds of slides, and not many: axe-core walks all of them each time. What concerns whole pages is Folio's test. */
function selectSome(): Selection {
  const all = selectAll(library, themes);
  return {
    ...all,
    lessons: all.lessons.filter(({ part, number }) => (part === 3 && number > 4) || (part === 7 && number > 3)),
  };
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What a reader is told, whatever the look: the words of every slide in their order, hidden ones too. */
async function wordsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('section.slide')].map((slide) => {
      const copy = document.createElement('div');
      copy.append(slide.cloneNode(true));
      // Drawings, and what a citation in rows says once more.
      for (const extra of copy.querySelectorAll('svg, .label, .theme-row, .rr, .big')) extra.remove();
      return `${slide.id}: ${copy.textContent.replace(/\s+/gu, ' ').trim()}`;
    }),
  );
}

test('another style changes no word and no order', async () => {
  const words: (readonly string[])[] = [];
  for (const { name } of LOOKS.filter((look, index) => look.name !== LOOKS[index - 1]?.name)) {
    const { page } = await openDeck(
      browser,
      (await makeDeck(selectAll(library, themes), { style: await readStyle(name) })).html,
    );
    words.push(await wordsOf(page));
    await page.close();
  }
  for (const others of words) expect(others).toEqual(words[0]);
});

describe.each(LOOKS)('$name, $mode', ({ name, mode }) => {
  let byPart: MadeDeck;
  let byTheme: MadeDeck;
  beforeAll(async () => {
    const style = await readStyle(name, { mode });
    byPart = await makeDeck(selectAll(library, themes), { style });
    byTheme = await makeDeck(selectAll(library, themes), { style, groupBy: 'theme' });
  });

  test('nothing leaves its box, and the deck is under 900 kB', async () => {
    expect(Buffer.byteLength(byPart.html)).toBeLessThan(900_000);
    const unchecked = byPart.html.replace('checked.add(slide);', 'checked.add(slide); return;');
    expect(unchecked).not.toBe(byPart.html);
    const { page, complaints } = await openDeck(browser, unchecked, { query: '?view=print', bypassPolicy: true });
    await page.waitForSelector('html[data-pdf-ready]');
    expect(await page.evaluate(findOverflows, (await readStyle(name)).lesson.bottom + 1)).toEqual([]);
    expect(await page.evaluate(() => document.querySelectorAll('section.slide').length)).toBe(
      slidesOf(byPart.deck).length,
    );
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('nor on slides of 4:3, in the deck and on paper', async () => {
    const style = await readStyle(name, { mode, size: '4:3' });
    for (const groupBy of ['part', 'theme'] as const) {
      const made = await makeDeck(selectAll(library, themes), { style, groupBy });
      const unchecked = made.html.replace('checked.add(slide);', 'checked.add(slide); return;');
      const { page, complaints } = await openDeck(browser, unchecked, { query: '?view=print', bypassPolicy: true });
      await page.waitForSelector('html[data-pdf-ready]');
      expect(await page.evaluate(findOverflows, style.lesson.bottom + 1)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.setContent(made.print);
      await page.evaluate('document.fonts.ready');
      await page.emulateMediaType('print');
      expect(await page.evaluate(findOverflows, style.lesson.bottom + 1)).toEqual([]);
      const sizes = await page.evaluate(() =>
        [...document.querySelectorAll('section.slide')].map((slide) => [slide.clientWidth, slide.clientHeight].join()),
      );
      expect([...new Set(sizes)]).toEqual(['960,720']);
      await page.close();
    }
  });

  test('every text stands out from what is behind it', async () => {
    for (const [made, anchors] of [
      [byPart, [...NEUTRAL, ...IN_PARTS]],
      [byTheme, ['theme-security']],
    ] as const) {
      const page = await openStill(browser, made);
      expect((await faintTexts(page, anchors)).faint).toEqual([]);
      await page.close();
    }
  });

  test('axe-core finds nothing', async () => {
    const style = await readStyle(name, { mode });
    for (const [made, anchors] of [
      [
        await makeDeck(selectSome(), { style }),
        ['title', 'agenda', 'themes', 'shares', 'part-3', 'key-3.8', 'lesson-3.8', 'closing', 'sources'],
      ],
      [await makeDeck(selectSome(), { style, groupBy: 'theme' }), ['theme-security']],
    ] as const) {
      const page = await openWithAxe(browser, made.html);
      for (const anchor of anchors) {
        await showSlide(page, anchor);
        expect({ anchor, found: await violations(page, 'section.slide.present') }).toEqual({ anchor, found: [] });
      }
      await page.close();
    }
  });
});
