import { constants } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { homedir, platform as thisPlatform } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { LecternError } from '../errors.ts';
import type { BrowserKind, FoundBrowser } from '../model/browser.ts';
import { systemCode } from './system-reason.ts';

export interface BrowserWish {
  /** A path or a ws:// address that the user named. */
  readonly explicit?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** As `process.platform` names it; this machine's without it. */
  readonly platform?: string;
}

/** A command or a path, and what it is. */
type Candidate = readonly [string, BrowserKind];

/** Variables that name a browser, in the order in which they are asked. */
const VARIABLES = ['LECTERN_BROWSER', 'PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH'] as const;

/** A headless shell first: it halves the time of a small PDF. */
const COMMANDS: readonly Candidate[] = [
  ['chromium-headless-shell', 'headless-shell'],
  ['chrome-headless-shell', 'headless-shell'],
  ['google-chrome-stable', 'chrome'],
  ['google-chrome', 'chrome'],
  ['chromium', 'chromium'],
  ['chromium-browser', 'chromium'],
  ['microsoft-edge-stable', 'edge'],
  ['microsoft-edge', 'edge'],
];

const PLACES: Readonly<Record<string, readonly Candidate[]>> = {
  darwin: [
    ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'chrome'],
    ['/Applications/Chromium.app/Contents/MacOS/Chromium', 'chromium'],
    ['/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge', 'edge'],
  ],
  win32: [
    ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'chrome'],
    ['C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe', 'chrome'],
    ['C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe', 'edge'],
    ['C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe', 'edge'],
  ],
};

/** In a folder of Puppeteer's cache on a Mac, where Chrome is no plain file. */
const MAC_PROGRAM = 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing';

const CURES: Readonly<Record<string, string>> = {
  linux: 'Install one, on Debian and Ubuntu with `apt-get install chromium`, or name yours with --browser <path>.',
  darwin: 'Install one with `brew install --cask google-chrome`, or name yours with --browser <path>.',
  win32: 'Install one with `winget install Google.Chrome`, or name yours with --browser <path>.',
};

/**
 * The browser that prints: the one named on the command line or in the environment, else a headless shell, Chrome, Chromium or
 * Edge where they are installed, else one in Puppeteer's cache. Looks at files only; nothing is started.
 *
 * @throws LecternError BROWSER_MISSING: a named one that cannot be run is never skipped in silence
 */
export async function findBrowser(wish: BrowserWish): Promise<FoundBrowser> {
  const named = namedBrowser(wish);
  if (named) return takeNamed(named, wish.env);
  const platform = wish.platform ?? thisPlatform();
  const candidates = [...commandPaths(wish.env), ...(PLACES[platform] ?? []), ...(await cachedBrowsers(wish.env))];
  for (const [path, kind] of candidates) if (await isExecutable(path)) return { path, kind };
  const looked = [
    `${COMMANDS.map(([name]) => name).join(', ')} on PATH`,
    ...(PLACES[platform] ?? []).map(([path]) => path),
    `Puppeteer's cache (${cacheFolder(wish.env)})`,
  ].join('; ');
  throw new LecternError('BROWSER_MISSING', `no browser found; looked for ${looked}`, {
    hint: CURES[platform] ?? CURES['linux'] ?? '',
  });
}

interface NamedBrowser {
  readonly value: string;
  /** Who named it: `--browser` or a variable. */
  readonly by: string;
}

function namedBrowser({ explicit, env }: BrowserWish): NamedBrowser | undefined {
  if (explicit !== undefined) return { value: explicit, by: '--browser' };
  for (const by of VARIABLES) {
    const value = env[by];
    if (value !== undefined && value !== '') return { value, by };
  }
  return undefined;
}

async function takeNamed({ value, by }: NamedBrowser, env: BrowserWish['env']): Promise<FoundBrowser> {
  if (/^wss?:\/\//u.test(value)) return { path: value, kind: 'remote' };
  // A bare name is a command, as in a shell; then a file of that name.
  const commands = /[\\/]/u.test(value) ? [] : foldersOf(env).map((folder) => join(folder, value));
  for (const path of [...commands, resolve(value)]) if (await isExecutable(path)) return { path, kind: kindOf(path) };
  throw new LecternError('BROWSER_MISSING', `${by} ${value}: there is no program that can be run`, {
    hint: `Name the path of an installed Chrome, Chromium or Edge, or leave ${by} out to have one found.`,
  });
}

function kindOf(path: string): BrowserKind {
  const name = path.toLowerCase();
  if (name.includes('headless-shell') || name.includes('headless_shell')) return 'headless-shell';
  if (name.includes('edge')) return 'edge';
  return name.includes('chromium') ? 'chromium' : 'chrome';
}

function commandPaths(env: BrowserWish['env']): readonly Candidate[] {
  const folders = foldersOf(env);
  return COMMANDS.flatMap(([name, kind]) => folders.map((folder): Candidate => [join(folder, name), kind]));
}

function foldersOf(env: BrowserWish['env']): readonly string[] {
  return (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
}

/** What Puppeteer itself once installed: `<cache>/<browser>/<platform>-<version>/<browser>-<platform>/<browser>`. */
async function cachedBrowsers(env: BrowserWish['env']): Promise<readonly Candidate[]> {
  const cache = cacheFolder(env);
  const found: Candidate[] = [];
  for (const [browser, kind] of [
    ['chrome-headless-shell', 'headless-shell'],
    ['chrome', 'chrome'],
  ] as const) {
    for (const version of (await namesIn(join(cache, browser))).toSorted(newestFirst)) {
      const folders = await namesIn(join(cache, browser, version));
      for (const folder of folders) {
        found.push(
          [join(cache, browser, version, folder, browser), kind],
          [join(cache, browser, version, folder, `${browser}.exe`), kind],
          [join(cache, browser, version, folder, MAC_PROGRAM), kind],
        );
      }
    }
  }
  return found;
}

function cacheFolder(env: BrowserWish['env']): string {
  return env['PUPPETEER_CACHE_DIR'] ?? join(env['HOME'] ?? homedir(), '.cache/puppeteer');
}

/** `linux-131.0` before `linux-99.0`. */
function newestFirst(a: string, b: string): number {
  return b.localeCompare(a, 'en', { numeric: true });
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return [];
  }
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return false;
  }
}
