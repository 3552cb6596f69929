import type { CDPSession, Page } from 'puppeteer-core';
import { LecternError } from '../errors.ts';
import type { PicturePage, PrintStage } from '../model/print-pages.ts';
import type { Area } from '../model/style.ts';
import { crashOf, layOut } from './lay-out-page.ts';
import type { BrowserSession } from './open-browser.ts';
import { type Limits, withinLimits } from './within-limits.ts';

export interface PhotoJob {
  /** Of a sheet, px. */
  readonly area: Area;
  /** Pixels for each px. */
  readonly scale: number;
  /** Given each picture; the tab waits until it is done with. */
  readonly take: (name: string, png: Uint8Array) => Promise<void>;
  readonly onStage: (stage: PrintStage) => void;
}

interface TabJob extends PhotoJob {
  /** For opening a page, and for each picture. */
  readonly limits: Limits;
  readonly tabs: number;
}

/** A tab goes through a page's sheets; each page is made when a tab is free for it. A failure in one ends them all. */
export async function photographInTabs(
  session: BrowserSession,
  pages: readonly PicturePage[],
  job: TabJob,
): Promise<void> {
  const queue = pages.values();
  let failed = false;
  const work = async (): Promise<void> => {
    const tab = await session.takeTab();
    try {
      const { area, scale, limits } = job;
      const client = await withinLimits(openSession(tab, area, scale), limits);
      for (const page of queue) await photographPage(tab, page, { ...job, client, hasFailed: () => failed });
    } catch (error) {
      failed = true;
      throw error;
    } finally {
      await session.leaveTab(tab);
    }
  };
  const tabs = Array.from({ length: Math.min(job.tabs, pages.length) }, work);
  const results = await Promise.allSettled(tabs);
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
}

/**
 * A session of our own: Puppeteer takes one picture at a time in a browser. A picture has the scale that its own session has set
 * (Chromium 156).
 */
async function openSession(tab: Page, { width, height }: Area, scale: number): Promise<CDPSession> {
  const client = await tab.createCDPSession();
  await client.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: false });
  // The page's sheets are there on paper alone.
  await client.send('Emulation.setEmulatedMedia', { media: 'print' });
  return client;
}

interface PageJob extends TabJob {
  readonly client: CDPSession;
  readonly hasFailed: () => boolean;
}

async function photographPage(tab: Page, { page, names }: PicturePage, job: PageJob): Promise<void> {
  const { client, limits, onStage, take } = job;
  onStage('layout');
  const crash = crashOf(tab);
  const places = await withinLimits(Promise.race([crash, layOutSheets(tab, page())]), limits);
  if (places.length !== names.length) throw sheetsMissing(places.length, names.length);
  for (const [index, name] of names.entries()) {
    if (job.hasFailed()) return;
    const shot = await withinLimits(Promise.race([crash, photograph(tab, client, places[index] ?? 0)]), limits);
    await take(name, shot);
  }
}

/** Where the page's sheets begin, px from its top. */
async function layOutSheets(tab: Page, html: string): Promise<readonly number[]> {
  await layOut(tab, html);
  const places: unknown = await tab.evaluate(
    'Array.from(document.querySelectorAll("[data-slide]"), (sheet) => sheet.getBoundingClientRect().top + scrollY)',
  );
  return Array.isArray(places) ? places.map(Number) : [];
}

async function photograph(tab: Page, client: CDPSession, top: number): Promise<Uint8Array> {
  await tab.evaluate(`scrollTo(0, ${top})`);
  const { data } = await client.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
  return Buffer.from(data, 'base64');
}

function sheetsMissing(found: number, wanted: number): LecternError {
  return new LecternError('TEMPLATE_INVALID', `print.hbs: shows ${found} slides of ${wanted}`, {
    hint: 'A template of your own must show every slide, in an element with data-slide.',
  });
}
