import type { Browser } from 'puppeteer-core';
import { type BrowserOptions, withBrowser } from './open-browser.ts';
import { readPdf } from './read-pdf.ts';
import { type PdfFacts, stampPdf } from './stamp-pdf.ts';
import { writePdf } from './write-pdf.ts';

export interface PrintOptions extends BrowserOptions {
  readonly facts: PdfFacts;
}

/**
 * Prints a self-contained static page, whose CSS names the size of its sheets, to a PDF: tagged, with an outline of its
 * headings. The same page and browser make the same bytes.
 *
 * @throws LecternError BROWSER_FAILED, TOOK_TOO_LONG
 */
export async function exportPdf(html: string, options: PrintOptions): Promise<Uint8Array> {
  const pdf = await withBrowser(options, (browser) => printPage(browser, html, options.timeoutSeconds * 1000));
  return writePdf(stampPdf(readPdf(pdf), options.facts));
}

async function printPage(browser: Browser, html: string, timeout: number): Promise<Uint8Array> {
  const [page = await browser.newPage()] = await browser.pages();
  page.setDefaultTimeout(timeout);
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  await page.setContent(html, { waitUntil: 'load', timeout });
  return page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    outline: true,
    tagged: true,
    waitForFonts: true,
    timeout,
  });
}
