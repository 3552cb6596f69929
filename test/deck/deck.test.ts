import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadLibrary } from '../../src/load-library.ts';
import { slidesOf } from '../../src/model/deck.ts';
import { lessonsOf } from '../../src/model/library.ts';
import { selectAll } from '../make-library.ts';
import { launchBrowser, type MadeDeck, makeDeck, openDeck, showSlide } from '../open-deck.ts';

const { library, themes } = await loadLibrary('data/armon-dadgar.yaml', { cwd: process.cwd() });
const lessons = lessonsOf(library);
let browser: Browser;
let made: MadeDeck;

beforeAll(async () => {
  browser = await launchBrowser();
  made = await makeDeck(selectAll(library, themes));
});
afterAll(() => browser.close());

/** Straight marks for curly ones: slides may show either. */
const straight = (text: string): string => text.replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"');

test('the deck opens from a folder with a difficult name without an error, a violation or a request', async () => {
  const { page, complaints, requests } = await openDeck(browser, made.html);
  expect(await page.title()).toBe(library.title);
  expect(complaints).toEqual([]);
  expect(requests).toEqual([]);
  await page.close();
});

test('every quote stands word for word on its slide with its source, and whole in its notes', async () => {
  const { page } = await openDeck(browser, made.html);
  const shown = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('section[data-slide=lesson]')].map((slide) => ({
      id: slide.dataset['lesson'],
      quote: slide.querySelector('blockquote')?.textContent,
      source: slide.querySelector('footer cite')?.textContent,
      notes: slide.querySelector('aside.notes')?.textContent,
    })),
  );
  expect(shown).toHaveLength(75);
  for (const [index, lesson] of lessons.entries()) {
    const slide = shown[index];
    expect(slide?.id).toBe(lesson.id);
    expect(straight(slide?.quote ?? '')).toBe(`"${straight(lesson.quote)}"`);
    expect(slide?.source).toBe(lesson.source);
    expect(slide?.notes).toContain(lesson.quote);
    expect(slide?.notes).toContain(lesson.source);
    expect(slide?.notes).toContain(`Part ${lesson.part}: `);
  }
  await page.close();
});

test("reveal's pacing timer has the plan: the whole and each slide's share of it", async () => {
  const { page } = await openDeck(browser, made.html);
  const { total, slides } = await page.evaluate(() => ({
    total: Reflect.get(window, 'Reveal').getConfig().totalTime,
    slides: [...document.querySelectorAll<HTMLElement>('section.slide')].map((slide) =>
      Number(slide.dataset['timing']),
    ),
  }));
  expect(total).toBe(made.deck.seconds);
  expect(slides.reduce((sum, seconds) => sum + seconds, 0)).toBe(total);
  await page.close();
});

test('Right walks every slide in order', async () => {
  const { page } = await openDeck(browser, made.html);
  const walked: (string | undefined)[] = [];
  for (const _ of slidesOf(made.deck)) {
    walked.push(await page.evaluate(() => Reflect.get(window, 'Reveal').getCurrentSlide().id));
    await page.keyboard.press('ArrowRight');
  }
  expect(walked).toEqual(slidesOf(made.deck).map((slide) => slide.anchor));
  await page.close();
});

test('the address names the slide, and opens it', async () => {
  const { page } = await openDeck(browser, made.html, { query: '#/lesson-5.3' });
  expect(await page.evaluate('Reveal.getCurrentSlide().id')).toBe('lesson-5.3');
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => location.hash === '#/lesson-5.4');
  await page.close();
});

test('links of the agenda, the spines and the sources lead to their slides', async () => {
  const { page } = await openDeck(browser, made.html);
  for (const [from, link, to] of [
    ['agenda', 'a[href="#part-3"]', 'part-3'],
    ['part-3', 'a[href="#lesson-3.8"]', 'lesson-3.8'],
    ['lesson-3.8', 'a.bn', 'sources'],
    ['sources', 'a[href="#lesson-1.1"]', 'lesson-1.1'],
  ] as const) {
    await showSlide(page, from);
    await page.evaluate(
      (selector) =>
        document
          .querySelector(`section.present ${selector}`)
          ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })),
      link,
    );
    await page.waitForFunction(
      (id) => Reflect.get(window, 'Reveal').getCurrentSlide().id === id,
      { timeout: 5000 },
      to,
    );
  }
  await page.close();
});

