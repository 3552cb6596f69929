import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { composeDeck } from '../../src/compose/compose-deck.ts';
import { composeHandout } from '../../src/compose/compose-handout.ts';
import { readAssets } from '../../src/files/read-assets.ts';
import { readStyle } from '../../src/files/read-style.ts';
import { loadLibrary } from '../../src/load-library.ts';
import { SLIDES_PER_PAGE } from '../../src/model/handout.ts';
import { renderHandout } from '../../src/render/render-handout.ts';
import { readWhole } from '../export/open-pdf.ts';
import { selectAll } from '../make-library.ts';
import { launchBrowser, openDeck } from '../open-deck.ts';
import { runInProcess } from './run-in-process.ts';

let cwd = '';
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'lectern-size-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const lectern = (...words: string[]): ReturnType<typeof runInProcess> =>
  runInProcess(words, { cwd, env: { PATH: process.env['PATH'] ?? '' } });
const SMALL = ['--part', '3', '--limit', '4', '--size', '4:3', '--name', 'talk'];

test('PDF, handout and deck of 4:3 are pages of 960 × 720, and a saved talk keeps its size', async () => {
  const made = await lectern('build', ...SMALL, '--to', 'html,pdf,handout', '--save', 'talk.yaml');
  expect(made).toMatchObject({ code: 0 });
  const pdf = await readWhole(join(cwd, 'output/talk.pdf'));
  expect(new Set(pdf.pages.map(({ size }) => size.slice(2).join(' × ')))).toEqual(new Set(['720 × 540']));
  expect((await readWhole(join(cwd, 'output/talk-handout.pdf'))).pages[0]?.size.slice(2).map(Math.round)).toEqual([
    595, 842,
  ]);
  expect(await readFile(join(cwd, 'talk.yaml'), 'utf8')).toContain('size: 4:3');
  expect(await lectern('build', 'talk.yaml', '-o', 'again.html')).toMatchObject({ code: 0, stderr: '' });

  const browser = await launchBrowser();
  const { page } = await openDeck(browser, await readFile(join(cwd, 'again.html'), 'utf8'), {
    width: 1024,
    height: 768,
  });
  const sizes = await page.evaluate(() => {
    const slide = document.querySelector<HTMLElement>('section.present');
    return [slide?.offsetWidth, slide?.offsetHeight, document.querySelector<HTMLElement>('.slides')?.style.width];
  });
  await browser.close();
  expect(sizes).toEqual([960, 720, '960px']);
});

test('the pictures in a handout of 4:3 show the whole slide', async () => {
  const { library, themes } = await loadLibrary('data/armon-dadgar.yaml', { cwd: process.cwd() });
  const style = await readStyle('folio', { size: '4:3' });
  const deck = composeDeck(selectAll(library, themes), { style });
  const browser = await launchBrowser();
  const page = await browser.newPage();
  for (const perPage of SLIDES_PER_PAGE) {
    const options = { paper: 'A4', layout: 'slides', perPage, notes: 'lines' } as const;
    const handout = composeHandout(deck, style, options);
    await page.setContent(await renderHandout({ deck, handout, style }, await readAssets()));
    const cut = await page.evaluate(
      () =>
        [...document.querySelectorAll('.thumb')].filter((thumb) => {
          const slide = thumb.firstElementChild?.getBoundingClientRect();
          const frame = thumb.getBoundingClientRect();
          return !slide || Math.abs(slide.width - frame.width) > 1 || Math.abs(slide.height - frame.height) > 1;
        }).length,
    );
    expect({ perPage, cut }).toEqual({ perPage, cut: 0 });
  }
  await browser.close();
});

test('another shape is a usage error that names those there are', async () => {
  expect(await lectern('build', '--size', '3:2')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/16:9, 4:3, 1:1 or 4:5/u),
  });
});
