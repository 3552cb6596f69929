import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, KeyInput, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from '../open-deck.ts';
import { type Presenting, startPresent } from './start-present.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const LIBRARY = `title: Lessons from Ada
subject: Ada
parts:
  - title: Engines
    lessons:
      - topic: On looking ahead
        quote: The engine has no pretensions whatever to originate anything.
        source: Notes
        note: Wait for the laugh.
      - topic: On weaving
        quote: It weaves algebraical patterns just as the loom weaves flowers and leaves.
        source: Letters
      - topic: On scope
        quote: Imagination is the discovering faculty. It is that which penetrates into the unseen worlds around us.
        source: Letters
  - title: Numbers
    lessons:
      - topic: On poetry
        quote: Supposing that the fundamental relations of pitched sounds were susceptible of such expression.
        source: Notes
      - topic: On limits
        quote: Its province is to assist us in making available what we are already acquainted with.
        source: Notes
`;

let browser: Browser;
let folder = '';
let file = '';
let presenting: Presenting;
const complaints: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-live-'));
  file = join(folder, 'ada.yaml');
  await writeFile(file, LIBRARY);
  complaints.length = 0;
});
afterEach(async () => {
  await presenting.stop();
  for (const page of await browser.pages()) if (page.url().startsWith('http')) await page.close();
  await rm(folder, { recursive: true });
});

async function start(words: readonly string[] = []): Promise<void> {
  presenting = await startPresent(folder, ['ada.yaml', ...words]);
}

async function open(url: string, size = { width: 1280, height: 720 }): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport(size);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(url);
  return page;
}

async function openDeck(): Promise<Page> {
  const page = await open(presenting.deck);
  await page.waitForFunction('window.Reveal && Reveal.isReady()');
  return page;
}

/** The presenter page, once both of its previews show something. */
async function openPresenter(size?: { width: number; height: number }): Promise<Page> {
  const page = await open(presenting.presenter, size);
  // Before the talk is there, no key turns anything.
  await page.waitForFunction(() => /^\d+ \//u.test(document.getElementById('place')?.textContent ?? ''));
  await page.waitForFunction(() =>
    [...document.querySelectorAll('iframe')].every((frame) => frame.contentWindow && 'lectern' in frame.contentWindow),
  );
  return page;
}

function shows(page: Page, anchor: string): Promise<unknown> {
  return page.waitForFunction(
    (id) => Reflect.get(window, 'Reveal').getCurrentSlide()?.id === id,
    { timeout: 10_000 },
    anchor,
  );
}

/** Says on a failure what stands there instead. */
async function presents(page: Page, label: string): Promise<void> {
  const shown = (): Promise<unknown> =>
    page.evaluate(() => ['now-label', 'place', 'lost'].map((id) => document.getElementById(id)?.outerHTML).join('\n'));
  try {
    await page.waitForFunction(
      (text) => document.getElementById('now-label')?.textContent?.includes(text),
      { timeout: 10_000 },
      label,
    );
  } catch (error) {
    throw new Error(`${label} is not presented, but\n${await shown()}`, { cause: error });
  }
}

function previews(page: Page, id: 'now' | 'next', anchor: string): Promise<unknown> {
  return page.waitForFunction(
    (frame, slide) => {
      const view = document.getElementById(frame);
      return (
        view instanceof HTMLIFrameElement &&
        view.contentWindow !== null &&
        Reflect.get(view.contentWindow, 'Reveal')?.getCurrentSlide()?.id === slide
      );
    },
    { timeout: 10_000 },
    id,
    anchor,
  );
}

/** Cuts a page off from its server, or lets it back. */
async function lineOf(page: Page): Promise<(isOffline: boolean) => Promise<void>> {
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  return (offline) =>
    session.send('Network.emulateNetworkConditions', {
      offline,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
}

function textOf(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (element) => element.textContent ?? '');
}

async function press(page: Page, key: KeyInput, times: number): Promise<void> {
  for (let turn = 0; turn < times; turn += 1) await page.keyboard.press(key);
}

async function edit(change: (text: string) => string): Promise<void> {
  await writeFile(file, change(await readFile(file, 'utf8')));
}

test('the deck and the presenter page follow each other, and nothing complains', async () => {
  await start();
  const deck = await openDeck();
  const presenter = await openPresenter();
  await presenter.bringToFront();
  await press(presenter, 'ArrowRight', 3);
  await presents(presenter, '1.1');
  await shows(deck, 'lesson-1.1');
  await previews(presenter, 'now', 'lesson-1.1');
  await previews(presenter, 'next', 'lesson-1.2');
  await deck.bringToFront();
  await deck.keyboard.press('ArrowRight');
  await presents(presenter, '1.2  On weaving');
  await previews(presenter, 'next', 'key-1.3');
  const second = await openDeck();
  await shows(second, 'lesson-1.2');
  await second.keyboard.press('ArrowLeft');
  await shows(deck, 'lesson-1.1');
  await presents(presenter, '1.1');
  expect(complaints).toEqual([]);
});

test('the notes hold what a presenter needs, with the citation', async () => {
  await start();
  const presenter = await openPresenter();
  await presenter.keyboard.press('j');
  await presenter.keyboard.type('1.1');
  await presenter.keyboard.press('Enter');
  await presents(presenter, '1.1');
  const notes = await textOf(presenter, '#notes-text');
  for (const words of [
    '1.1  On looking ahead',
    'Part 1: Engines',
    'Wait for the laugh.',
    'no pretensions whatever',
    'Ada, Notes [2]',
    'about 0:',
    'Next: 1.2 On weaving',
  ])
    expect(notes).toContain(words);
  expect(await textOf(presenter, '#next-label')).toContain('1.2');
});

test('windows come back to their slide after a reload', async () => {
  await start();
  const deck = await openDeck();
  const presenter = await openPresenter();
  await presenter.bringToFront();
  await press(presenter, ' ', 5);
  await shows(deck, 'key-1.3');
  await presenter.reload();
  await presents(presenter, '1.3  Key');
  await deck.reload();
  await deck.waitForFunction('window.Reveal && Reveal.isReady()');
  await shows(deck, 'key-1.3');
  const late = await openDeck();
  await shows(late, 'key-1.3');
});

test('an edit of the library is shown in place, on the same slide, with its notes', async () => {
  await start();
  const deck = await openDeck();
  const presenter = await openPresenter();
  await presenter.bringToFront();
  await press(presenter, 'PageDown', 4);
  await shows(deck, 'lesson-1.2');
  await deck.evaluate(() => Reflect.set(window, 'sameWindow', true));
  await edit((text) => text.replace('the loom weaves flowers', 'the Jacquard loom weaves flowers'));
  await deck.waitForFunction(() => Reflect.get(window, 'Reveal').getCurrentSlide().textContent.includes('Jacquard'));
  await shows(deck, 'lesson-1.2');
  expect(await deck.evaluate(() => Reflect.get(window, 'sameWindow'))).toBe(true);
  await presenter.waitForFunction(() => document.getElementById('notes-text')?.textContent?.includes('Jacquard'));
  await previews(presenter, 'now', 'lesson-1.2');
  const view = await presenter.$eval('#now', (frame) =>
    frame instanceof HTMLIFrameElement
      ? frame.contentDocument?.querySelector('.present.slide, .present > .present')?.textContent
      : '',
  );
  expect(view).toContain('Jacquard');
  // The slides that came in by the edit still turn.
  await deck.bringToFront();
  await deck.keyboard.press('ArrowRight');
  await presents(presenter, '1.3  Key');
  expect(complaints).toEqual([]);
});

test('an edit that needs other fonts and sizes brings its style along', async () => {
  await start();
  const deck = await openDeck();
  await press(deck, 'ArrowRight', 3);
  await shows(deck, 'lesson-1.1');
  await edit((text) => text.replace('On looking ahead', 'On looking ahead in Łódź'));
  await deck.waitForFunction(() => Reflect.get(window, 'Reveal').getCurrentSlide().textContent.includes('Łódź'));
  await deck.waitForFunction(() => document.adoptedStyleSheets.length === 1);
  await deck.evaluate(() => document.fonts.ready);
  const { family, width } = await deck.$eval('.present .topic', (topic) => ({
    family: getComputedStyle(topic).fontFamily,
    width: topic.getBoundingClientRect().width,
  }));
  expect(family).toContain('Newsreader');
  expect(width).toBeGreaterThan(100);
  expect(complaints).toEqual([]);
});

test('turns made while an edit arrives are kept by every window, at whatever moment', async () => {
  await start();
  const deck = await openDeck();
  const presenter = await openPresenter();
  for (let moment = 20; moment <= 300; moment += 20) {
    await press(presenter, 'Home', 1);
    await shows(deck, 'title');
    await edit((text) => `${text}# ${moment}\n`);
    await new Promise((done) => setTimeout(done, moment));
    await press(presenter, 'ArrowRight', 3);
    await shows(deck, 'lesson-1.1');
    await presents(presenter, '1.1');
  }
});

