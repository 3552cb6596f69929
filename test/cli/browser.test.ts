import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';

const LECTERN = join(import.meta.dirname, '../../dist/main.js');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'c-'));
  mkdirSync(join(folder, 't'));
});

/** The built command in the test's folder, with a folder for temporary files that is the test's too. */
function start(...words: string[]): ChildProcess {
  return spawn(process.execPath, [LECTERN, ...words], { cwd: folder, env: environment(), stdio: 'pipe' });
}

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, TMPDIR: join(folder, 't'), LECTERN_TEST: folder };
}

/** Whatever of the test still runs. */
function processes(): string[] {
  return readdirSync('/proc').filter((name) => {
    try {
      return readFileSync(`/proc/${name}/environ`, 'latin1').includes(`LECTERN_TEST=${folder}\0`);
    } catch {
      // No process, or one that ended meanwhile or is not ours to look at.
      return false;
    }
  });
}

test('where the browser has no memory, what needs none is made, and nothing is left', async () => {
  const words = '--renderer-cmd-prefix="prlimit --data=60000000"';
  const browser = join(folder, 'browser');
  writeFileSync(browser, `#!/bin/sh\nexec /usr/bin/chromium-headless-shell ${words} "$@"\n`, { mode: 0o755 });
  const run = start('--to', 'html,pdf,handout,md', '--browser', browser, '-o', 'out', '--timeout', '10');
  let said = '';
  for (const stream of [run.stdout, run.stderr]) stream?.on('data', (chunk) => (said += chunk));
  expect(await new Promise((resolve) => run.once('close', resolve))).toBe(5);
  expect(said).toMatch(/want of memory|out of memory/u);
  expect(readdirSync(join(folder, 'out'))).toEqual(['armon-dadgar.html', 'armon-dadgar.md']);
  expect(said).toContain('out/armon-dadgar.md');
  await vi.waitFor(() => expect(processes()).toEqual([]), { timeout: 2000 });
  expect(readdirSync(join(folder, 't'))).toEqual([]);
});

describe.each(['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'])('while %s prints', (browser) => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('a %s ends the run with code %d at once, and leaves nothing', async (signal, code) => {
    const run = start('--to', 'html,pdf', '--browser', browser, '-o', 'out');
    let messages = '';
    run.stderr?.on('data', (chunk) => {
      messages += chunk;
    });
    await vi.waitFor(() => expect(messages).toContain('Printing pages'), { timeout: 20_000, interval: 5 });
    const ended = new Promise<number | null>((resolve) => {
      run.once('exit', resolve);
    });
    const stopped = performance.now();
    run.kill(signal);
    expect(await ended).toBe(code);
    expect(performance.now() - stopped).toBeLessThan(2000);
    expect(readdirSync(join(folder, 'out'))).toEqual(['armon-dadgar.html']);
    await vi.waitFor(() => expect(processes()).toEqual([]), { timeout: 2000 });
    expect(readdirSync(join(folder, 't'))).toEqual([]);
  });
});

test.each([
  ['/bin/false', '/bin/false: the browser ended with exit code 1', ['armon-dadgar.html']],
  ['/no/such', '--browser /no/such', ['armon-dadgar.html']],
])('with the browser %s the PDF alone is missing, and the exit code is 5', (browser, message, files) => {
  const words = [LECTERN, 'build', '--to', 'html,pdf', '--browser', browser, '-o', 'out'];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: folder,
    env: environment(),
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 5, stdout: 'out/armon-dadgar.html\n' });
  expect(stderr).toContain(message);
  expect(readdirSync(join(folder, 'out'))).toEqual(files);
  expect(readdirSync(join(folder, 't'))).toEqual([]);
});

test('an address where nobody speaks is given up in time, and does not keep the run from ending', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port }: { port?: number } = Object(server.address());
  const started = performance.now();
  const run = start('--to', 'pdf', '--limit', '1', '--browser', `ws://127.0.0.1:${port}/x`, '--timeout', '1');
  try {
    expect(await new Promise((resolve) => run.once('exit', resolve))).toBe(7);
    expect(performance.now() - started).toBeLessThan(4000);
  } finally {
    run.kill('SIGKILL');
    server.close();
  }
});
