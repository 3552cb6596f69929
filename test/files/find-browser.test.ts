import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { findBrowser } from '../../src/files/find-browser.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-browser-'));
});

/** A program at a path below the test's folder. */
function program(path: string, mode: number = 0o755): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '#!/bin/sh\n', { mode });
  return file;
}

const env = (given: Record<string, string> = {}): Record<string, string> => ({
  PATH: join(folder, 'bin'),
  HOME: folder,
  ...given,
});
const find = (given: Record<string, string> = {}, explicit?: string): ReturnType<typeof findBrowser> =>
  findBrowser({ env: env(given), platform: 'linux', ...(explicit === undefined ? {} : { explicit }) });

test('what the command line names comes before every variable, and the variables have their order', async () => {
  const [one, two, three, four] = ['one', 'two', 'three', 'four'].map((name) => program(name));
  const variables = { LECTERN_BROWSER: two ?? '', PUPPETEER_EXECUTABLE_PATH: three ?? '', CHROME_PATH: four ?? '' };
  expect((await find(variables, one)).path).toBe(one);
  expect((await find(variables)).path).toBe(two);
  expect((await find({ ...variables, LECTERN_BROWSER: '' })).path).toBe(three);
  expect((await find({ CHROME_PATH: four ?? '' })).path).toBe(four);
});

test('a headless shell is preferred to Chrome, Chrome to Chromium, and these to Edge', async () => {
  program('bin/microsoft-edge');
  expect(await find()).toMatchObject({ kind: 'edge' });
  program('bin/chromium');
  expect(await find()).toMatchObject({ kind: 'chromium' });
  program('bin/google-chrome');
  expect(await find()).toMatchObject({ kind: 'chrome' });
  const shell = program('bin/chromium-headless-shell');
  expect(await find()).toEqual({ kind: 'headless-shell', path: shell });
});

test("without one on the PATH, Puppeteer's cache is looked through, its newest version first", async () => {
  program('.cache/puppeteer/chrome/linux-120.0/chrome-linux64/chrome');
  const newer = program('.cache/puppeteer/chrome/linux-131.0/chrome-linux64/chrome');
  expect((await find()).path).toBe(newer);
  program('.cache/puppeteer/chrome/linux-99.0/chrome-linux64/chrome');
  expect((await find()).path).toBe(newer);
});

test("in Puppeteer's cache a headless shell comes before Chrome, and a Mac's Chrome is found in its bundle", async () => {
  const bundle = 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing';
  const mac = program(`cache/chrome/mac_arm-131.0/chrome-mac-arm64/${bundle}`);
  const cache = { PUPPETEER_CACHE_DIR: join(folder, 'cache') };
  expect(await find(cache)).toEqual({ kind: 'chrome', path: mac });
  const shell = program('cache/chrome-headless-shell/linux-120.0/chrome-headless-shell-linux64/chrome-headless-shell');
  expect(await find(cache)).toEqual({ kind: 'headless-shell', path: shell });
});

test('of the same command, the one in the earlier folder of the PATH is taken, and what cannot be run is passed over', async () => {
  program('one/chromium', 0o644);
  mkdirSync(join(folder, 'two/chromium'), { recursive: true });
  const third = program('three/chromium');
  program('four/chromium');
  const path = ['', 'nowhere', 'one', 'two', 'three', 'four'].map((name) => name && join(folder, name)).join(delimiter);
  expect((await find({ PATH: path })).path).toBe(third);
});

test('a bare name is a command on the PATH, as in a shell', async () => {
  const command = program('bin/my-chromium');
  expect(await find({}, 'my-chromium')).toEqual({ kind: 'chromium', path: command });
  await expect(find({}, 'my-chrome')).rejects.toMatchObject({
    message: expect.stringContaining('--browser my-chrome'),
  });
});

test('an address of a running browser is taken as it is', async () => {
  expect(await find({}, 'ws://127.0.0.1:9222/x')).toEqual({ kind: 'remote', path: 'ws://127.0.0.1:9222/x' });
});

test.each([
  ['that is not there', () => join(folder, 'nothing')],
  ['that may not be run', () => program('plain', 0o644)],
  ['that is a folder', () => folder],
])('a named browser %s is an error by name, though another could be found', async (_, path) => {
  program('bin/chromium');
  await expect(find({ LECTERN_BROWSER: path() })).rejects.toMatchObject({
    code: 'BROWSER_MISSING',
    exitCode: 5,
    message: expect.stringContaining(`LECTERN_BROWSER ${path()}`),
  });
});

test.each([
  ['linux', 'apt-get install chromium', 'microsoft-edge on PATH'],
  ['darwin', 'brew install --cask google-chrome', '/Applications/Chromium.app'],
  ['win32', 'winget install Google.Chrome', 'msedge.exe'],
])(
  'where there is none on %s, the places are named and the one command that mends it',
  async (platform, cure, place) => {
    const failing = findBrowser({ env: env(), platform });
    await expect(failing).rejects.toThrow(place);
    await expect(failing).rejects.toThrow(join(folder, '.cache/puppeteer'));
    await expect(failing).rejects.toMatchObject({
      code: 'BROWSER_MISSING',
      message: expect.stringContaining('chromium-headless-shell'),
      hint: expect.stringContaining(cure),
    });
  },
);
