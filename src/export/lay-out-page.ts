import type { Page } from 'puppeteer-core';

/** Shows a self-contained page in a tab: no script of it runs, nothing is fetched, its fonts are there. */
export async function layOut(page: Page, html: string): Promise<void> {
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  await page.setContent(html, { waitUntil: 'load', timeout: 0 });
  // A page need not show on the screen what it shows on paper, and what is not shown asks for no font.
  await page.evaluate('Promise.all(Array.from(document.fonts, (font) => font.load()))');
}

/** A tab whose process is gone, mostly for want of memory, answers nothing any more. */
export function crashOf(page: Page): Promise<never> {
  return new Promise((_, reject) => {
    page.once('error', reject);
  });
}
