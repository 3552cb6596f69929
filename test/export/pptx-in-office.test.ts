import { PNG } from 'pngjs';
import { expect, onTestFinished, test } from 'vitest';
import { readStyle } from '../../src/files/read-style.ts';
import { readStyleNames } from '../../src/files/read-styles.ts';
import { loadLibrary } from '../../src/load-library.ts';
import { slidesOf } from '../../src/model/deck.ts';
import type { Library } from '../../src/model/library.ts';
import type { OfficeTalk } from '../../src/model/office.ts';
import type { Slide } from '../../src/model/slides.ts';
import { selectAll } from '../make-library.ts';
import { launchBrowser, makeDeck, openStill, photograph, showSlide } from '../open-deck.ts';
import { findOfficeOverflows } from './find-office-overflows.ts';
import { hostileLibrary } from './hostile-library.ts';
import { makePptx, type OfficeRequest, prepareTalk } from './make-office.ts';
import {
  hasOffice,
  type OfficePage,
  openInOffice,
  parseXml,
  photographInOffice,
  readParts,
  textBoxes,
} from './open-office.ts';

const STYLES = await readStyleNames();

interface OpenedTalk {
  readonly style: string;
  readonly talk: OfficeTalk;
  readonly bytes: Uint8Array;
  readonly pages: readonly OfficePage[];
}

/** The library in every style, as LibreOffice shows it. */
async function openAll(library: Library, request: OfficeRequest = {}): Promise<readonly OpenedTalk[]> {
  const made = await Promise.all(
    STYLES.map(async (style) => {
      const talk = await prepareTalk(library, { ...request, style });
      return { style, talk, bytes: await makePptx(talk) };
    }),
  );
  const opened = await openInOffice(made.map(({ bytes }) => bytes));
  return made.map((one, index) => ({ ...one, pages: opened[index] ?? [] }));
}

/** Words that stand out of their boxes, and how many boxes were found again. */
function overflowsOf({ style, talk, bytes, pages }: OpenedTalk): { found: string[]; share: number } {
  const parts = readParts(bytes);
  const found: string[] = [];
  let [all, matched] = [0, 0];
  for (const { number, kind } of slidesOf(talk.deck)) {
    const boxes = textBoxes(parseXml(parts.get(`ppt/slides/slide${number}.xml`) ?? ''));
    const result = findOfficeOverflows(boxes, pages[number - 1] ?? { texts: [], links: [] }, talk.size);
    found.push(...result.found.map((one) => `${style}, slide ${number} (${kind}): ${one}`));
    all += boxes.length;
    matched += result.matched;
  }
  return { found, share: matched / all };
}

function wordsOf(slide: Slide): string {
  if (slide.kind === 'lesson')
    return slide.quote.segments.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('');
  if (slide.kind === 'key') return slide.claim.pieces.map(({ text }) => text).join('');
  return 'heading' in slide ? slide.heading : '';
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}

// Where LibreOffice is not installed nothing can open the file.
test.skipIf(!hasOffice())(
  'LibreOffice opens half of the built-in library in every style, a page a slide, with its words and links, and none leaves its box',
  { timeout: 240_000 },
  async () => {
    const { library, themes } = await loadLibrary('data/armon-dadgar.yaml', { cwd: process.cwd() });
    for (const opened of await openAll({ ...library, parts: library.parts.slice(0, 4) }, { themes })) {
      const slides = slidesOf(opened.talk.deck);
      expect(opened.pages).toHaveLength(slides.length);
      for (const slide of slides) {
        const page = opened.pages[slide.number - 1];
        const text = page?.texts.map((one) => one.text).join('') ?? '';
        expect(squeeze(text), `${opened.style}, slide ${slide.number}`).toContain(squeeze(wordsOf(slide)));
        // Each mark of the divider, or the text on it, leads to its lesson.
        if (slide.kind === 'part')
          expect(page?.links.filter((link) => link === 'inside').length).toBeGreaterThanOrEqual(slide.labels.length);
      }
      const { found, share } = overflowsOf(opened);
      expect(found).toEqual([]);
      expect(share).toBeGreaterThan(0.85);
    }
  },
);

test.skipIf(!hasOffice()).each(['16:9', '4:3'] as const)(
  'nor does a word of long topics, long quotes and addresses, in Chinese, Japanese, Arabic and Hebrew, on slides of %s',
  { timeout: 240_000 },
  async (size) => {
    for (const opened of await openAll(hostileLibrary(), { size })) {
      expect(opened.pages).toHaveLength(slidesOf(opened.talk.deck).length);
      const { found, share } = overflowsOf(opened);
      expect(found).toEqual([]);
      expect(share).toBeGreaterThan(0.8);
    }
  },
);

/** Squares across a slide that are compared by their mean colours: words of other fonts differ within them. */
const SQUARES = { across: 16, down: 9 };

/** Lists are alike; words set large, of other fonts, fill other squares. */
const FARTHEST: Readonly<Record<string, number>> = { title: 5, agenda: 2, closing: 2, sources: 2 };

/** Mean colours of the squares, red, green and blue one after the other. */
function squaresOf({ width, height, data }: PNG): readonly number[] {
  const sums = new Float64Array(SQUARES.across * SQUARES.down * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const square =
        Math.floor((y * SQUARES.down) / height) * SQUARES.across + Math.floor((x * SQUARES.across) / width);
      for (const channel of [0, 1, 2]) {
        const at = square * 3 + channel;
        sums[at] = (sums[at] ?? 0) + (data[(y * width + x) * 4 + channel] ?? 0);
      }
    }
  }
  const each = (width * height) / (SQUARES.across * SQUARES.down);
  return [...sums].map((sum) => sum / each);
}

/** How far two pictures are apart, 0 to 255: on the whole, and in the worst square. */
function distance(one: PNG, other: PNG): { readonly mean: number; readonly worst: number } {
  const [a, b] = [squaresOf(one), squaresOf(other)];
  const apart = a.map((value, index) => Math.abs(value - (b[index] ?? 0)));
  return { mean: apart.reduce((sum, value) => sum + value, 0) / apart.length, worst: Math.max(...apart) };
}

test.skipIf(!hasOffice())('in every style its slides look as those of the deck do', { timeout: 240_000 }, async () => {
  const { library, themes } = await loadLibrary('data/armon-dadgar.yaml', { cwd: process.cwd() });
  const some = { ...library, parts: library.parts.slice(0, 2) };
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const talks = await Promise.all(STYLES.map((style) => prepareTalk(some, { style, themes })));
  const [first] = talks;
  if (first === undefined) throw new Error('there is no style');
  const shown = slidesOf(first.deck).filter(
    ({ kind }, index, all) => kind !== 'overview' && all.findIndex((slide) => slide.kind === kind) === index,
  );
  const numbers = shown.map(({ number }) => number);
  const pictures = await photographInOffice(await Promise.all(talks.map(makePptx)), numbers, 1280);
  for (const [index, style] of STYLES.entries()) {
    const page = await openStill(browser, await makeDeck(selectAll(some, themes), { style: await readStyle(style) }));
    for (const [at, { kind, anchor }] of shown.entries()) {
      await showSlide(page, anchor);
      const picture = pictures[index]?.[at];
      const apart = distance(await photograph(page), picture ?? new PNG());
      expect(apart.mean, `${style}, ${kind}`).toBeLessThan(FARTHEST[kind] ?? 9);
    }
    await page.close();
  }
});
