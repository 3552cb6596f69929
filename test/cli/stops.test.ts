import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeManyLines } from './many-lessons.ts';

const LECTERN = join(import.meta.dirname, '../../dist/main.js');
const BUILD = ['build', '--part', '3', '--to', 'html,pdf,handout', '-o', 'out'];
/** How long a whole build takes here, ms; stops are spread over it. */
let whole = 0;
let root = '';

beforeAll(async () => {
  // Short, as its folders are called, since Chromium is killed at once only where the path of its profile is.
  root = mkdtempSync(join(tmpdir(), 's-'));
  const begun = performance.now();
  await new Promise((done) => start('whole', BUILD).once('exit', done));
  whole = performance.now() - begun;
});
afterAll(() => rmSync(root, { recursive: true }));

/** The command in a folder of its own, which has a folder for temporary files in it. */
function start(name: string, words: readonly string[]): ChildProcess {
  const cwd = join(root, name);
  mkdirSync(join(cwd, 't'), { recursive: true });
  // Where lines are counted, writing the counts down would be measured too.
  const env = { ...process.env, NODE_V8_COVERAGE: '', TMPDIR: join(cwd, 't'), LECTERN_TEST: cwd };
  return spawn(process.execPath, [LECTERN, ...words], { cwd, env, stdio: 'ignore' });
}

function processesOf(name: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`LECTERN_TEST=${join(root, name)}\0`);
    } catch {
      // No process, or one that ended meanwhile or is not ours to look at.
      return false;
    }
  });
}

/** Sends signals to a run and sees it end in time, by code or by the signal itself, with nothing left behind. */
async function stop(name: string, run: ChildProcess, signals: readonly NodeJS.Signals[]): Promise<void> {
  // It may have been done before the signal, where the machine is slow to wake us.
  const ended =
    run.exitCode === null && run.signalCode === null
      ? new Promise((done) => run.once('exit', done))
      : Promise.resolve();
  const stopped = performance.now();
  for (const signal of signals) run.kill(signal);
  await ended;
  const code = run.signalCode === null ? run.exitCode : 128 + constants.signals[run.signalCode];
  const took = performance.now() - stopped;
  // A run that was done before the signal came has nothing to stop.
  if (code !== 0) expect(code, name).toBe(signals[0] === 'SIGINT' ? 130 : 143);
  expect(took, name).toBeLessThan(2000);
  await vi.waitFor(() => expect(processesOf(name), name).toEqual([]), { timeout: 2000 });
  expect(readdirSync(join(root, name, 't')), name).toEqual([]);
}

const MOMENTS = Array.from({ length: 24 }, (_, index) => index);

test('a build of three formats can be stopped at any of twenty-four moments', async () => {
  const finished = join(root, 'whole', 'out');
  const moments = [...MOMENTS];
  let stops = 0;
  const next = async (): Promise<void> => {
    for (let moment = moments.pop(); moment !== undefined; moment = moments.pop()) {
      const name = `m-${moment}`;
      const run = start(name, BUILD);
      await delay((whole * moment) / MOMENTS.length);
      // Every third time in a hurry.
      const signal = moment % 2 === 0 ? 'SIGINT' : 'SIGTERM';
      await stop(name, run, moment % 3 === 0 ? [signal, signal] : [signal]);
      if (run.exitCode !== 0) stops += 1;
      const out = join(root, name, 'out');
      for (const file of existsSync(out) ? readdirSync(out) : [])
        expect(readFileSync(join(out, file)).equals(readFileSync(join(finished, file))), `${name}: ${file}`).toBe(true);
    }
  };
  await Promise.all([next(), next()]);
  expect(stops).toBeGreaterThan(16);
});

test('so can several talks in one run, with the browser that they share', async () => {
  for (const share of [0.4, 0.6, 0.8, 1]) {
    const name = `e-${share}`;
    const run = start(name, ['build', '--each', 'part', '--to', 'pdf', '-o', 'out']);
    await delay(whole * share);
    expect(run.exitCode, `${name} was too fast to be stopped`).toBe(null);
    await stop(name, run, [share < 0.7 ? 'SIGINT' : 'SIGTERM']);
  }
});

test.each([
  ['check', ['check', 'many.yaml']],
  ['import', ['import', 'many.txt', '-o', 'made.yaml']],
  ['list', ['list', 'many.yaml']],
  ['build', ['build', 'many.yaml', '--limit', '3']],
] as const)('%s stops in the middle of twenty thousand lessons', async (name, words) => {
  mkdirSync(join(root, name));
  writeFileSync(join(root, name, 'many.yaml'), makeManyLines(20_000).yaml);
  writeFileSync(join(root, name, 'many.txt'), makeManyLines(20_000).document);
  for (const [milliseconds, signal] of [
    [150, 'SIGINT'],
    [500, 'SIGTERM'],
    [900, 'SIGINT'],
  ] as const) {
    const run = start(name, words);
    await delay(milliseconds);
    expect(run.exitCode, `${name} was too fast to be stopped after ${milliseconds} ms`).toBe(null);
    await stop(name, run, [signal]);
    expect(existsSync(join(root, name, 'made.yaml'))).toBe(false);
  }
});

test.each([100, 300, 500, 800, 1200])('a talk that is presented stops after %d ms', async (milliseconds) => {
  const name = `present-${milliseconds}`;
  const run = start(name, ['present', '--no-open']);
  await delay(milliseconds);
  await stop(name, run, [milliseconds % 200 === 0 ? 'SIGINT' : 'SIGTERM']);
});

test('stops while files are written leave whole files', async () => {
  const name = 'init';
  for (let moment = 60; moment < 240; moment += 20) {
    const run = start(`${name}-${moment}`, ['init', 'new', '--yes']);
    await delay(moment);
    await stop(`${name}-${moment}`, run, ['SIGINT']);
    const left = readdirSync(join(root, `${name}-${moment}`), { recursive: true, encoding: 'utf8' });
    expect(left.filter((file) => file.endsWith('.tmp'))).toEqual([]);
  }
});

function delay(milliseconds: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, milliseconds);
  });
}
