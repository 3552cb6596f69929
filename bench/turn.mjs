/**
 * How quickly a deck opens and turns in real Chromium:
 *   node bench/turn.mjs [--lessons 75,1000] [--turns 100]
 * Of the built-in library's lessons, again and again: the file asked for until its first slide is painted, and a turn until its
 * style and layout are done, median and worst. Prints, judges nothing.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { root, setUp } from '../scripts/setup.mjs';

setUp({ browser: true });
const { findBrowser } = await import('../dist/index.js');
const { values } = parseArgs({
  options: { lessons: { type: 'string', default: '75,1000' }, turns: { type: 'string', default: '100' } },
});
const lectern = join(root, 'dist/main.js');
const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
const browser = await puppeteer.launch({
  executablePath: (await findBrowser({ env: process.env })).path,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});

try {
  const rows = [];
  for (const count of values.lessons.split(',').map(Number)) rows.push([`${count} lessons`, await measure(count)]);
  console.table(Object.fromEntries(rows));
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

async function measure(count) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 720 });
  await page.goto(pathToFileURL(buildDeck(count)).href, { waitUntil: 'domcontentloaded' });
  const opened = await page.evaluate(async () => {
    while (!window.Reveal?.isReady()) await new Promise(requestAnimationFrame);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now();
  });
  const turns = await page.evaluate(async (most) => {
    await document.fonts.ready;
    // A long talk puts its far slides away once it stands.
    await new Promise((done) => setTimeout(done, 1500));
    const times = [];
    for (let turn = 0; turn < most; turn += 1) {
      const begun = performance.now();
      window.Reveal.next();
      // Style and layout of the turn are done before the frame after it; its own wait for the screen does not count.
      document.querySelector('.reveal').getBoundingClientRect();
      times.push(performance.now() - begun);
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    }
    return times;
  }, Number(values.turns));
  await page.close();
  const sorted = turns.toSorted((a, b) => a - b);
  return {
    'opened ms': Math.round(opened),
    'turn ms': sorted[Math.floor(sorted.length / 2)].toFixed(1),
    'worst ms': sorted.at(-1).toFixed(1),
  };
}

function buildDeck(count) {
  const listed = spawnSync(process.execPath, [lectern, 'list', 'lessons', 'built-in', '--json', '--quiet'], {
    encoding: 'utf8',
  });
  const known = JSON.parse(listed.stdout);
  const size = Math.max(10, Math.ceil(count / Math.max(8, Math.ceil(count / 85))));
  const parts = Array.from({ length: Math.ceil(count / size) }, (_, part) => ({
    title: `Part title ${part + 1}`,
    lessons: Array.from({ length: Math.min(size, count - part * size) }, (_, index) => {
      const { topic, quote, source, themes } = known[(part * size + index) % known.length];
      return { topic, quote, source, themes };
    }),
  }));
  const library = join(folder, `${count}.json`);
  const deck = join(folder, `${count}.html`);
  writeFileSync(library, JSON.stringify({ title: 'Many lessons', subject: 'Armon Dadgar', parts }));
  spawnSync(process.execPath, [lectern, 'build', library, '-o', deck, '--quiet'], { stdio: 'inherit' });
  return deck;
}
