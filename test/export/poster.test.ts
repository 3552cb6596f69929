import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeDeck } from '../../src/compose/compose-deck.ts';
import { composePoster } from '../../src/compose/compose-poster.ts';
import { readAssets } from '../../src/files/read-assets.ts';
import { readStyle } from '../../src/files/read-style.ts';
import { readStyles } from '../../src/files/read-styles.ts';
import { POSTER_SIZES, type Poster, type PosterSize } from '../../src/model/poster.ts';
import type { Style } from '../../src/model/style.ts';
import { renderPoster } from '../../src/render/render-poster.ts';
import { makeLibrary, makeManyLessons, selectAll } from '../make-library.ts';
import { launchBrowser } from '../open-deck.ts';

const LECTERN = join(import.meta.dirname, '../../dist/main.js');
const folio = await readStyle('folio');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test.each([
  ['A2', '1684.08 x 1191.12'],
  ['A3', '1191.12 x 841.92'],
  ['tabloid', '1224 x 792'],
])('the poster of the built-in library is one sheet of %s', (size, points) => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-poster-'));
  const words = ['--to', 'poster', '--poster-size', size, '-o', 'out'];
  expect(spawnSync(process.execPath, [LECTERN, ...words], { cwd: folder }).status).toBe(0);
  const file = join(folder, 'out/armon-dadgar-poster.pdf');
  const facts = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  expect(facts).toMatch(/^Pages: +1$/mu);
  expect(facts).toContain(`Page size:       ${points} pts`);
  const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).replace(/\s+/gu, ' ');
  expect(text).toContain('Credential lifecycles');
  expect(text).toContain('A secret without an expiration date is a time bomb.');
});

async function posterOf(count: number, sheet: PosterSize, style: Style): Promise<{ poster: Poster; html: string }> {
  const perPart = Math.max(1, Math.ceil(count / 8));
  const lessons = makeManyLessons(Math.ceil(count / perPart), perPart, 40).slice(0, count);
  const deck = composeDeck(selectAll(makeLibrary(lessons, { tagline: 'A summary of what was said, '.repeat(6) })), {
    style,
  });
  const poster = composePoster(deck, style, sheet);
  return { poster, html: await renderPoster({ deck, poster, style }, await readAssets()) };
}

/** Texts that leave their box, the sheet or their spine. */
async function textsOutside(html: string): Promise<string[]> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setContent(html);
  await page.evaluate('document.fonts.ready');
  const outside = await page.evaluate(() => {
    const found: string[] = [];
    for (const box of document.querySelectorAll('foreignObject')) {
      const text = box.firstElementChild;
      if (!text) continue;
      const [inner, outer] = [text.getBoundingClientRect(), box.getBoundingClientRect()];
      if (inner.bottom > outer.bottom + 2 || text.scrollWidth > text.clientWidth + 1)
        found.push(text.textContent.slice(0, 40));
    }
    for (const label of document.querySelectorAll('.style-folio text.topic')) {
      const foot = label.closest('g')?.querySelector('.mark')?.getBoundingClientRect().bottom ?? 0;
      if (label.getBoundingClientRect().bottom > foot) found.push(label.textContent);
    }
    const sheet = document.querySelector('svg.sheet')?.getBoundingClientRect();
    for (const label of document.querySelectorAll('text')) {
      const { left, top, right, bottom } = label.getBoundingClientRect();
      if (!sheet || left < sheet.left || top < sheet.top || right > sheet.right || bottom > sheet.bottom)
        found.push(label.textContent);
    }
    return found;
  });
  await page.close();
  return outside;
}

test.each(POSTER_SIZES.flatMap((sheet) => [5, 24, 75, 150].map((count) => [sheet, count] as const)))(
  'on %s, %d lessons fill one sheet, and every text is in its box and not too small to read',
  async (sheet, count) => {
    const { poster, html } = await posterOf(count, sheet, folio);
    const labels = poster.groups.flatMap((group) => group.labels);
    const sizesOf = (look: string): number[] => labels.filter((one) => one.look === look).map((one) => one.size);
    expect(sizesOf('ref')).toHaveLength(count);
    expect(sizesOf('topic')).toHaveLength(count);
    expect(Math.min(...sizesOf('ref'))).toBeGreaterThanOrEqual(2.75);
    expect(Math.min(...sizesOf('topic'))).toBeGreaterThanOrEqual(4.6);
    expect(await textsOutside(html)).toEqual([]);
  },
);

const OTHERS = (await readStyles())
  .filter(({ name }) => name !== 'folio')
  .flatMap(({ name, modes }) => modes.map((mode) => [name, mode] as const));

test.each(OTHERS.flatMap(([name, mode]) => [3, 75, 150].map((count) => [name, mode, count] as const)))(
  'in %s, %s, %d lessons are as many marks on one sheet, and every text is in its box and not too small to read',
  async (name, mode, count) => {
    const { poster, html } = await posterOf(count, count === 3 ? 'tabloid' : 'A2', await readStyle(name, { mode }));
    const marks = poster.groups.flatMap((group) => group.shapes).filter((shape) => shape.look.startsWith('mark '));
    expect(marks).toHaveLength(count);
    const labels = poster.groups.flatMap((group) => group.labels).filter((label) => label.look !== 'unit-figure');
    expect(Math.min(...labels.map((label) => label.size))).toBeGreaterThanOrEqual(2.75);
    expect(Math.min(...poster.groups.flatMap((group) => group.texts.map((text) => text.size)))).toBeGreaterThanOrEqual(
      2.75,
    );
    expect(await textsOutside(html)).toEqual([]);
  },
);
