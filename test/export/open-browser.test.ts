import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kill } from 'node:process';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPrinter, type PrinterOptions } from '../../src/export/printer.ts';
import { findBrowser } from '../../src/files/find-browser.ts';
import { makeTemporaryFolder } from '../../src/files/temporary-folder.ts';
import type { FoundBrowser } from '../../src/model/browser.ts';

const SMALL = '<!DOCTYPE html><html lang="en"><title>t</title><h1>One page</h1>';
/** Takes seconds to print. */
const LONG = SMALL + '<h2 style="break-before:page">Page</h2>'.repeat(20_000);
let folder = '';
/** For temporary files; every process that a test starts has it in its environment. */
let temporary = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'o-'));
  temporary = join(folder, 't');
  mkdirSync(temporary);
  vi.stubEnv('TMPDIR', temporary);
  vi.stubEnv('LECTERN_TEST', folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  // Chromium's crash handlers see that it is gone and follow.
  await vi.waitFor(() => expect(processes()).toEqual([]), { timeout: 2000 });
  expect(readdirSync(temporary)).toEqual([]);
  rmSync(folder, { recursive: true });
});

/** Processes of the current test: their number and their words. */
function processes(): { pid: number; words: string }[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid)
    .map((pid) => ({ pid, words: readProcess(pid, 'cmdline'), environment: readProcess(pid, 'environ') }))
    .filter(({ environment }) => environment.includes(`LECTERN_TEST=${folder}\0`))
    .map(({ pid, words }) => ({ pid, words: words.replaceAll('\0', ' ') }));
}

/** Chromium writes over the environment of these; they are in the group of the browser that was started. */
function renderers(): readonly number[] {
  const groups = new Set(processes().map(({ pid }) => groupOf(pid)));
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && readProcess(pid, 'cmdline').includes('--type=renderer') && groups.has(groupOf(pid)));
}

function groupOf(pid: number): string {
  return readProcess(pid, 'stat').split(') ')[1]?.split(' ')[2] ?? '';
}

/** Nothing for a process that ended meanwhile or is not ours to look at. */
function readProcess(pid: number, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'latin1');
  } catch {
    return '';
  }
}

async function print(
  browser: FoundBrowser,
  html: string,
  given: Partial<PrinterOptions> = {},
  onStage: (stage: string) => void = () => undefined,
): Promise<Uint8Array> {
  const printer = createPrinter({
    findBrowser: async () => browser,
    makeFolder: makeTemporaryFolder,
    timeoutSeconds: 30,
    isRoot: process.getuid?.() === 0,
    env: process.env,
    ...given,
  });
  try {
    return await printer.print(html, onStage);
  } finally {
    await printer.close();
  }
}

/** A program that is no browser. */
function script(...lines: string[]): FoundBrowser {
  const path = join(folder, 'browser');
  writeFileSync(path, `${lines.join('\n')}\n`, { mode: 0o755 });
  return { path, kind: 'chromium' };
}

