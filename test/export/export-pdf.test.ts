import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { exportPdf as exportWith } from '../../src/export/export-pdf.ts';
import { readPdf } from '../../src/export/pdf/read-pdf.ts';
import type { PdfFacts } from '../../src/export/pdf/stamp-pdf.ts';
import { createPrinter, type PrinterOptions } from '../../src/export/printer.ts';
import { findBrowser } from '../../src/files/find-browser.ts';
import { makeTemporaryFolder } from '../../src/files/temporary-folder.ts';
import { loadLibrary } from '../../src/load-library.ts';
import type { FoundBrowser } from '../../src/model/browser.ts';
import { slidesOf } from '../../src/model/deck.ts';
import { lessonsOf } from '../../src/model/library.ts';
import { selectAll } from '../make-library.ts';
import { makeDeck } from '../open-deck.ts';

const FACTS = {
  title: 'Lessons (of) 身份 \\ Ada',
  author: 'Ada Made',
  subject: 'A summary.',
  creator: 'Lectern 0.0.0',
};
const SMALL =
  '<!DOCTYPE html><html lang="en"><title>t</title><style>@page{size:1280px 720px;margin:0}</style><h1>One page</h1>';
let folder = '';

/** Each test has a folder for temporary files to itself, and leaves it empty. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-export-'));
  vi.stubEnv('TMPDIR', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  expect(readdirSync(folder).filter((name) => !name.startsWith('kept-'))).toEqual([]);
});

interface Given extends Partial<Omit<PrinterOptions, 'findBrowser'>> {
  readonly browser?: FoundBrowser;
  readonly facts?: PdfFacts;
}

/** One page printed by a printer of its own, which is closed again. */
async function exportPdf(html: string, { browser, facts = FACTS, ...given }: Given = {}): Promise<Uint8Array> {
  const printer = createPrinter({
    findBrowser: async () => browser ?? findBrowser({ env: process.env }),
    makeFolder: makeTemporaryFolder,
    timeoutSeconds: 60,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    ...given,
  });
  try {
    return await exportWith(html, { printer, facts });
  } finally {
    await printer.close();
  }
}

/** The PDF in a file that the test may read. */
function keep(pdf: Uint8Array): string {
  const file = join(folder, 'kept-deck.pdf');
  writeFileSync(file, pdf);
  return file;
}

const run = (command: string, ...words: string[]): string =>
  execFileSync(command, words, { encoding: 'utf8', maxBuffer: 1e8 });
const plain = (text: string): string => text.replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"').replace(/\s+/gu, '');

test('the PDF of the built-in library has a page a slide, every quote word for word, tags and an outline', async () => {
  const { library, themes } = await loadLibrary('data/armon-dadgar.yaml', { cwd: process.cwd() });
  const { deck, print } = await makeDeck(selectAll(library, themes));
  const pdf = await exportPdf(print);
  expect(pdf.length).toBeLessThan(500_000);
  const file = keep(pdf);
  const facts = run('pdfinfo', file);
  expect(facts).toMatch(new RegExp(`^Pages: +${slidesOf(deck).length}$`, 'mu'));
  expect(facts).toMatch(/^Page size: +960 x 540 pts$/mu);
  expect(facts).toMatch(/^Tagged: +yes$/mu);
  const text = plain(run('pdftotext', '-raw', file, '-'));
  expect(lessonsOf(library).filter((lesson) => !text.includes(plain(lesson.quote)))).toEqual([]);
  const outline = await outlineOf(file);
  expect(outline).toContain('0 Lessons from Armon Dadgar');
  expect(outline).toContain('1 Zero Trust and Identity-Based Security');
  expect(outline).toContain('2 3.8 On credential lifecycles');
  expect(outline.filter((title) => title.startsWith('2 ') && !title.includes('Key idea'))).toHaveLength(75);
});

test('a page of the PDF is the same picture as the slide in the browser', async () => {
  const { library, themes } = await loadLibrary('data/armon-dadgar.yaml', { cwd: process.cwd() });
  const { deck, print } = await makeDeck(selectAll(library, themes));
  const file = keep(await exportPdf(print));
  for (const anchor of ['title', 'part-3', 'lesson-3.8', 'sources']) {
    const number = String(slidesOf(deck).find((slide) => slide.anchor === anchor)?.number);
    run('pdftoppm', '-r', '96', '-png', '-singlefile', '-f', number, '-l', number, file, join(folder, 'kept-page'));
    const page = PNG.sync.read(readFileSync(join(folder, 'kept-page.png')));
    const slide = PNG.sync.read(readFileSync(join(import.meta.dirname, '../pictures', `${anchor}.png`)));
    // Poppler draws letters with other edges than Chromium, so the threshold is wide; a moved line would still be seen.
    const differing = pixelmatch(page.data, slide.data, undefined, 1280, 720, { threshold: 0.35 });
    expect(differing / (1280 * 720), anchor).toBeLessThan(0.02);
  }
});

