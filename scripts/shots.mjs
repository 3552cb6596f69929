/**
 * Makes a picture of every kind of slide in every style and mode, and of the presenter page, for looking at and for the README:
 *   npm run shots [-- folder [style [mode]]]
 * Builds the built-in library with the product as it stands in dist/ and photographs it in Chromium.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../dist/index.js';
import { root, setUp } from './setup.mjs';

const EVERY_KIND = {
  part: ['title', 'agenda', 'themes', 'shares', 'part-3', 'lesson-3.8', 'lesson-2.10', 'key-1.7', 'closing', 'sources'],
  theme: ['theme-security'],
};

setUp({ browser: true });
const [folder = join(root, 'output/shots'), onlyStyle, onlyMode] = process.argv.slice(2);
const styles = JSON.parse(lectern(['list', 'styles', '--json'], root)).flatMap(({ name, modes }) =>
  modes.map((mode) => ({ style: name, mode })),
);
const work = mkdtempSync(join(tmpdir(), 'lectern-shots-'));
const browser = await puppeteer.launch({
  executablePath: (await findBrowser({ env: process.env })).path,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  for (const { style, mode } of styles) {
    if ((onlyStyle ?? style) === style && (onlyMode ?? mode) === mode) await photographStyle(style, mode);
  }
  if (onlyStyle === undefined || onlyStyle === 'presenter')
    await photographPresenter(join(resolve(folder), 'presenter.png'));
} finally {
  await browser.close();
  rmSync(work, { recursive: true });
}

async function photographStyle(style, mode) {
  const target = join(resolve(folder), `${style}-${mode}`);
  mkdirSync(target, { recursive: true });
  for (const [groupBy, anchors] of Object.entries(EVERY_KIND)) {
    const deck = join(work, `${groupBy}.html`);
    lectern(['build', '--style', style, '--mode', mode, '--group-by', groupBy, '--quiet', '-o', deck], work);
    await photograph(deck, anchors, target);
  }
}

function lectern(words, cwd) {
  return execFileSync(process.execPath, [join(root, 'dist/main.js'), ...words], { cwd, encoding: 'utf8' });
}

/** A talk of twenty minutes, some minutes into it. */
async function photographPresenter(path) {
  const words = ['present', 'built-in', '--minutes', '20', '--no-open', '--quiet'];
  const server = spawn(process.execPath, [join(root, 'dist/main.js'), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise((done) => {
    let printed = '';
    server.stdout.on('data', (data) => {
      printed += String(data);
      if (printed.split('\n').length > 2) done(printed.split('\n')[1]);
    });
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  await page.goto(address);
  await page.waitForFunction('[...document.querySelectorAll("iframe")].every((frame) => frame.contentWindow?.lectern)');
  await page.evaluate(() => {
    document.getElementById('jump').click();
    document.getElementById('filter').value = '3.8 on';
    document.getElementById('filter').dispatchEvent(new Event('input'));
    document.querySelector('#list .first').click();
  });
  await new Promise((done) => setTimeout(done, 1500));
  // As if the talk had begun seven minutes ago.
  await page.evaluate('{ const now = Date.now; Date.now = () => now() + 7 * 60_000; }');
  await new Promise((done) => setTimeout(done, 500));
  await page.screenshot({ path });
  process.stdout.write(`${path}\n`);
  await page.close();
  server.kill('SIGINT');
}

async function photograph(deck, anchors, target) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 720 });
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  for (const anchor of anchors) {
    await page.goto(`${pathToFileURL(deck).href}#/${anchor}`);
    await page.waitForFunction('window.Reveal && Reveal.isReady() && document.fonts.status === "loaded"');
    const path = join(target, `${anchor}.png`);
    await page.screenshot({ path });
    process.stdout.write(`${path}\n`);
  }
  await page.close();
}