test('a broken edit shows its problems on every page and in the terminal, while the last good deck stays', async () => {
  await start();
  const deck = await openDeck();
  const presenter = await openPresenter();
  await edit((text) => text.replace('source: Letters', 'sauce: Letters'));
  await deck.waitForSelector('.edit-problems');
  const told = await textOf(deck, '.edit-problems');
  expect(told).toContain('ada.yaml:');
  expect(told).toContain('sauce');
  expect(await textOf(presenter, '#problems')).toContain('sauce');
  expect(presenting.said()).toContain('sauce');
  expect(await textOf(deck, '.present h1')).toContain('Lessons from Ada');
  const late = await openDeck();
  await late.waitForSelector('.edit-problems');
  await edit((text) => text.replace('sauce: Letters', 'source: Letters'));
  await deck.waitForFunction(() => document.querySelector('.edit-problems') === null);
  await presenter.waitForFunction(() => document.getElementById('problems')?.hidden);
});

test('a lesson that is taken out while it is shown gives way to what has its place', async () => {
  await start();
  const deck = await openDeck();
  await press(deck, 'ArrowRight', 4);
  await shows(deck, 'lesson-1.2');
  await edit((text) => text.replace(/ {6}- topic: On weaving\n.*\n.*\n/u, ''));
  await deck.waitForFunction(() => !document.body.textContent?.includes('On weaving'));
  await deck.waitForFunction(() => Reflect.get(window, 'Reveal').getCurrentSlide() !== undefined);
  expect(await deck.evaluate(() => Reflect.get(window, 'Reveal').getCurrentSlide().isConnected)).toBe(true);
});

