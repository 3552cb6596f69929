import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readStyle } from '../../src/files/read-style.ts';
import { loadLibrary } from '../../src/load-library.ts';
import { lessonsOf } from '../../src/model/library.ts';
import { selectAll } from '../make-library.ts';
import { launchBrowser, type MadeDeck, makeDeck, openStill, photograph, showSlide } from '../open-deck.ts';
import { faintTexts } from './find-contrast.ts';

const PICTURES = join(import.meta.dirname, '../pictures');
/** Share of pixels that may differ: another build of Chromium smooths edges differently. */
const TOLERANCE = 0.01;

const { library, themes } = await loadLibrary('data/armon-dadgar.yaml', { cwd: process.cwd() });
let browser: Browser;
let byPart: MadeDeck;
let byTheme: MadeDeck;

beforeAll(async () => {
  browser = await launchBrowser();
  byPart = await makeDeck(selectAll(library, themes));
  byTheme = await makeDeck(selectAll(library, themes), { groupBy: 'theme' });
});
afterAll(() => browser.close());

test.each([
  'title',
  'agenda',
  'themes',
  'shares',
  'part-3',
  'lesson-3.8',
  'key-3.8',
  'closing',
  'sources',
  'theme-security',
])('the slide %s looks as it did', async (anchor) => {
  const page = await openStill(browser, anchor.startsWith('theme-') ? byTheme : byPart);
  await showSlide(page, anchor);
  await comparePicture(anchor, await photograph(page));
  await page.close();
});

test.each(['nocturne', 'raster'])('the style %s looks as it did', async (name) => {
  const made = await makeDeck(selectAll(library, themes), { style: await readStyle(name) });
  const page = await openStill(browser, made);
  for (const anchor of ['title', 'part-3', 'lesson-3.8', 'themes']) {
    await showSlide(page, anchor);
    await comparePicture(`${name}-${anchor}`, await photograph(page));
  }
  await page.close();
});

async function comparePicture(name: string, now: PNG): Promise<void> {
  const file = join(PICTURES, `${name}.png`);
  if (process.env['UPDATE_PICTURES'] || !existsSync(file)) {
    expect(process.env['CI'], `${file} is missing`).toBeUndefined();
    await writeFile(file, PNG.sync.write(now));
  }
  const before = PNG.sync.read(await readFile(file));
  const difference = new PNG({ width: 1280, height: 720 });
  const differing = pixelmatch(before.data, now.data, difference.data, 1280, 720, { threshold: 0.2 });
  if (differing / (1280 * 720) > TOLERANCE) await keepArtifact(name, now, difference);
  expect(differing / (1280 * 720), name).toBeLessThanOrEqual(TOLERANCE);
}

async function keepArtifact(name: string, now: PNG, difference: PNG): Promise<void> {
  const folder = join(import.meta.dirname, '../.artifacts');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.png`), PNG.sync.write(now));
  await writeFile(join(folder, `${name}-difference.png`), PNG.sync.write(difference));
}

test('every text stands out from what is behind it, on slides of every kind and part', async () => {
  const anchors = ['title', 'agenda', 'themes', 'shares', 'closing', 'sources'];
  for (const part of library.parts) anchors.push(`part-${part.number}`, `lesson-${part.number}.2`);
  for (const lesson of lessonsOf(library)) if (lesson.key) anchors.push(`key-${lesson.id}`);
  expect(await faintIn(byPart, anchors)).toEqual([]);
  expect(await faintIn(byTheme, ['theme-security'])).toEqual([]);
});

async function faintIn(made: MadeDeck, anchors: readonly string[]): Promise<string[]> {
  const page = await openStill(browser, made);
  const { faint } = await faintTexts(page, anchors);
  await page.close();
  return faint;
}

test('the pictures count right: a mark a lesson, and every number stands in the bibliography', async () => {
  const page = await openStill(browser, byPart);
  const facts = await page.evaluate(() => {
    const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
    const numbers = (selector: string): number[] => all(selector).map((element) => Number(element.textContent));
    return {
      spinesOnTitle: all('.title .index .mark').length,
      spinesOnDividers: all('.part .lessons .mark').length,
      barsInMatrix: all('.matrix td .mark').length,
      matrixTotal: numbers('.matrix tfoot .total'),
      cited: [...new Set(numbers('.lesson .bn'))].sort((a, b) => a - b),
      listed: numbers('.sources li > .n'),
      references: all('.sources .refs a').length,
      excerpts: all('.claim').map((claim) => claim.textContent.replace(/[“”…]/gu, '')),
      quotes: all('.lesson .words').map((words) => words.textContent),
    };
  });
  await page.close();
  expect(facts).toMatchObject({
    spinesOnTitle: 75,
    spinesOnDividers: 75,
    barsInMatrix: 75,
    matrixTotal: [75],
    references: 75,
  });
  expect(facts.cited).toEqual(facts.listed);
  for (const excerpt of facts.excerpts) expect(facts.quotes.some((quote) => quote.includes(excerpt))).toBe(true);
});

test('a quote of 100 to 300 characters is never set under 40 px, and no text under 14', async () => {
  const page = await openStill(browser, byPart);
  const sizes = await page.evaluate(() => ({
    quotes: [...document.querySelectorAll('.lesson .words')].map((words) =>
      Number.parseFloat(getComputedStyle(words).fontSize),
    ),
    texts: [...document.querySelectorAll('section.slide *:not(.notes, .notes *, svg *)')]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
      .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
  }));
  await page.close();
  expect(Math.min(...sizes.quotes)).toBeGreaterThanOrEqual(40);
  expect(Math.min(...sizes.texts)).toBeGreaterThanOrEqual(14);
});
