import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'puppeteer-core';
import { openDeck } from '../open-deck.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The deck with axe-core in it. */
export async function openWithAxe(
  browser: Browser,
  html: string,
  size: { width?: number; height?: number } = {},
): Promise<Page> {
  const { page } = await openDeck(browser, html, size);
  const client = await page.createCDPSession();
  await client.send('Page.setBypassCSP', { enabled: true });
  await page.reload();
  await page.waitForFunction('window.Reveal && Reveal.isReady()');
  await page.evaluate(axe);
  return page;
}

/** What axe-core finds on the page as it is now, or in what the selector names, a line each. */
export async function violations(page: Page, within?: string): Promise<string[]> {
  // Contrast is read from computed colours, so a fade must be over. Reveal's arrow beckons without end.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (Number(animation.effect?.getComputedTiming().endTime) < 5000) animation.finish();
    }
  });
  return page.evaluate(async (selector) => {
    const found: { violations: { id: string; nodes: { target: unknown[] }[] }[] } = await Reflect.get(
      window,
      'axe',
    ).run(selector ?? document);
    return found.violations.map(
      (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`,
    );
  }, within);
}