test('a configuration that comes into being is an edit as well', async () => {
  await start();
  const deck = await openDeck();
  await writeFile(join(folder, 'lectern.config.yaml'), 'presenter: Charles Babbage\n');
  await deck.waitForFunction(() => document.querySelector('.slide.title')?.textContent?.includes('Charles Babbage'));
});

test('after a lost connection a window comes back to the slide of the others', async () => {
  await start();
  const deck = await openDeck();
  const presenter = await openPresenter();
  const offline = await lineOf(deck);
  await offline(true);
  await presenter.bringToFront();
  await press(presenter, 'ArrowRight', 3);
  await presents(presenter, '1.1');
  await new Promise((done) => setTimeout(done, 500));
  expect(await deck.evaluate(() => Reflect.get(window, 'Reveal').getCurrentSlide().id)).toBe('title');
  await offline(false);
  await deck.bringToFront();
  await shows(deck, 'lesson-1.1');
});

test.each(['deck', 'presenter page'])(
  'what is turned on the %s while its line is down is shown everywhere afterwards',
  async (which) => {
    await start();
    const deck = await openDeck();
    const presenter = await openPresenter();
    const alone = which === 'deck' ? deck : presenter;
    const offline = await lineOf(alone);
    await offline(true);
    await new Promise((done) => setTimeout(done, 500));
    await alone.bringToFront();
    await press(alone, 'ArrowRight', 4);
    expect(await textOf(presenter, '#now-label')).toContain(which === 'deck' ? 'Title' : '1.2');
    await offline(false);
    await presents(presenter, '1.2');
    await shows(deck, 'lesson-1.2');
  },
);