describe.each(['chromium-headless-shell', 'chromium'])('%s leaves neither a process nor a file', (explicit) => {
  const named = async (): Promise<FoundBrowser> => findBrowser({ env: process.env, explicit: `/usr/bin/${explicit}` });

  test('when it has printed', async () => {
    expect(
      Buffer.from(await print(await named(), SMALL))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  test.each([30, 300, 1200])('when the run is stopped after %d ms', async (milliseconds) => {
    const stop = new AbortController();
    const browser = await named();
    setTimeout(() => stop.abort('SIGINT'), milliseconds);
    const started = performance.now();
    await expect(print(browser, LONG, { signal: stop.signal })).rejects.toBe('SIGINT');
    expect(performance.now() - started).toBeLessThan(milliseconds + 1500);
  });

  test('when printing takes too long', async () => {
    await expect(print(await named(), LONG, { timeoutSeconds: 1 })).rejects.toMatchObject({ code: 'TOOK_TOO_LONG' });
  });

  test.each([
    ['SIGKILL', 'BROWSER_FAILED', /the browser (?:was ended by SIGKILL|ended with exit code 137)/u],
    ['SIGSTOP', 'TOOK_TOO_LONG', /no answer within 3 s/u],
  ] as const)('when it is sent a %s in the middle', async (signal, code, message) => {
    const printing = print(await named(), LONG, { timeoutSeconds: 3 });
    setTimeout(() => {
      for (const { pid, words } of processes()) if (!/--type=|crashpad/u.test(words)) kill(pid, signal);
    }, 900);
    await expect(printing).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  // What the system does where memory runs out.
  test.each([
    ['layout', 60],
    ['pages', 300],
  ])('when the process of its page is killed in the stage %s', async (fatal, milliseconds) => {
    let isSoon = true;
    const onStage = (stage: string): void => {
      if (stage !== fatal || !isSoon) return;
      isSoon = false;
      setTimeout(() => renderers().forEach((pid) => void kill(pid, 'SIGKILL')), milliseconds);
    };
    const printing = print(await named(), LONG, {}, onStage);
    await expect(printing).rejects.toMatchObject({
      code: 'BROWSER_FAILED',
      message: expect.stringContaining('did not do its work'),
    });
  });
});

/** Limits the processes of pages alone, in bytes. */
const POOR_PAGES = '--renderer-cmd-prefix="prlimit --data=100000000"';

test.each([
  ['when it starts', 'ulimit -d 60000', '', SMALL],
  ['with a long page', ':', POOR_PAGES, LONG],
])('a browser that runs out of memory %s is told as that', async (_, before, words, html) => {
  const { path } = await findBrowser({ env: process.env });
  const browser = script('#!/bin/sh', before, `exec "${path}" ${words} "$@"`);
  // Such a page may hang rather than end.
  const error = await print(browser, html, { timeoutSeconds: 12 }).catch((caught: unknown) => caught);
  expect(error).toMatchObject({
    code: 'BROWSER_FAILED',
    message: expect.stringMatching(/ran out of memory|its page crashed, mostly for want of memory/u),
    hint: expect.stringContaining('--each part'),
  });
});

test.each([
  [
    'says what is wrong',
    ['#!/bin/sh', 'echo "libnss3.so: cannot open shared object file" >&2', 'exit 127'],
    /127: libnss3/u,
  ],
  ['says nothing', ['#!/bin/sh', 'exit 1'], /ended with exit code 1$/u],
  ['succeeds at nothing', ['#!/bin/sh'], /ended with exit code 0$/u],
  ['has no interpreter', ['#!/no/such/shell'], /cannot be run \(.*ENOENT\)$/u],
])('a program that %s is told as that', async (_, lines, message) => {
  const browser = script(...lines);
  const failed = expect.objectContaining({ code: 'BROWSER_FAILED', exitCode: 5 });
  const error = await print(browser, SMALL).catch((caught: unknown) => caught);
  expect(error).toEqual(failed);
  expect(String(error)).toContain(browser.path);
  expect(String(error)).toMatch(message);
});

test.each([
  ['hangs', ['#!/bin/sh', 'exec sleep 86397']],
  ['waits for another that hangs', ['#!/bin/sh', 'sleep 86397']],
  ['answers no signal', ['#!/bin/sh', "trap '' INT TERM HUP", 'sleep 86397 & wait']],
])('a program that %s is given up in time and is gone, with what it started', async (_, lines) => {
  const started = performance.now();
  const printing = print(script(...lines), SMALL, { timeoutSeconds: 1 });
  await expect(printing).rejects.toMatchObject({ code: 'TOOK_TOO_LONG', exitCode: 7 });
  expect(performance.now() - started).toBeLessThan(2500);
});

describe('an address', () => {
  let server: Server;
  let path = '';
  beforeEach(async () => {
    server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port }: { port?: number } = Object(server.address());
    path = `ws://127.0.0.1:${port}/devtools/browser/x`;
  });
  afterEach(() => {
    server.close();
  });

  test('that is mute is given up in time', async () => {
    const printing = print({ path, kind: 'remote' }, SMALL, { timeoutSeconds: 1 });
    await expect(printing).rejects.toMatchObject({ code: 'TOOK_TOO_LONG' });
  });

  test('that is mute does not hold up a stop', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort('SIGTERM'), 200);
    await expect(print({ path, kind: 'remote' }, SMALL, { signal: stop.signal })).rejects.toBe('SIGTERM');
  });

  test('that nobody answers is an error by name', async () => {
    await new Promise((resolve) => server.close(resolve));
    const printing = print({ path, kind: 'remote' }, SMALL);
    await expect(printing).rejects.toMatchObject({
      code: 'BROWSER_FAILED',
      message: expect.stringMatching(/^ws:.*ECONNREFUSED/u),
    });
  });
});

test('a running browser prints, and keeps its own tabs and none of ours', async () => {
  const { default: puppeteer } = await import('puppeteer-core');
  const { path: executablePath } = await findBrowser({ env: process.env });
  const browser = await puppeteer.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const remote: FoundBrowser = { path: browser.wsEndpoint(), kind: 'remote' };
    const before = (await browser.pages()).length;
    expect((await print(remote, SMALL)).length).toBeGreaterThan(1000);
    const stop = new AbortController();
    setTimeout(() => stop.abort('SIGINT'), 600);
    await expect(print(remote, LONG, { signal: stop.signal })).rejects.toBe('SIGINT');
    await vi.waitFor(async () => expect(await browser.pages()).toHaveLength(before), { timeout: 5000 });
    expect(browser.connected).toBe(true);
  } finally {
    await browser.close();
  }
});
