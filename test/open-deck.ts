import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PNG } from 'pngjs';
import type { Browser, Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { composeDeck } from '../src/compose/compose-deck.ts';
import type { DeckOptions } from '../src/compose/deck-context.ts';
import { findBrowser } from '../src/files/find-browser.ts';
import { readAssets } from '../src/files/read-assets.ts';
import { readStyle } from '../src/files/read-style.ts';
import type { Deck } from '../src/model/deck.ts';
import type { Selection } from '../src/model/selection.ts';
import { renderDeck, renderPrintPage } from '../src/render/render-deck.ts';

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** Real Chromium, as the tests share it; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { path } = await findBrowser({ env: process.env });
  return puppeteer.launch({
    executablePath: path,
    args: process.getuid?.() === 0 ? [...QUIET, '--no-sandbox'] : QUIET,
  });
}

export interface MadeDeck {
  readonly deck: Deck;
  readonly html: string;
  readonly print: string;
}

export async function makeDeck(selection: Selection, given: Partial<DeckOptions> = {}): Promise<MadeDeck> {
  const style = given.style ?? (await readStyle('folio'));
  const assets = await readAssets();
  const deck = composeDeck(selection, { ...given, style });
  return { deck, html: await renderDeck(deck, style, assets), print: await renderPrintPage(deck, style, assets) };
}

/** A page that remembers everything that a deck must not do. */
export interface WatchedPage {
  readonly page: Page;
  readonly url: string;
  /** Console errors, uncaught errors and CSP violations. */
  readonly complaints: string[];
  /** Requests for anything but the file itself and data in it. */
  readonly requests: string[];
}

/** The HTML as a file in a folder whose name needs escaping, opened from there. */
export async function openDeck(
  browser: Browser,
  html: string,
  given: { query?: string; bypassPolicy?: boolean; width?: number; height?: number } = {},
): Promise<WatchedPage> {
  const folder = await mkdtemp(join(tmpdir(), 'a deck # & ü '));
  const file = join(folder, 'deck.html');
  await writeFile(file, html);
  const page = await browser.newPage();
  page.once('close', () => void rm(folder, { recursive: true, force: true }));
  if (given.bypassPolicy) await page.setBypassCSP(true);
  await page.setViewport({ width: given.width ?? 1280, height: given.height ?? 720 });
  const url = pathToFileURL(file).href;
  const watched: WatchedPage = { page, url, complaints: [], requests: [] };
  watch(watched);
  await page.goto(url + (given.query ?? ''));
  await page.waitForFunction('window.Reveal && Reveal.isReady()');
  await page.evaluate('document.fonts.ready');
  return watched;
}

function watch({ page, url, complaints, requests }: WatchedPage): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) requests.push(request.url());
  });
}

/** The deck without motion, whose own check is over. */
export async function openStill(browser: Browser, made: MadeDeck): Promise<Page> {
  const { page } = await openDeck(browser, made.html, { bypassPolicy: true });
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.reload();
  await page.waitForSelector('html[data-checked]');
  return page;
}

export async function photograph(page: Page): Promise<PNG> {
  return PNG.sync.read(Buffer.from(await page.screenshot()));
}

/** Turns to a slide and waits until it is the current one. */
export async function showSlide(page: Page, anchor: string): Promise<void> {
  // Not by the hash: reveal.js writes its own a little after a turn, over one that was just set.
  await page.evaluate((id) => {
    const reveal = Reflect.get(window, 'Reveal');
    const { h, v } = reveal.getIndices(document.getElementById(id));
    reveal.slide(h, v);
  }, anchor);
  await page.waitForFunction((id) => Reflect.get(window, 'Reveal').getCurrentSlide().id === id, {}, anchor);
}