test('the presenter page makes every window black and bright again', async () => {
  await start();
  const deck = await openDeck();
  const presenter = await openPresenter();
  await presenter.bringToFront();
  await presenter.keyboard.press('b');
  await deck.waitForFunction('Reveal.isPaused()');
  await presenter.waitForSelector('#black[aria-pressed=true]');
  await deck.bringToFront();
  await deck.keyboard.press('b');
  await presenter.waitForSelector('#black[aria-pressed=false]');
  expect(await deck.evaluate('Reveal.isPaused()')).toBe(false);
});

test('the clock starts with the talk, can be paused and reset, and lives through a reload', async () => {
  await start(['--minutes', '4']);
  const presenter = await openPresenter();
  expect(await textOf(presenter, '#remaining')).toBe('4:00');
  expect(await textOf(presenter, '#pace')).toBe('Not started');
  await presenter.keyboard.press('ArrowRight');
  await presenter.waitForFunction(() => document.getElementById('elapsed')?.textContent === '0:02');
  await presenter.click('#run');
  await presenter.waitForFunction(() => document.getElementById('run')?.textContent === 'Go on');
  await presenter.reload();
  await presenter.waitForFunction(() => document.getElementById('elapsed')?.textContent === '0:02');
  expect(await textOf(presenter, '#remaining')).toBe('3:57');
  await presenter.keyboard.press('End');
  await presenter.waitForFunction(() => document.getElementById('pace')?.textContent?.startsWith('Ahead by 3:'));
  await presenter.keyboard.press('Home');
  await presenter.waitForFunction(() => document.getElementById('pace')?.textContent === 'On track');
  await presenter.click('#reset');
  await presenter.waitForFunction(() => document.getElementById('elapsed')?.textContent === '0:00');
});

test('the list of slides is searched by typing', async () => {
  await start();
  const deck = await openDeck();
  const presenter = await openPresenter();
  await presenter.bringToFront();
  const jump = async (words: string): Promise<void> => {
    await presenter.keyboard.press('j');
    await presenter.keyboard.type(words);
    await presenter.keyboard.press('Enter');
  };
  await jump('2.1');
  await shows(deck, 'lesson-2.1');
  await jump('loom');
  await shows(deck, 'lesson-1.2');
  await jump('numbers');
  await shows(deck, 'part-2');
  await jump('1');
  await shows(deck, 'title');
  await presenter.keyboard.press('j');
  await presenter.keyboard.type('nothing like it');
  expect(await presenter.$$eval('#list li', (items) => items.filter((item) => !item.hidden).length)).toBe(0);
  await presenter.keyboard.press('Escape');
});

