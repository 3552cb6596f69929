import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { launchBrowser, openDeck } from '../open-deck.ts';
import { runInProcess } from './run-in-process.ts';

let cwd = '';
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'lectern-pictures-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const env = { PATH: process.env['PATH'] ?? '' };
const lectern = (...words: string[]): ReturnType<typeof runInProcess> => runInProcess(words, { cwd, env });
const folder = (): string => join(cwd, 'output/talk-slides');
const pictures = async (): Promise<string[]> => (await readdir(folder())).sort();
const THREE = ['--part', '3', '--limit', '3', '--name', 'talk'];
const ONE = ['--lesson', '3.4', '--name', 'talk'];

test('a picture a slide, as the deck shows it, the same bytes each time', async () => {
  const made = await lectern('build', ...THREE, '--to', 'html,png');
  const names = await pictures();
  expect(made).toMatchObject({ code: 0 });
  expect(made.stdout.split('\n')).toEqual([
    'output/talk.html',
    ...names.map((name) => `output/talk-slides/${name}`),
    '',
  ]);
  const bytes = await Promise.all(names.map((name) => readFile(join(folder(), name))));

  const browser = await launchBrowser();
  const deck = await readFile(join(cwd, 'output/talk.html'), 'utf8');
  const { page } = await openDeck(browser, deck, { width: 1280, height: 720 });
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  const parts: number[] = [];
  for (const picture of bytes) {
    const shown = PNG.sync.read(Buffer.from(await page.screenshot()));
    const taken = PNG.sync.read(picture);
    parts.push(pixelmatch(shown.data, taken.data, undefined, 1280, 720, { threshold: 0.3 }) / (1280 * 720));
    await page.evaluate('Reveal.next()');
    await page.evaluate('new Promise((done) => setTimeout(done, 400))');
  }
  await browser.close();
  // Letters may stand on other fractions of a pixel.
  expect(Math.max(...parts)).toBeLessThan(0.01);
  expect(await lectern('build', ...THREE, '--to', 'png')).toMatchObject({ code: 0 });
  const again = await Promise.all(names.map((name) => readFile(join(folder(), name))));
  expect(again.map((one, at) => one.equals(bytes[at] ?? Buffer.alloc(0)))).toEqual(names.map(() => true));
});

test('--scale gives more pixels, --size another shape', async () => {
  expect(await lectern('build', ...ONE, '--to', 'png', '--scale', '2', '--size', '4:3')).toMatchObject({ code: 0 });
  const { width, height } = PNG.sync.read(await readFile(join(folder(), '002.png')));
  expect([width, height]).toEqual([1920, 1440]);
  expect(await lectern('build', ...ONE, '--to', 'png', '--scale', '4')).toMatchObject({ code: 2 });
});

test('a shorter talk leaves no slide of a longer one behind, and nothing of anybody else is touched', async () => {
  await lectern('build', ...THREE, '--to', 'png');
  const before = await pictures();
  const own = join(folder(), '090.png');
  await writeFile(own, 'a picture that somebody painted');
  await writeFile(join(folder(), 'favourite.png'), await readFile(join(folder(), '001.png')));
  expect(await lectern('build', ...ONE, '--to', 'png')).toMatchObject({ code: 0 });
  expect(before.length).toBeGreaterThan(3);
  expect(await pictures()).toEqual(['001.png', '002.png', '003.png', '090.png', 'favourite.png']);
  await writeFile(join(folder(), '002.png'), 'painted too');
  expect(await lectern('build', ...ONE, '--to', 'png')).toMatchObject({
    code: 6,
    stderr: expect.stringContaining('FILE_NOT_OURS'),
  });
  expect(await readFile(join(folder(), '002.png'), 'utf8')).toBe('painted too');
  expect(await lectern('build', ...ONE, '--to', 'png', '--force')).toMatchObject({ code: 0 });
});

test('one file cannot be named for several pictures', async () => {
  expect(await lectern('build', '--part', '3', '-o', 'x.png')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/x\.png: one picture is named.*\n.*--lesson/u),
  });
  expect(await readdir(cwd)).toEqual([]);
});

test('what ends the browser, the time or the run is told as with PDFs', async () => {
  const missing = await lectern('build', ...ONE, '--to', 'png', '--browser', join(cwd, 'nothing'));
  expect(missing).toMatchObject({ code: 5 });
  const stop = new AbortController();
  setTimeout(() => stop.abort('SIGINT'), 900);
  const words = ['build', '--to', 'png', '--name', 'talk'];
  expect(await runInProcess(words, { cwd, env, signal: stop.signal })).toMatchObject({ code: 130 });
  const left = await readdir(folder()).catch(() => []);
  expect(left.filter((name) => !/^\d{3}\.png$/u.test(name))).toEqual([]);
  expect(left.length).toBeLessThan(97);
});

const sizeOf = async (file: string): Promise<number[]> => {
  const { width, height } = PNG.sync.read(await readFile(join(cwd, file)));
  return [width, height];
};

test('a square or upright size makes a card of each lesson, called by its id', async () => {
  const square = await lectern('build', '--lesson', '3.4,3.10', '--size', '1:1', '--name', 'talk');
  expect(square).toMatchObject({ code: 0 });
  expect(square.stdout).toBe('output/talk-cards-1x1/3.4.png\noutput/talk-cards-1x1/3.10.png\n');
  expect(await sizeOf('output/talk-cards-1x1/3.10.png')).toEqual([1080, 1080]);
  const upright = await lectern('build', '--lesson', '3.4', '--size', '4:5', '--to', 'png', '--scale', '2');
  expect(upright.stdout).toBe('output/armon-dadgar-lesson-3.4-cards-4x5/3.4.png\n');
  expect(await sizeOf(upright.stdout.trim())).toEqual([2160, 2700]);
});

test('--output names the card of one lesson; 16:9 is a card where a lesson is named', async () => {
  expect((await lectern('build', '--lesson', '3.4', '-o', 'card.png')).stdout).toBe('card.png\n');
  expect(await sizeOf('card.png')).toEqual([1280, 720]);
  expect((await lectern('build', ...ONE, '--to', 'png', '--size', '16:9')).stdout).toBe(
    'output/talk-cards-16x9/3.4.png\n',
  );
  expect((await lectern('build', ...ONE, '--size', '1:1', '-o', 'square.png')).stdout).toBe('square.png\n');
  expect(await sizeOf('square.png')).toEqual([1080, 1080]);
});

test('cards in another format, or on stage, are a usage error with its cure', async () => {
  expect(await lectern('build', '--lesson', '3.4', '--size', '1:1', '--to', 'pdf,png')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/--size 1:1: cards are pictures, and --to asks for pdf\n.*--to png/u),
  });
  expect(await lectern('present', '--size', '1:1', '--no-open')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/16:9 or 4:3/u),
  });
});
