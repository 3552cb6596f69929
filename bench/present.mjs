/**
 * How quickly a live talk answers, in real Chromium with the built-in library:
 *   node bench/present.mjs [--runs 7]
 * Medians of: the command until its first slide is seen (the browser runs already), a saved edit until it is on the slide, and a
 * key on the presenter page until the deck has turned. Prints, judges nothing.
 */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import puppeteer from 'puppeteer-core';
import { root, setUp } from '../scripts/setup.mjs';

setUp({ browser: true });
const { findBrowser } = await import('../dist/index.js');
const at = process.argv.indexOf('--runs');
const runs = at < 0 ? 7 : Number(process.argv[at + 1]);
const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
const library = join(folder, 'talk.yaml');
copyFileSync(join(root, 'data/armon-dadgar.yaml'), library);
const browser = await puppeteer.launch({
  executablePath: (await findBrowser({ env: process.env })).path,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});

try {
  const results = { 'first slide': [], edit: [], key: [] };
  for (let run = 0; run < runs; run += 1) await measure(results);
  for (const [name, times] of Object.entries(results)) {
    const sorted = times.toSorted((a, b) => a - b);
    const [median, worst] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
    process.stdout.write(`${name.padEnd(12)} median ${Math.round(median)} ms, worst ${Math.round(worst)} ms\n`);
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

async function measure(results) {
  const deck = await browser.newPage();
  const begun = performance.now();
  const { child, addresses } = await startServer();
  await deck.goto(addresses[0], { waitUntil: 'domcontentloaded' });
  await deck.waitForFunction('window.Reveal?.isReady() && document.querySelector(".present h1")?.offsetHeight > 0', {
    polling: 'raf',
  });
  results['first slide'].push(performance.now() - begun);
  const presenter = await browser.newPage();
  await presenter.goto(addresses[1]);
  await presenter.waitForFunction('document.getElementById("now-label").textContent === "Title"');
  await pause(800);
  await measureKeys(presenter, deck, results.key);
  await measureEdit(deck, results.edit);
  child.kill('SIGINT');
  await presenter.close();
  await deck.close();
}

/** Both pages' clocks are one: the time of the key and of the turn are epoch times. */
async function measureKeys(presenter, deck, times) {
  await deck.evaluate(
    'Reveal.on("slidechanged", () => { window.turned = performance.timeOrigin + performance.now(); })',
  );
  await presenter.evaluate(
    'addEventListener("keydown", () => { window.pressed = performance.timeOrigin + performance.now(); }, true)',
  );
  for (let key = 0; key < 5; key += 1) {
    const before = await deck.evaluate('window.turned');
    await presenter.keyboard.press('ArrowRight');
    await deck.waitForFunction((last) => window.turned !== last, {}, before);
    times.push((await deck.evaluate('window.turned')) - (await presenter.evaluate('window.pressed')));
    await pause(150);
  }
}

async function measureEdit(deck, times) {
  const text = readFileSync(library, 'utf8');
  const word = `Edited${Date.now()}`;
  await deck.evaluate((wanted) => {
    new MutationObserver(() => {
      if (document.querySelector('.slides').textContent.includes(wanted))
        window.edited ??= performance.timeOrigin + performance.now();
    }).observe(document.querySelector('.slides'), { childList: true, subtree: true });
  }, word);
  const saved = performance.timeOrigin + performance.now();
  writeFileSync(library, text.replace(/topic: .*/u, `topic: ${word}`));
  await deck.waitForFunction('window.edited !== undefined');
  times.push((await deck.evaluate('window.edited')) - saved);
}

function startServer() {
  const child = spawn(process.execPath, [join(root, 'dist/main.js'), 'present', library, '--no-open', '--quiet'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve) => {
    let printed = '';
    child.stdout.on('data', (data) => {
      printed += String(data);
      const lines = printed.split('\n');
      if (lines.length > 2) resolve({ child, addresses: lines });
    });
  });
}

function pause(time) {
  return new Promise((done) => setTimeout(done, time));
}
