import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeDeck } from '../../src/compose/compose-deck.ts';
import { composeHandout } from '../../src/compose/compose-handout.ts';
import { readAssets } from '../../src/files/read-assets.ts';
import { readStyle } from '../../src/files/read-style.ts';
import type { HandoutOptions } from '../../src/model/handout.ts';
import type { Library } from '../../src/model/library.ts';
import { renderHandout } from '../../src/render/render-handout.ts';
import { makeLesson, makeLibrary, selectAll } from '../make-library.ts';
import { launchBrowser } from '../open-deck.ts';

const LECTERN = join(import.meta.dirname, '../../dist/main.js');
const SECRET = 'Tell nobody this story.';
const folder = mkdtempSync(join(tmpdir(), 'lectern-handout-'));
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The built-in library's handout as a PDF, and what poppler says of it. */
function make(name: string, ...words: string[]): { facts: string; text: string } {
  const file = join(folder, `${name}.pdf`);
  const { status, stderr } = spawnSync(process.execPath, [LECTERN, '--to', 'handout', '-o', file, ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stderr).not.toContain('lectern:');
  expect(status).toBe(0);
  const run = (command: string, ...args: string[]): string =>
    execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1e8 });
  return { facts: run('pdfinfo', '-dests', file) + run('pdfinfo', file), text: run('pdftotext', '-raw', file, '-') };
}

test.each([
  [[], 28, '594.96 x 841.92', '1 / 28'],
  [['--per-page', '2', '--paper', 'Letter'], 41, '612 x 792', '41 / 41'],
  [['--per-page', '6'], 17, '594.96 x 841.92', '17 / 17'],
  [['--handout-layout', 'text'], 9, '594.96 x 841.92', '9 / 9'],
])(
  'the handout with %j has %d pages of its paper, numbered, with a bibliography that is linked both ways',
  (words, pages, size, last) => {
    const { facts, text } = make(`h${pages}`, ...words);
    expect(facts).toMatch(new RegExp(`^Pages: +${pages}$`, 'mu'));
    expect(facts).toMatch(new RegExp(`^Page size: +${size}`, 'mu'));
    expect(facts).toMatch(/^Tagged: +yes$/mu);
    expect(facts).toContain('"source-7"');
    expect(facts).toContain('"lesson-3.8"');
    expect(text).toContain(last);
    expect(text).toContain('SiliconANGLE');
  },
);

async function pageOf(library: Library, options: Partial<HandoutOptions>): Promise<string> {
  const style = await readStyle('folio');
  const deck = composeDeck(selectAll(library), { style });
  const handout = composeHandout(deck, style, {
    paper: 'A4',
    layout: 'slides',
    perPage: 3,
    notes: 'lines',
    ...options,
  });
  return renderHandout({ deck, handout, style }, await readAssets());
}

test("the speaker's notes are in the speaker's edition alone", async () => {
  const library = makeLibrary([makeLesson('1.1', { note: SECRET })]);
  for (const layout of ['slides', 'text'] as const) {
    for (const notes of ['lines', 'none'] as const)
      expect(await pageOf(library, { layout, notes })).not.toContain(SECRET);
    expect(await pageOf(library, { layout, notes: 'speaker' })).toContain(SECRET);
  }
});

test('no text of any length leaves its place on the page', async () => {
  const long = 'A long sentence of many words for the paper. ';
  const lessons = Array.from({ length: 40 }, (_, index) =>
    makeLesson(`1.${index + 1}`, {
      topic: (index % 3 === 0 ? long.repeat(4) : 'On trust').slice(0, 140).trim(),
      quote:
        index % 4 === 0 ? long.repeat((index % 11) + 1).trim() : '身份是新的边界，网络不可信。'.repeat((index % 7) + 1),
      source: index % 5 === 0 ? long.repeat(3).slice(0, 100).trim() : `Source ${index}`,
      note: long.repeat(2),
    }),
  );
  for (const given of [
    { perPage: 1 },
    { perPage: 2 },
    { perPage: 3 },
    { perPage: 4 },
    { perPage: 6 },
    { layout: 'text' },
  ] as const) {
    for (const notes of ['lines', 'speaker'] as const) {
      const page = await browser.newPage();
      await page.setJavaScriptEnabled(false);
      await page.emulateMediaType('print');
      await page.setContent(await pageOf(makeLibrary(lessons), { ...given, notes }));
      await page.evaluate('document.fonts.ready');
      const outside = await page.evaluate(() => {
        const found: string[] = [];
        for (const sheet of document.querySelectorAll('.page')) {
          const foot = sheet.querySelector('.page-foot')?.getBoundingClientRect();
          for (const box of sheet.querySelectorAll('article, li, .pull, h2:not(.sr)')) {
            const rect = box.getBoundingClientRect();
            const edge = sheet.getBoundingClientRect();
            if (rect.bottom > (foot?.top ?? 0) + 1 || rect.right > edge.right - 40)
              found.push(box.textContent.slice(0, 40));
          }
        }
        return found;
      });
      await page.close();
      expect({ given, notes, outside }).toEqual({ given, notes, outside: [] });
    }
  }
});
