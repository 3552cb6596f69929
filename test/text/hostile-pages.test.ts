import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeDeck } from '../../src/compose/compose-deck.ts';
import { composeHandout } from '../../src/compose/compose-handout.ts';
import { composePoster } from '../../src/compose/compose-poster.ts';
import { readAssets } from '../../src/files/read-assets.ts';
import { readStyle } from '../../src/files/read-style.ts';
import { loadLibrary } from '../../src/load-library.ts';
import { type Library, lessonsOf } from '../../src/model/library.ts';
import type { Theme } from '../../src/model/theme.ts';
import { renderDeck, renderPrintPage } from '../../src/render/render-deck.ts';
import { renderHandout } from '../../src/render/render-handout.ts';
import { renderPoster } from '../../src/render/render-poster.ts';
import { runLectern } from '../files/run-with-fault.ts';
import { makeLesson, makeLibrary, selectAll } from '../make-library.ts';
import { launchBrowser } from '../open-deck.ts';
import { type Presenting, startPresent } from '../present/start-present.ts';
import { findLeaks, type Leak } from './find-leaks.ts';
import { ALL, hostileLibrary, idOf, OPTIONS } from './hostile-library.ts';
import { HOSTILE } from './hostile-strings.ts';

type Name = 'deck' | 'print' | 'handout' | 'handout-text' | 'poster';
const NAMES: readonly Name[] = ['deck', 'print', 'handout', 'handout-text', 'poster'];
const TEXTS = { title: ALL, subtitle: ALL, presenter: ALL, event: ALL, date: ALL };

let browser: Browser;
let folder = '';
let hostile: Library;
let pages: ReadonlyMap<Name, string>;
let harmless: ReadonlyMap<Name, string>;
let plain: Library;