test.each([
  ['laptop', 1440, 900],
  ['small laptop', 1024, 768],
  ['small window', 800, 600],
  ['tablet', 834, 1112],
  ['phone', 390, 844],
  ['phone on its side', 844, 390],
])('on a %s everything needed is in sight and nothing sticks out', async (_, width, height) => {
  await start();
  const presenter = await openPresenter({ width, height });
  await press(presenter, 'ArrowRight', 3);
  await presents(presenter, '1.1');
  const inSight = await presenter.$$eval('#forward, #back, #elapsed, #pace, #now', (elements) =>
    elements.map((element) => {
      const { left, top, right, bottom, width: wide } = element.getBoundingClientRect();
      const isWhole = left >= 0 && top >= 0 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
      return { id: element.id, seen: wide > 0 && isWhole };
    }),
  );
  expect(inSight.filter(({ seen }) => !seen)).toEqual([]);
  // The rest of the notes is a scroll away, their beginning never.
  const notes = await presenter.$eval('#notes', (box) => {
    const text = box.querySelector('#notes-text');
    return box.getBoundingClientRect().bottom - (text?.getBoundingClientRect().top ?? 0);
  });
  expect(notes).toBeGreaterThan(150);
  const free = await presenter.evaluate(() => {
    const words = document.createRange();
    words.selectNodeContents(document.querySelector('#pace') ?? document.body);
    const button = document.querySelector('.timer')?.getBoundingClientRect().left ?? 0;
    return button - words.getBoundingClientRect().right;
  });
  expect(free).toBeGreaterThan(0);
  expect(await presenter.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  const sizes = await presenter.$$eval('button', (buttons) =>
    buttons.filter((button) => button.offsetWidth > 0).map((button) => button.offsetHeight),
  );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(40);
});

test('notes come in three sizes, and the choice is kept', async () => {
  await start();
  const presenter = await openPresenter();
  const size = (): Promise<number> =>
    presenter.$eval('#notes', (notes) => Number.parseFloat(getComputedStyle(notes).fontSize));
  const medium = await size();
  await presenter.click('[data-size="3"]');
  const large = await size();
  await presenter.click('[data-size="1"]');
  const small = await size();
  expect(small < medium && medium < large).toBe(true);
  await presenter.reload();
  expect(await size()).toBe(small);
  await presenter.click('[data-size="2"]');
});

test('axe-core finds nothing on the presenter page, with notes and with its list open', async () => {
  await start();
  const presenter = await browser.newPage();
  await presenter.setBypassCSP(true);
  await presenter.goto(presenting.presenter);
  await presents(presenter, 'Title');
  await presenter.evaluate(axe);
  const violations = (): Promise<string[]> =>
    presenter.evaluate(async () => {
      const found: { violations: { id: string; nodes: { html: string }[] }[] } = await Reflect.get(window, 'axe').run(
        document,
        { iframes: false },
      );
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 80)).join(' ')}`);
    });
  await press(presenter, 'ArrowRight', 3);
  expect(await violations()).toEqual([]);
  await presenter.keyboard.press('j');
  expect(await violations()).toEqual([]);
});

test("the deck's own speaker view opens from the served deck too", async () => {
  await start();
  const deck = await openDeck();
  const popup = new Promise<Page | null>((done) => deck.once('popup', done));
  await deck.keyboard.press('s');
  const speaker = await popup;
  await speaker?.waitForFunction(() => document.querySelectorAll('iframe').length === 2, { timeout: 20_000 });
  await speaker?.waitForFunction(() => (document.querySelector('iframe')?.src ?? '').includes('token='));
  await deck.bringToFront();
  await press(deck, 'ArrowRight', 3);
  await speaker?.waitForFunction(() =>
    document.querySelector('.speaker-controls-notes .value')?.textContent?.includes('Wait for the laugh'),
  );
  expect(complaints).toEqual([]);
  await speaker?.close();
});

test('another page in the same browser gets nothing', async () => {
  await start();
  const stranger = await browser.newPage();
  await stranger.goto('data:text/html,<h1>stranger');
  const { deck, presenter } = presenting;
  const got = await stranger.evaluate(
    async (addresses) => {
      const results: string[] = [];
      for (const address of addresses) {
        results.push(
          await fetch(address).then(
            () => 'read',
            () => 'refused',
          ),
        );
        const opaque = await fetch(address, { mode: 'no-cors' }).then(
          (answer) => answer.type,
          () => 'refused',
        );
        results.push(opaque === 'opaque' ? 'refused' : opaque);
        results.push(
          await new Promise<string>((done) => {
            const frame = document.createElement('iframe');
            frame.onload = () => {
              try {
                done(frame.contentWindow?.document.body.textContent ? 'read' : 'refused');
              } catch {
                done('refused');
              }
            };
            frame.src = address;
            document.body.append(frame);
          }),
        );
      }
      const line = new WebSocket(addresses[0]?.replace('http', 'ws').replace('/?', '/live?') ?? '');
      results.push(
        await new Promise<string>((done) => {
          line.onopen = () => done('opened');
          line.onerror = () => done('refused');
        }),
      );
      return results;
    },
    [deck, presenter],
  );
  expect(got).toEqual(got.map(() => 'refused'));
  const frames = stranger.frames().filter((frame) => frame.url().startsWith('http'));
  for (const frame of frames) expect(await frame.evaluate(() => document.querySelector('section, #notes'))).toBe(null);
  await stranger.close();
});