test('the speaker view opens with the notes and source of the current slide, and follows it', async () => {
  const { page, complaints } = await openDeck(browser, made.html, { query: '#/lesson-3.8' });
  const opened = new Promise<string>((resolve) => {
    page.once('popup', async (popup) => {
      popup?.on('console', (message) => complaints.push(message.text()));
      await popup?.waitForFunction(() => document.body.innerText.includes('HashiCorp YouTube'));
      await page.keyboard.press('ArrowRight');
      await popup?.waitForFunction(() => document.body.innerText.includes('InfoQ [9]'));
      expect(
        await popup?.evaluate(
          () => getComputedStyle(document.querySelector('#current-slide') ?? document.body).position,
        ),
      ).toBe('absolute');
      resolve((await popup?.evaluate(() => document.querySelector('.speaker-controls-notes')?.textContent)) ?? '');
    });
  });
  await page.keyboard.press('s');
  expect(await opened).toContain('3.9  On operator access');
  expect(complaints).toEqual([]);
  await page.close();
});

test('overview, search and help open without a violation', async () => {
  const { page, complaints } = await openDeck(browser, made.html);
  await page.keyboard.press('o');
  expect(await page.evaluate('Reveal.isOverview()')).toBe(true);
  await page.keyboard.press('Escape');
  await page.keyboard.down('Control');
  await page.keyboard.down('Shift');
  await page.keyboard.press('KeyF');
  await page.keyboard.up('Shift');
  await page.keyboard.up('Control');
  await page.waitForSelector('.searchbox input');
  await page.type('.searchbox input', 'gossip');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => Reflect.get(window, 'Reveal').getCurrentSlide().id === 'part-2');
  expect(complaints).toEqual([]);
  await page.close();
});

test('the print view of the deck has one page a slide at the size of a slide', async () => {
  const { page, complaints } = await openDeck(browser, made.html, { query: '?view=print' });
  await page.waitForSelector('html[data-pdf-ready]');
  expect(await page.evaluate(() => document.querySelectorAll('.pdf-page').length)).toBe(slidesOf(made.deck).length);
  expect(complaints).toEqual([]);
  await page.close();
});

test('without scripts the slides can be read one under the other', async () => {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setContent(made.html);
  const box = await (await page.$('#lesson-8\\.9'))?.boundingBox();
  expect(box?.width).toBeGreaterThan(300);
  await page.close();
});

test('a query in the address cannot make the deck load another page', async () => {
  const { page, requests } = await openDeck(browser, made.html, { query: '?url=http://127.0.0.1:9/evil&plugins=x' });
  await page.keyboard.press('ArrowRight');
  expect(requests).toEqual([]);
  await page.close();
});

test('the file is under 700 kB and the same each time', async () => {
  expect(Buffer.byteLength(made.html)).toBeLessThan(700_000);
  expect((await makeDeck(selectAll(library, themes))).html).toBe(made.html);
});

test('a phone gets a page to scroll, which opens where its address says, can be read, and whose links work', async () => {
  const phone = { width: 390, height: 844, query: '#/lesson-3.8' };
  const { page, complaints } = await openDeck(browser, made.html, phone);
  const topOf = (id: string): Promise<number> =>
    page.evaluate((anchor) => Math.round(document.getElementById(anchor)?.getBoundingClientRect().top ?? 9999), id);
  await page.waitForFunction(
    () => Math.abs(document.getElementById('lesson-3.8')?.getBoundingClientRect().top ?? 9999) < 2,
  );
  const sizes = await page.evaluate(() =>
    [...document.querySelectorAll('.lesson .words')].map((words) =>
      Number.parseFloat(getComputedStyle(words).fontSize),
    ),
  );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(20);
  const isWider = await page.evaluate(() =>
    [...document.querySelectorAll('section.slide')].some((slide) => slide.scrollWidth > 391),
  );
  expect(isWider).toBe(false);
  await page.evaluate(() => document.querySelector<HTMLElement>('#agenda a[href="#part-7"]')?.click());
  expect(Math.abs(await topOf('part-7'))).toBeLessThan(2);
  expect(complaints).toEqual([]);
  await page.close();
});
