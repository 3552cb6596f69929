import type { Browser, Page } from 'puppeteer-core';
import { LecternError } from '../errors.ts';
import type { FoundBrowser, TemporaryFolder } from '../model/browser.ts';
import { outOfMemory, startBrowser } from './start-browser.ts';
import { type Limits, timerOf, withinLimits } from './within-limits.ts';

export interface OpenBrowserOptions {
  /** Lends a folder for the browser's profile and temporary files. */
  readonly makeFolder: () => Promise<TemporaryFolder>;
  /** For opening the browser, and for each print as a whole. */
  readonly timeoutSeconds: number;
  /** Chromium's sandbox does not work for root; it is off for nobody else. */
  readonly isRoot: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
}

/** A browser that answers. */
export interface BrowserSession {
  /** A tab that has shown nothing yet. */
  takeTab(): Promise<Page>;
  /** Says that a tab is done with. */
  leaveTab(page: Page): Promise<void>;
  /** Aborted when the run is, with its reason, and when the browser ends by itself, with a LecternError BROWSER_FAILED. */
  readonly ended: AbortSignal;
  /** Whether the browser has said that it wants memory. */
  isStarved(): boolean;
  end(): Promise<void>;
}

/** Chromium's own errands in the network, which a printer does not need. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  // No name and no address leads anywhere: a page that is offline still opens connections that it never uses.
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/** What a remote browser gets to close our tabs, ms. */
const PARTING = 1000;

/**
 * Starts the browser, or connects to the remote one: that is somebody else's and goes on afterwards; our own has an empty
 * profile, and nothing of it stays.
 * @throws LecternError BROWSER_FAILED; the signal's reason; a TimeoutError
 */
export function openBrowser(found: FoundBrowser, options: OpenBrowserOptions): Promise<BrowserSession> {
  return found.kind === 'remote' ? openRemote(found, options) : openOwn(found, options);
}

async function openOwn(found: FoundBrowser, options: OpenBrowserOptions): Promise<BrowserSession> {
  const { default: puppeteer } = await import('puppeteer-core');
  const folder = await options.makeFolder();
  let stop = async (): Promise<void> => undefined;
  let isStarved = (): boolean => false;
  const end = async (): Promise<void> => {
    await stop();
    await folder.remove();
  };
  try {
    const args = [
      ...puppeteer.defaultArgs({
        browser: 'chrome',
        headless: found.kind === 'headless-shell' ? 'shell' : true,
        userDataDir: folder.path,
        args: options.isRoot ? [...QUIET, '--no-sandbox'] : QUIET,
      }),
      '--remote-debugging-pipe',
    ];
    const started = startBrowser({ path: found.path, args, folder: folder.path, env: options.env });
    ({ stop, isStarved } = started);
    const { transport } = started;
    const ended = options.signal ? AbortSignal.any([started.ended, options.signal]) : started.ended;
    const limits = { timeoutSeconds: options.timeoutSeconds, signal: ended };
    const protocolTimeout = timerOf(options.timeoutSeconds);
    const browser = await withinLimits(puppeteer.connect({ transport, protocolTimeout }), limits);
    // The first tab is there already, which saves opening one.
    const unused = await withinLimits(browser.pages(), limits);
    return { ...keepTabs(async () => unused.pop() ?? browser.newPage()), ended, isStarved, end };
  } catch (error) {
    await end();
    throw isStarved() && !options.signal?.aborted ? outOfMemory(found.path, error) : error;
  }
}

async function openRemote({ path }: FoundBrowser, options: OpenBrowserOptions): Promise<BrowserSession> {
  const broken = new AbortController();
  const ended = options.signal ? AbortSignal.any([broken.signal, options.signal]) : broken.signal;
  const limits = { timeoutSeconds: options.timeoutSeconds, signal: ended };
  const browser = await withinLimits(connectTo(path, limits), limits);
  browser.once('disconnected', () => broken.abort(remoteFailed(path, 'the connection broke off')));
  const context = await withinLimits(browser.createBrowserContext(), limits);
  const end = async (): Promise<void> => {
    // Our tabs go with their context; a browser that does not answer keeps them.
    if (browser.connected) await Promise.race([context.close(), delay(PARTING)]);
    await browser.disconnect();
  };
  return {
    takeTab: () => context.newPage(),
    leaveTab: (page) => page.close().catch(() => undefined),
    ended,
    isStarved: () => false,
    end,
  };
}

/** Our own browser ends with its last tab, so a tab that is done with stays until there is the next one. */
function keepTabs(openTab: () => Promise<Page>): Pick<BrowserSession, 'takeTab' | 'leaveTab'> {
  const left: Page[] = [];
  return {
    async takeTab() {
      const page = await openTab();
      for (const old of left.splice(0)) void old.close().catch(() => undefined);
      return page;
    },
    async leaveTab(page) {
      left.push(page);
    },
  };
}

async function connectTo(path: string, { timeoutSeconds, signal }: Limits): Promise<Browser> {
  const { default: puppeteer } = await import('puppeteer-core');
  const timer = AbortSignal.timeout(timerOf(timeoutSeconds));
  try {
    // Puppeteer's connecting can neither be limited nor stopped, and a run cannot end before it; so whoever is there is asked first.
    const answer = await fetch(path.replace(/^ws/iu, 'http'), { signal: AbortSignal.any([timer, signal]) });
    await answer.body?.cancel();
    return await puppeteer.connect({ browserWSEndpoint: path, protocolTimeout: timerOf(timeoutSeconds) });
  } catch (error) {
    signal.throwIfAborted();
    timer.throwIfAborted();
    throw remoteFailed(path, reasonOf(error));
  }
}

/** What a failed connection says: an error, the reason behind it, or the event of a WebSocket. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && error.cause instanceof Error) return reasonOf(error.cause);
  const message: unknown = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return String(message).trim() || 'cannot be reached';
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}

function remoteFailed(path: string, what: string): LecternError {
  return new LecternError('BROWSER_FAILED', `${path}: ${what}`, {
    hint: 'See whether that browser runs and shows this address, or leave --browser out to use one of this machine.',
  });
}
