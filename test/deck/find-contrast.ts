import type { PNG } from 'pngjs';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { photograph, showSlide } from '../open-deck.ts';
import { findTexts, hideTexts, type ShownText } from './find-texts.ts';

/** WCAG AA, for text of every size. */
const LEAST_CONTRAST = 4.5;

/** The texts of these slides that do not stand out from the pixels behind them, and the smallest contrast of all. */
export async function faintTexts(page: Page, anchors: readonly string[]): Promise<{ faint: string[]; least: number }> {
  const faint: string[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const anchor of anchors) {
    await showSlide(page, anchor);
    const texts = await page.evaluate(findTexts);
    expect(texts.length, anchor).toBeGreaterThan(2);
    await page.evaluate(hideTexts, true);
    const behind = await photograph(page);
    await page.evaluate(hideTexts, false);
    for (const text of texts) {
      const contrast = leastContrast(text, behind);
      least = Math.min(least, contrast);
      if (contrast < LEAST_CONTRAST) faint.push(`${anchor}: "${text.text}" ${contrast.toFixed(2)}`);
    }
  }
  return { faint, least };
}

/** Against 33 points of the text's rectangle. */
function leastContrast({ left, top, width, height, colour }: ShownText, behind: PNG): number {
  const own = luminance(colour);
  let least = Number.POSITIVE_INFINITY;
  for (let point = 0; point < 33; point += 1) {
    const x = Math.min(1279, Math.round(left + (width * ((point % 11) + 0.5)) / 11));
    const y = Math.min(719, Math.round(top + (height * (Math.floor(point / 11) + 0.5)) / 3));
    const at = (y * 1280 + x) * 4;
    const other = luminance([behind.data[at] ?? 0, behind.data[at + 1] ?? 0, behind.data[at + 2] ?? 0]);
    least = Math.min(least, (Math.max(own, other) + 0.05) / (Math.min(own, other) + 0.05));
  }
  return least;
}

/** Relative luminance of WCAG 2 from sRGB, 0–255. */
function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
