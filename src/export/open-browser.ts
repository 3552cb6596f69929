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
 * Runs `use` with a browser of its own: an empty profile, no network, gone afterwards with everything it left, whether `use`
 * ends, fails, takes too long or the run is aborted.
 *
 * @throws LecternError BROWSER_FAILED, TOOK_TOO_LONG; the signal's reason when it is aborted
 */
export async function withBrowser<T>(options: BrowserOptions, use: (browser: Browser) => Promise<T>): Promise<T> {
  options.signal?.throwIfAborted();
  const browser = await launch(options);
  const stop = (): void => void browser.process()?.kill('SIGKILL');
  options.signal?.addEventListener('abort', stop, { once: true });
  try {
    options.signal?.throwIfAborted();
    return await use(browser);
  } catch (error) {
    options.signal?.throwIfAborted();
    throw explain(error, options);
  } finally {
    options.signal?.removeEventListener('abort', stop);
    await closeBrowser(browser, options);
  }
}

async function launch(options: BrowserOptions): Promise<Browser> {
  const { default: puppeteer } = await import('puppeteer-core');
  const timeout = options.timeoutSeconds * 1000;
  const { path, kind } = options.browser;
  try {
    if (kind === 'remote') return await puppeteer.connect({ browserWSEndpoint: path, protocolTimeout: timeout });
    return await puppeteer.launch({
      executablePath: path,
      args: options.isRoot ? [...QUIET, '--no-sandbox'] : QUIET,
      headless: kind === 'headless-shell' ? 'shell' : true,
      pipe: true,
      timeout,
      protocolTimeout: timeout,
      // The command line answers signals; the abort signal kills the browser.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      ...(options.signal ? { signal: options.signal } : {}),
    });
  } catch (error) {
    options.signal?.throwIfAborted();
    throw explain(error, options);
  }
}

/** A remote browser is somebody else's and goes on. */
async function closeBrowser(browser: Browser, { browser: { kind }, timeoutSeconds }: BrowserOptions): Promise<void> {
  if (kind === 'remote') return browser.disconnect();
  const closed = await Promise.race([
    browser.close().then(
      () => true,
      () => false,
    ),
    new Promise<false>((resolve) => setTimeout(() => resolve(false), timeoutSeconds * 1000).unref()),
  ]);
  if (!closed) browser.process()?.kill('SIGKILL');
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