beforeAll(async () => {
  browser = await launchBrowser();
  folder = mkdtempSync(join(tmpdir(), 'lectern-text-'));
  writeFileSync(join(folder, 'hostile.json'), JSON.stringify(hostileLibrary()));
  hostile = (await loadLibrary('hostile.json', { cwd: folder })).library;
  pages = await makePages(hostile, TEXTS);
  const words = HOSTILE.map((_, index) =>
    makeLesson(idOf(index), {
      topic: `t${index}`,
      quote: `q${index}`,
      source: `s${index}`,
      note: `n${index}`,
      highlight: `q${index}`,
    }),
  );
  plain = makeLibrary(words);
  harmless = await makePages(plain, {});
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

async function makePages(library: Library, texts: object, look = 'folio'): Promise<ReadonlyMap<Name, string>> {
  const style = await readStyle(look);
  const assets = await readAssets();
  const themes = makeThemes(library === hostile ? HOSTILE : HOSTILE.map((_, index) => `theme ${index}`));
  const deck = composeDeck(selectAll(library, themes), { style, ...texts });
  const options = { paper: 'A4', notes: 'speaker', perPage: 3 } as const;
  const handout = (layout: 'slides' | 'text'): Promise<string> =>
    renderHandout({ deck, handout: composeHandout(deck, style, { ...options, layout }), style }, assets);
  return new Map<Name, string>([
    ['deck', await renderDeck(deck, style, assets)],
    ['print', await renderPrintPage(deck, style, assets)],
    ['handout', await handout('slides')],
    ['handout-text', await handout('text')],
    ['poster', await renderPoster({ deck, poster: composePoster(deck, style, 'A2'), style }, assets)],
  ]);
}

function makeThemes(texts: readonly string[]): readonly Theme[] {
  return texts
    .slice(0, 7)
    .map((title, index) => ({ name: `theme-${index}`, title, description: title, icon: '', glyph: '', terms: [] }));
}

/** A page that counts what a text must never do: run, ask, pop up, break the policy. */
async function watch(page: Page): Promise<string[]> {
  const deeds: string[] = [];
  await page.exposeFunction('hit', (what: unknown) => void deeds.push(`ran ${what}`));
  page.on('dialog', (dialog) => {
    deeds.push(`asked ${dialog.message()}`);
    dialog.dismiss().catch(() => undefined);
  });
  page.on('request', (request) => {
    if (!/^(?:file|data|blob|about):|^http:\/\/127\.0\.0\.1:/u.test(request.url())) deeds.push(`sent ${request.url()}`);
  });
  page.on('console', (message) => {
    if (/Content Security Policy/iu.test(message.text())) deeds.push(message.text().slice(0, 200));
  });
  page.on('pageerror', (error) => deeds.push(String(error)));
  return deeds;
}

async function open(html: string, bypassPolicy: boolean): Promise<{ page: Page; deeds: readonly string[] }> {
  const file = join(folder, `page-${Math.random().toString(36).slice(2)}.html`);
  writeFileSync(file, html);
  const page = await browser.newPage();
  await page.setBypassCSP(bypassPolicy);
  const deeds = await watch(page);
  await page.goto(pathToFileURL(file).href);
  await page.evaluate('document.fonts.ready');
  return { page, deeds };
}

/** How often each kind of element stands in two pages, as a browser reads them. */
function countElements(...pages: string[]): readonly Readonly<Record<string, number>>[] {
  return pages.map((html) => {
    const counts: Record<string, number> = {};
    for (const { localName } of new DOMParser().parseFromString(html, 'text/html').querySelectorAll('*'))
      counts[localName] = (counts[localName] ?? 0) + 1;
    return counts;
  });
}

/** Elements that the texts name, but for those whose number depends on how texts are laid out. */
const OWN = ['a', 'blockquote', 'body', 'cite', 'div', 'footer', 'html', 'p', 'section', 'svg', 'table'];
const FOREIGN: readonly string[] = [
  ...new Set([...ALL.matchAll(/<([a-z]+)/giu)].map(([, name = '']) => name.toLowerCase())),
].filter((name) => !OWN.includes(name));

// With the policy off, escaping alone has to hold.
test.each<[Name, string, boolean]>([
  ['deck', 'on', false],
  ...NAMES.map((name): [Name, string, boolean] => [name, 'off', true]),
])('nothing runs or is asked for in %s with its policy %s, and no text becomes an element', async (name, _, isOff) => {
  await seeNothingRun(pages.get(name) ?? '', harmless.get(name) ?? '', isOff);
});

async function seeNothingRun(html: string, without: string, isOff: boolean): Promise<void> {
  const { page, deeds } = await open(html, isOff);
  expect(deeds).toEqual([]);
  const [counts, expected] = await page.evaluate(countElements, html, without);
  for (const element of FOREIGN) expect(`${counts?.[element]} ${element}`).toBe(`${expected?.[element]} ${element}`);
  const links = await page.$$eval('[href]', (all) => all.map((each) => each.getAttribute('href') ?? ''));
  for (const link of links) expect(link).toMatch(/^(?:https?:\/\/|mailto:|#)/u);
  const attributes = await page.$$eval('*', (all) => all.flatMap((each) => each.getAttributeNames()));
  expect(attributes.filter((attribute) => attribute.startsWith('on'))).toEqual([]);
  await page.close();
}

test.each(['nocturne', 'raster'])('nor in the deck and the poster of the style %s, their policy off', async (look) => {
  const [styled, without] = [await makePages(hostile, TEXTS, look), await makePages(plain, {}, look)];
  for (const name of ['deck', 'poster'] as const)
    await seeNothingRun(styled.get(name) ?? '', without.get(name) ?? '', true);
});

const NAMED = '</style><script>hit(60)</script> "ü" ‮日本';
const FONT = 'node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2';
const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="hit(61)"><script>hit(62)</script>
<image href="https://evil.example/logo.png"/><foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="hit(63)"/></foreignObject></svg>`;

test('names of files, brands and fonts, a logo, and the title and options of a recipe run nothing either', async () => {
  const files = { brand: 'ü <b>‮日本.css', library: '“hostile” <i>日本.json', recipe: 'tälk <u>.yaml' };
  cpSync(FONT, join(folder, 'fönt <s>.woff2'));
  writeFileSync(join(folder, 'lögo <s>.svg'), LOGO);
  const family = NAMED.replaceAll('"', '\\"');
  const face = `@font-face { font-family: "${family}"; src: url("fönt <s>.woff2"); }`;
  const rule = `[data-brand="${family}"] { --b-text: "${family}"; --b-logo: url("lögo <s>.svg"); }`;
  writeFileSync(join(folder, files.brand), `/* ${NAMED} */\n${face}\n${rule}\n`);
  writeFileSync(join(folder, files.library), readFileSync(join(folder, 'hostile.json')));
  const lessons = lessonsOf(hostile).map(({ id, topic, source, quote }) => ({ id, topic, source, quote }));
  const options = { ...TEXTS, name: NAMED, style: files.brand };
  const recipe = { recipe: '1', library: files.library, order: 'library', options, lessons };
  // JSON is YAML, but for the first line, which tells a recipe.
  writeFileSync(join(folder, files.recipe), `recipe: 1\n${toYaml(recipe)}`);
  const { code, stdout, stderr } = await runLectern([files.recipe, '-o', 'öut <b>'], folder);
  expect(code, stderr).toBe(0);
  const html = readFileSync(join(folder, stdout.trimEnd()), 'utf8');
  expect(html).toContain('data:image/svg+xml;base64,');
  await seeNothingRun(html, harmless.get('deck') ?? '', true);
});

/** A line a field, each in JSON. */
function toYaml(fields: object): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return lines.filter((line) => !line.startsWith('recipe')).join('\n');
}

/** What a slide shows of straight marks and blanks. */
function folded(text: string): string {
  return text
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/[\u201c\u201d]/gu, '"')
    .replace(/\s+/gu, ' ')
    .trim();
}

test('every word is in the deck as it was written, cited once, by its own source alone', async () => {
  const { page } = await open(pages.get('deck') ?? '', false);
  const shown = await page.$$eval('section[data-lesson]', (sections) =>
    sections.map((section) => {
      const text = (selector: string): string => section.querySelector(selector)?.textContent ?? '';
      const notes = section.querySelector('aside.notes');
      const first = text('.topic .tr');
      return {
        id: section.getAttribute('data-lesson') ?? '',
        quote: text('blockquote .words').slice(text('blockquote .oq').length),
        topic: text('.topic').slice(first.length),
        cites: [...section.querySelectorAll('cite')]
          .filter((each) => !notes?.contains(each))
          .map((each) => each.textContent),
        notes: notes?.textContent ?? '',
      };
    }),
  );
  for (const [index, lesson] of lessonsOf(hostile).entries()) {
    const text = HOSTILE[index] ?? '';
    expect(lesson.quote).toBe(text.trim());
    const slides = shown.filter(({ id }) => id === lesson.id);
    expect(slides).toHaveLength(1);
    for (const { quote, topic, cites, notes } of slides) {
      expect(folded(quote)).toContain(folded(text));
      expect(folded(topic)).toBe(folded(text));
      expect(cites.map(folded)).toEqual([folded(text)]);
      // Topic, presenter's words, quote, source: letter for letter.
      expect(notes.split(text.trim()).length).toBeGreaterThanOrEqual(5);
    }
  }
  await page.close();
});

test('marks that turn the direction of text turn nothing beside it', async () => {
  for (const name of NAMES) {
    const { page } = await open(pages.get(name) ?? '', false);
    const leaks: readonly Leak[] = await page.evaluate(findLeaks, ALL);
    expect([...new Set(leaks.map(({ where, beside }) => `${where}: ${beside.slice(0, 90)}`))], name).toEqual([]);
    await page.close();
  }
});

describe('a live talk', () => {
  let presenting: Presenting;
  beforeAll(async () => {
    presenting = await startPresent(folder, ['hostile.json', ...OPTIONS]);
  });
  afterAll(() => presenting.stop());

  test('runs nothing of a text in its deck, its presenter page and the speaker view', async () => {
    const deck = await browser.newPage();
    const presenter = await browser.newPage();
    const deeds = [await watch(deck), await watch(presenter)];
    await deck.goto(presenting.deck);
    await deck.waitForFunction('window.Reveal && Reveal.isReady()');
    await presenter.goto(presenting.presenter);
    await presenter.waitForFunction(() => document.querySelectorAll('iframe').length > 0);
    const popup = new Promise<Page | null>((resolve) => deck.once('popup', resolve));
    await deck.keyboard.press('s');
    const speaker = await popup;
    if (!speaker) throw new Error('the speaker view did not open');
    deeds.push(await watch(speaker));
    for (const [index, text] of HOSTILE.entries()) {
      if (index % 6 !== 0) continue;
      await deck.evaluate((id) => {
        location.hash = `#/lesson-${id}`;
      }, idOf(index));
      await presenter.waitForFunction((words) => document.body.textContent?.includes(words), {}, text.trim());
    }
    const notes = await speaker.$eval('body', (body) => body.textContent ?? '');
    expect(notes).toContain('Quote');
    expect(deeds.flat()).toEqual([]);
    for (const page of [speaker, deck, presenter]) await page.close();
  });
});
