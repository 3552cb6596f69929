import type { LaunchOptions, Page } from 'puppeteer-core';
import { LecternError } from '../errors.ts';
import type { FoundBrowser, TemporaryFolder } from '../model/browser.ts';

export interface PrinterOptions {
  /** Asked when something is to be printed. @throws LecternError BROWSER_MISSING */
  readonly findBrowser: () => Promise<FoundBrowser>;
  /** Lends a folder for the browser's profile. */
  readonly makeFolder: () => Promise<TemporaryFolder>;
  /** For each single wait. */
  readonly timeoutSeconds: number;
  /** Chromium's sandbox does not work for root; it is off for nobody else. */
  readonly isRoot: boolean;
  readonly signal?: AbortSignal;
}

/** What a print is doing, in its order. */
export const PRINT_STAGES = ['browser', 'layout', 'pages'] as const;
export type PrintStage = (typeof PRINT_STAGES)[number];

/** One browser for everything that a run prints. */
export interface Printer {
  /**
   * A self-contained static page, whose CSS names the size of its sheets, as a PDF: tagged, with an outline of its headings.
   * @throws LecternError BROWSER_MISSING, BROWSER_FAILED, TOOK_TOO_LONG; the signal's reason when the run is aborted
   */
  print(html: string, onStage: (stage: PrintStage) => void): Promise<Uint8Array>;
  /** Ends the browser, if one was started, and takes away what it left. */
  close(): Promise<void>;
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

/** ms; a longer timer would fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** How long a browser may take to end by itself, ms. */
const GRACE = 3000;

/** A printer whose browser starts with the first page: a run that prints nothing starts none. */
export function createPrinter(options: PrinterOptions): Printer {
  let session: Promise<Session> | undefined;
  return {
    async print(html, onStage) {
      const found = await options.findBrowser();
      try {
        options.signal?.throwIfAborted();
        if (!session) onStage('browser');
        session ??= startSession(found, options);
        const started = await session;
        const printed = printPage(started, html, { timeout: milliseconds(options), onStage });
        return await Promise.race([printed, rejectWhenAborted(started.ended)]);
      } catch (error) {
        options.signal?.throwIfAborted();
        throw explain(error, found.path, options.timeoutSeconds);
      }
    },
    async close() {
      const started = await session?.catch(() => undefined);
      await started?.end();
    },
  };
}

interface Session {
  /** A tab that has shown nothing yet. */
  takeTab(): Promise<Page>;
  readonly isOwn: boolean;
  /** Aborted when the run is. */
  readonly ended: AbortSignal;
  end(): Promise<void>;
}

/** A remote browser is somebody else's and goes on; our own has an empty profile, and nothing of it stays. */
async function startSession(found: FoundBrowser, options: PrinterOptions): Promise<Session> {
  const { default: puppeteer } = await import('puppeteer-core');
  if (found.kind === 'remote') {
    const protocolTimeout = milliseconds(options);
    const browser = await puppeteer.connect({ browserWSEndpoint: found.path, protocolTimeout });
    const ended = options.signal ?? new AbortController().signal;
    return { takeTab: () => browser.newPage(), isOwn: false, ended, end: () => browser.disconnect() };
  }
  const profile = await options.makeFolder();
  // Aborting kills the process, even one that never became a browser.
  const over = new AbortController();
  const signal = options.signal ? AbortSignal.any([over.signal, options.signal]) : over.signal;
  const clear = async (): Promise<void> => {
    over.abort();
    await profile.remove();
  };
  try {
    const browser = await puppeteer.launch(launchOptions(found, options, { profile: profile.path, signal }));
    const end = async (): Promise<void> => {
      if (!signal.aborted) await Promise.race([browser.close(), delay(GRACE)]);
      await clear();
    };
    // The first tab is there already, which saves opening one.
    const unused = await browser.pages();
    return { takeTab: async () => unused.pop() ?? browser.newPage(), isOwn: true, ended: signal, end };
  } catch (error) {
    await clear();
    throw error;
  }
}

function launchOptions(
  { path, kind }: FoundBrowser,
  options: PrinterOptions,
  own: { readonly profile: string; readonly signal: AbortSignal },
): LaunchOptions {
  const timeout = milliseconds(options);
  return {
    executablePath: path,
    userDataDir: own.profile,
    args: options.isRoot ? [...QUIET, '--no-sandbox'] : QUIET,
    headless: kind === 'headless-shell' ? 'shell' : true,
    pipe: true,
    timeout,
    protocolTimeout: timeout,
    // The command line answers signals; the abort signal kills the browser.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    signal: own.signal,
  };
}

/** In a tab of its own, since what a tab has shown before leaves traces in its next PDF. */
async function printPage(
  { takeTab, isOwn }: Session,
  html: string,
  { timeout, onStage }: { readonly timeout: number; readonly onStage: (stage: PrintStage) => void },
): Promise<Uint8Array> {
  const page = await takeTab();
  try {
    page.setDefaultTimeout(timeout);
    await page.setJavaScriptEnabled(false);
    await page.setOfflineMode(true);
    onStage('layout');
    await page.setContent(html, { waitUntil: 'load', timeout });
    onStage('pages');
    return await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      outline: true,
      tagged: true,
      waitForFonts: true,
      timeout,
    });
  } finally {
    // Our own browser ends with its last tab, and one that is gone has none to close.
    if (!isOwn) await page.close().catch(() => undefined);
  }
}

function milliseconds({ timeoutSeconds }: PrinterOptions): number {
  return Math.min(timeoutSeconds * 1000, LONGEST_TIMER);
}

function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}

function explain(error: unknown, path: string, timeoutSeconds: number): unknown {
  if (error instanceof LecternError || !(error instanceof Error)) return error;
  if (error.name === 'TimeoutError' || /timed? ?out/iu.test(error.message)) {
    return new LecternError('TOOK_TOO_LONG', `${path}: no answer within ${timeoutSeconds} s`, {
      hint: 'Give it longer with --timeout <seconds>, or name another browser with --browser <path>.',
      cause: error,
    });
  }
  const what = /target closed|failed to launch/iu.test(error.message)
    ? 'the program ended before it had done its work'
    : `the browser did not do its work: ${firstLine(error.message)}`;
  return new LecternError('BROWSER_FAILED', `${path}: ${what}`, {
    hint: '`lectern doctor` shows which browser is used; name another one with --browser <path>.',
    cause: error,
  });
}

function firstLine(message: string): string {
  return message.split('\n').find((line) => line.trim() !== '') ?? '';
}
