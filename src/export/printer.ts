import type { Page } from 'puppeteer-core';
import { LecternError } from '../errors.ts';
import type { FoundBrowser } from '../model/browser.ts';
import type { PicturePage, PrintPage, PrintStage } from '../model/print-pages.ts';
import { crashOf, layOut } from './lay-out-page.ts';
import type { BrowserSession, OpenBrowserOptions } from './open-browser.ts';
import { type PhotoJob, photographInTabs } from './photograph.ts';
import { outOfMemory, pageCrashed } from './start-browser.ts';
import { type Limits, withinLimits } from './within-limits.ts';

export interface PrinterOptions extends OpenBrowserOptions {
  /** Asked once, when something is to be printed. @throws LecternError BROWSER_MISSING */
  readonly findBrowser: () => Promise<FoundBrowser>;
}

export interface PrintJob {
  /** Given each PDF as soon as it and all before it are there, in the order of the pages. */
  readonly take: (pdf: Uint8Array) => void;
  readonly onStage: (stage: PrintStage) => void;
}

/** Tabs that print at the same time. More would not fit a small machine. */
const TABS = 2;

/** One browser for everything that a run prints. */
export interface Printer {
  /**
   * A self-contained static page, whose CSS names the size of its sheets, as a PDF: tagged, with an outline of its headings.
   * @throws LecternError BROWSER_MISSING, BROWSER_FAILED, TOOK_TOO_LONG; the signal's reason when the run is aborted
   */
  print(html: string, onStage: (stage: PrintStage) => void): Promise<Uint8Array>;
  /** Several pages, made and printed one after the other in two tabs. */
  printAll(pages: readonly PrintPage[], job: PrintJob): Promise<void>;
  /**
   * Pictures of the sheets of several pages, in two tabs, each handed over as soon as it is taken.
   * @throws LecternError as `print` does, the limit of time being each picture's; TEMPLATE_INVALID
   */
  photographAll(pages: readonly PicturePage[], job: PhotoJob): Promise<void>;
  /** Ends the browser, if one was started, and takes away what it left. */
  close(): Promise<void>;
}

/** A printer whose browser starts with the first page: a run that prints nothing starts none. */
export function createPrinter(options: PrinterOptions): Printer {
  let browser: Promise<FoundBrowser> | undefined;
  let session: Promise<BrowserSession> | undefined;
  /** Work in the browser, which the first of it starts; what ends it early is explained. */
  const inBrowser = async <T>(
    onStage: (stage: PrintStage) => void,
    work: (session: BrowserSession, limits: Limits) => Promise<T>,
  ): Promise<T> => {
    browser ??= options.findBrowser();
    const found = await browser;
    let started: BrowserSession | undefined;
    try {
      options.signal?.throwIfAborted();
      if (!session) onStage('browser');
      session ??= import('./open-browser.ts').then(({ openBrowser }) => openBrowser(found, options));
      started = await session;
      return await work(started, { timeoutSeconds: options.timeoutSeconds, signal: started.ended });
    } catch (error) {
      options.signal?.throwIfAborted();
      if (started?.isStarved()) throw outOfMemory(found.path, error);
      throw explain(error, found.path, options.timeoutSeconds);
    }
  };
  const printAll = (pages: readonly PrintPage[], job: PrintJob): Promise<void> =>
    inBrowser(job.onStage, (started, limits) => withinLimits(printInTabs(started, pages, job), limits));
  return {
    async print(html, onStage) {
      let printed: Uint8Array = new Uint8Array();
      const take = (pdf: Uint8Array): void => {
        printed = pdf;
      };
      await printAll([() => html], { take, onStage });
      return printed;
    },
    printAll,
    photographAll: (pages, job) =>
      inBrowser(job.onStage, (started, limits) => photographInTabs(started, pages, { ...job, limits, tabs: TABS })),
    async close() {
      const started = await session?.catch(() => undefined);
      await started?.end();
    },
  };
}

/** Each page is made when a tab is free for it, so that they are never there all at once. */
async function printInTabs(
  session: BrowserSession,
  pages: readonly PrintPage[],
  { take, onStage }: PrintJob,
): Promise<void> {
  const takeInOrder = inOrder(take);
  const queue = pages.entries();
  const printNext = async (): Promise<void> => {
    for (const [index, page] of queue) takeInOrder(index, await printPage(session, page(), onStage));
  };
  await Promise.all(Array.from({ length: Math.min(TABS, pages.length) }, printNext));
}

/** What comes before its turn waits. */
function inOrder<T>(take: (value: T) => void): (index: number, value: T) => void {
  const waiting = new Map<number, T>();
  let turn = 0;
  return (index, value) => {
    waiting.set(index, value);
    for (let next = waiting.get(turn); next !== undefined; next = waiting.get(turn)) {
      waiting.delete(turn);
      turn += 1;
      take(next);
    }
  };
}

/** In a tab of its own, since what a tab has shown before leaves traces in its next PDF. The caller limits the time. */
async function printPage(
  { takeTab, leaveTab }: BrowserSession,
  html: string,
  onStage: (stage: PrintStage) => void,
): Promise<Uint8Array> {
  const page = await takeTab();
  try {
    onStage('layout');
    return await Promise.race([crashOf(page), layOutAndPrint(page, html, onStage)]);
  } finally {
    await leaveTab(page);
  }
}

async function layOutAndPrint(page: Page, html: string, onStage: (stage: PrintStage) => void): Promise<Uint8Array> {
  await layOut(page, html);
  onStage('pages');
  return page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    outline: true,
    tagged: true,
    waitForFonts: true,
    timeout: 0,
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
  if (error.message.includes('Page crashed')) return pageCrashed(path, error);
  return new LecternError('BROWSER_FAILED', `${path}: the browser did not do its work: ${firstLine(error.message)}`, {
    hint: '`lectern doctor` shows which browser is used; name another one with --browser <path>.',
    cause: error,
  });
}

function firstLine(message: string): string {
  return message.split('\n').find((line) => line.trim() !== '') ?? '';
}
