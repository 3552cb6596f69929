import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readStyles } from '../../src/files/read-styles.ts';
import { loadLibrary } from '../../src/load-library.ts';
import { loadStyle } from '../../src/load-style.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { Style } from '../../src/model/style.ts';
import { runInProcess } from '../cli/run-in-process.ts';
import { faintTexts } from '../deck/find-contrast.ts';
import { findOverflows } from '../deck/find-overflows.ts';
import { openWithAxe, violations } from '../deck/open-with-axe.ts';
import { selectAll } from '../make-library.ts';
import { launchBrowser, makeDeck, openDeck, openStill, showSlide } from '../open-deck.ts';

const { library, themes } = await loadLibrary('data/armon-dadgar.yaml', { cwd: process.cwd() });
const LOOKS = (await readStyles()).flatMap(({ name, modes }) => modes.map((mode) => ({ name, mode })));
let browser: Browser;
let folder = '';

beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'lectern-brand-'));
  await cp(join(import.meta.dirname, 'northwind'), folder, { recursive: true });
  // Where the brand's owner has installed its fonts.
  await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

async function writeBrand(name: string, change: (css: string) => string): Promise<string> {
  await writeFile(join(folder, name), change(await readFile(join(folder, 'northwind.css'), 'utf8')));
  return name;
}

async function brandOver(name: string, mode: Style['mode']): Promise<{ style: Style; warnings: readonly Problem[] }> {
  const file = await writeBrand(`${name}.css`, (css) => css.replace('--b-fit', `--b-style: ${name}; --b-fit`));
  const warnings: Problem[] = [];
  const style = await loadStyle({ name: file, mode, cwd: folder, warn: (found) => warnings.push(...found) });
  return { style, warnings };
}

describe.each(LOOKS)('a brand over $name, $mode', ({ name, mode }) => {
  test('fits, stands out, is accessible, holds its fonts and logo, and loads nothing', async () => {
    const { style, warnings } = await brandOver(name, mode);
    expect(warnings).toEqual([]);
    const made = await makeDeck(selectAll(library, themes), { style });
    expect(Buffer.byteLength(made.html)).toBeLessThan(900_000);
    const unchecked = made.html.replace('checked.add(slide);', 'checked.add(slide); return;');
    const print = await openDeck(browser, unchecked, { query: '?view=print', bypassPolicy: true });
    await print.page.waitForSelector('html[data-pdf-ready]');
    expect(await print.page.evaluate(findOverflows, style.lesson.bottom + 1)).toEqual([]);
    await print.page.close();
    const { page, complaints, requests } = await openDeck(browser, made.html);
    const seen = await page.evaluate(() => ({
      fonts: [...document.fonts]
        .filter((font) => font.family.includes('Brand') && font.status === 'loaded')
        .map((font) => font.family),
      logo: getComputedStyle(document.querySelector('.slide.title') ?? document.body, '::after').backgroundImage.slice(
        0,
        24,
      ),
      onLesson: getComputedStyle(document.querySelector('.slide.lesson') ?? document.body, '::after').content,
    }));
    expect(new Set(seen.fonts.map((family) => family.replaceAll('"', '')))).toEqual(
      new Set(['Brand text', 'Brand display', 'Brand accent', 'Brand ui']),
    );
    expect(seen.logo).toBe('url("data:image/svg+xml;');
    expect(seen.onLesson).toBe('none');
    expect(complaints).toEqual([]);
    expect(requests).toEqual([]);
    await page.close();
    const still = await openStill(browser, made);
    expect(
      (await faintTexts(still, ['title', 'agenda', 'part-3', 'key-1.7', 'lesson-2.10', 'closing', 'sources'])).faint,
    ).toEqual([]);
    await still.close();
  });
});

test('axe-core finds nothing on a branded deck', async () => {
  const { style } = await brandOver('folio', 'light');
  const page = await openWithAxe(browser, (await makeDeck(selectAll(library, themes), { style })).html);
  for (const anchor of ['title', 'part-3', 'lesson-3.8', 'closing']) {
    await showSlide(page, anchor);
    expect(await violations(page)).toEqual([]);
  }
  await page.close();
});

test('colours that cannot be read are all named, each with the nearest one that can, and nothing is written', async () => {
  const file = await writeBrand('faint.css', (css) => css.replace('#a8323e', '#e06070').replace('#3fd0b5', '#104030'));
  const { code, stdout, stderr } = await runInProcess(['build', '--style', file], { cwd: folder });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(
    'faint.css:9: --deep-2 #e06070 is 3.01:1 on its tinted paper\n  The nearest that passes is #bd4053.',
  );
  expect(stderr).toMatch(
    /faint\.css:10: --vivid-3 #104030 is 1\.61:1 on its night\n {2}The nearest that passes is #[0-9a-f]{6}\./u,
  );
  const mended = await writeBrand('mended.css', (css) => css.replace('#a8323e', '#bd4053'));
  expect((await runInProcess(['build', '--style', mended], { cwd: folder })).code).toBe(0);
});

test('parts that look alike to the colour-blind are warned about, and the deck is made', async () => {
  const file = await writeBrand('alike.css', (css) => css.replace(/--deep-3: #\w+/u, '--deep-3: #a8323f'));
  const { code, stderr } = await runInProcess(['build', '--style', file, '-o', 'alike.html'], { cwd: folder });
  expect(code).toBe(0);
  expect(stderr).toMatch(/alike\.css:10: warning: --deep-2 and --deep-3 look alike to .* \(ΔE 0\.\d/u);
});

test.each([
  [
    'a font that is not installed',
    '"Instrument Sans Variable"',
    '"Nowhere Sans Variable"',
    /northwind-1\.css:3: the font Nowhere Sans Variable is not there\n.*npm install @fontsource-variable\/nowhere-sans/u,
  ],
  ['a logo that is not there', 'northwind.svg', 'gone.svg', /northwind-1\.css:\d+: gone\.svg: /u],
  [
    'a logo that is no picture',
    'northwind.svg',
    'northwind.css',
    /northwind-1\.css:\d+: northwind\.css cannot be the logo/u,
  ],
  [
    'a style that is not there',
    '--b-fit',
    '--b-style: folioo; --b-fit',
    /northwind-1\.css: --b-style folioo: there is no such style\n.*Did you mean folio\?/u,
  ],
])('%s is refused by name', async (_, from, to, message) => {
  const file = await writeBrand('northwind-1.css', (css) => css.replace(from, to));
  const { code, stderr } = await runInProcess(['build', '--style', file], { cwd: folder });
  expect(code).toBe(2);
  expect(stderr).toMatch(message);
});

test('the configuration names a brand from its own folder, and a font from a file beside it', async () => {
  await cp(
    'node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2',
    join(folder, 'own.woff2'),
  );
  const file = await writeBrand(
    'own.css',
    (css) =>
      `@font-face { font-family: Own; src: url(own.woff2); }\n${css.replaceAll('"Instrument Sans Variable"', '"Own"')}`,
  );
  await writeFile(join(folder, 'brand.config.yaml'), `style: ${file}\n`);
  const ran = await runInProcess(
    ['build', 'built-in', '--config', join(folder, 'brand.config.yaml'), '-o', join(folder, 'own.html')],
    { cwd: process.cwd() },
  );
  expect(ran.code).toBe(0);
  const { page } = await openDeck(browser, await readFile(join(folder, 'own.html'), 'utf8'));
  expect(
    await page.evaluate(() =>
      [...document.fonts].some((font) => font.family.includes('Brand text') && font.status === 'loaded'),
    ),
  ).toBe(true);
  await page.close();
});