/** Titles of the outline with their depth. */
async function outlineOf(file: string): Promise<string[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ url: file, verbosity: 0 }).promise;
  const titles: string[] = [];
  const collect = (items: readonly { title: string; items: never[] }[], level: number): void => {
    for (const item of items) {
      titles.push(`${level} ${item.title.trim()}`);
      collect(item.items, level + 1);
    }
  };
  collect((await document.getOutline()) ?? [], 0);
  await document.destroy();
  return titles;
}

test('fonts are embedded as fonts, and links lead inside the file', async () => {
  const { library } = await loadLibrary('data/armon-dadgar.yaml', { cwd: process.cwd() });
  const { print } = await makeDeck(selectAll(library));
  const file = keep(await exportPdf(print));
  const fonts = run('pdffonts', file).trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(3);
  for (const font of fonts) expect(font).toMatch(/TrueType .* yes yes yes/u);
  expect(run('pdfinfo', '-dests', file)).toContain('"lesson-3.8"');
});

test('a file that is no PDF of Chromium is refused by name', () => {
  expect(() => readPdf(Buffer.from('%PDF-1.4 of another kind'))).toThrow(/a PDF of a kind that Lectern does not know/u);
});

test('a PDF says whose it is in any script, and nothing of when, unless it is told', async () => {
  const file = keep(await exportPdf(SMALL));
  const facts = run('pdfinfo', file);
  expect(facts).toContain(`Title:           ${FACTS.title}`);
  expect(facts).toMatch(/^Author: +Ada Made$/mu);
  expect(facts).toMatch(/^Creator: +Lectern 0\.0\.0$/mu);
  expect(facts).not.toContain('CreationDate');
  const dated = keep(await exportPdf(SMALL, { facts: { ...FACTS, date: new Date('2026-01-02T03:04:05Z') } }));
  expect(run('pdfinfo', '-rawdates', dated)).toContain("CreationDate:    D:20260102030405+00'00'");
});

test('two runs make the same bytes', async () => {
  const [first, second] = [await exportPdf(SMALL), await exportPdf(SMALL)];
  expect(Buffer.compare(first, second)).toBe(0);
});

test.each(['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'])(
  'in %s a page without a policy of its own opens not even a connection',
  async (explicit) => {
    let connections = 0;
    const server = createServer().on('connection', () => {
      connections += 1;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port }: AddressInfo = Object(server.address());
    const there = `http://127.0.0.1:${port}`;
    const page = `<link rel="preconnect" href="${there}"><style>@import "${there}/a";</style><img src="${there}/b">
      <iframe src="${there}/c"></iframe><object data="${there}/d"></object><script>fetch("${there}/e")</script>`;
    keep(await exportPdf(SMALL + page, { browser: await findBrowser({ env: process.env, explicit }) }));
    await new Promise((resolve) => server.close(resolve));
    expect(connections).toBe(0);
  },
);

test('a program that is no browser is named', async () => {
  const browser = { path: '/bin/false', kind: 'chromium' } as const;
  await expect(exportPdf(SMALL, { browser })).rejects.toMatchObject({
    code: 'BROWSER_FAILED',
    exitCode: 5,
    message: expect.stringContaining('/bin/false'),
  });
});

test('a browser that never answers is given up after the time allowed, and is gone', async () => {
  const path = join(folder, 'kept-browser');
  const minutes = '86397';
  writeFileSync(path, `#!/bin/sh\nexec sleep ${minutes}\n`, { mode: 0o755 });
  const browser = { path, kind: 'chromium' } as const;
  await expect(exportPdf(SMALL, { browser, timeoutSeconds: 2 })).rejects.toMatchObject({
    code: 'TOOK_TOO_LONG',
    exitCode: 7,
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(run('ps', '-eo', 'args').includes(`sleep ${minutes}`)).toBe(false);
});

test('a time limit longer than any timer is none', async () => {
  keep(await exportPdf(SMALL, { timeoutSeconds: 9_999_999 }));
});

test('a run that is stopped ends with its reason', async () => {
  const stop = new AbortController();
  const pages = '<h2 style="break-before:page">Page</h2>'.repeat(3000);
  const printing = exportPdf(SMALL + pages, { signal: stop.signal });
  setTimeout(() => stop.abort('SIGINT'), 900);
  await expect(printing).rejects.toBe('SIGINT');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(run('ps', '-eo', 'args').includes(folder)).toBe(false);
});
