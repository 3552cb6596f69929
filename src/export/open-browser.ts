import type { Browser } from 'puppeteer-core';
import { LecternError } from '../errors.ts';
import type { FoundBrowser } from '../model/browser.ts';

export interface BrowserOptions {
  readonly browser: FoundBrowser;
  /** For each single wait. */
  readonly timeoutSeconds: number;
  /** Chromium's sandbox does not work for root; it is off for nobody else. */
  readonly isRoot: boolean;
  readonly signal?: AbortSignal;
  /** Lends a folder for the browser's profile and takes it away again. */
  readonly withFolder: <T>(use: (folder: string) => Promise<T>) => Promise<T>;
}

/** Chromium's own errands in the network, which a printer does not need. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/**
 * Runs `use` with a browser of its own: an empty profile, gone afterwards with everything it left, whether `use` ends, fails,
 * takes too long or the run is aborted. A remote browser is somebody else's and goes on.
 *
 * @throws LecternError BROWSER_FAILED, TOOK_TOO_LONG; the signal's reason when it is aborted
 */
export async function withBrowser<T>(options: BrowserOptions, use: (browser: Browser) => Promise<T>): Promise<T> {
  options.signal?.throwIfAborted();
  try {
    if (options.browser.kind === 'remote') return await useRemote(options, use);
    return await options.withFolder((profile) => useOwn(profile, options, use));
  } catch (error) {
    options.signal?.throwIfAborted();
    throw explain(error, options);
  }
}

async function useRemote<T>(options: BrowserOptions, use: (browser: Browser) => Promise<T>): Promise<T> {
  const { default: puppeteer } = await import('puppeteer-core');
  const browser = await puppeteer.connect({
    browserWSEndpoint: options.browser.path,
    protocolTimeout: options.timeoutSeconds * 1000,
  });
  try {
    return await use(browser);
  } finally {
    await browser.disconnect();
  }
}

/** Whatever happens, aborting `ended` kills the process, even one that never became a browser. */
async function useOwn<T>(profile: string, options: BrowserOptions, use: (browser: Browser) => Promise<T>): Promise<T> {
  const ended = new AbortController();
  const signal = options.signal ? AbortSignal.any([ended.signal, options.signal]) : ended.signal;
  try {
    const browser = await launch(profile, options, signal);
    const used = use(browser);
    const result = await Promise.race([used, rejectWhenAborted(signal)]);
    await browser.close();
    return result;
  } finally {
    ended.abort();
  }
}

async function launch(profile: string, options: BrowserOptions, signal: AbortSignal): Promise<Browser> {
  const { default: puppeteer } = await import('puppeteer-core');
  const timeout = options.timeoutSeconds * 1000;
  const { path, kind } = options.browser;
  return puppeteer.launch({
    executablePath: path,
    userDataDir: profile,
    args: options.isRoot ? [...QUIET, '--no-sandbox'] : QUIET,
    headless: kind === 'headless-shell' ? 'shell' : true,
    pipe: true,
    timeout,
    protocolTimeout: timeout,
    // The command line answers signals; the abort signal kills the browser.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    signal,
  });
}

function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function explain(error: unknown, { browser, timeoutSeconds }: BrowserOptions): unknown {
  if (error instanceof LecternError || !(error instanceof Error)) return error;
  if (error.name === 'TimeoutError' || /timed? ?out/iu.test(error.message)) {
    return new LecternError('TOOK_TOO_LONG', `${browser.path}: no answer within ${timeoutSeconds} s`, {
      hint: 'Give it longer with --timeout <seconds>, or name another browser with --browser <path>.',
      cause: error,
    });
  }
  return new LecternError(
    'BROWSER_FAILED',
    `${browser.path}: the browser did not do its work: ${firstLine(error.message)}`,
    {
      hint: '`lectern doctor` shows which browser is used; name another one with --browser <path>.',
      cause: error,
    },
  );
}

function firstLine(message: string): string {
  return message.split('\n').find((line) => line.trim() !== '') ?? '';
}
