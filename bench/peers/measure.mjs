import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

/** How often the running processes are looked at. Milliseconds. */
const SAMPLE = 150;
/** Of processor time, in /proc. */
const TICKS_PER_SECOND = 100;
const TIME = '/usr/bin/time';

/**
 * One run of a program with everything that it starts, on Linux.
 * @param limit seconds after which it is ended
 * @returns {Promise<{seconds: number, cpu: number, megabytes: number, problem: string}>} wall time; processor time of all its
 *   processes; the greatest memory of all at once (PSS: what several share is divided among them); '' or why it failed
 */
export async function measure({ program, words, cwd, env = {} }, limit) {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-measure-'));
  const report = join(folder, 'time');
  const [command, args] = existsSync(TIME)
    ? [TIME, ['-q', '-f', '%U %S', '-o', report, program, ...words]]
    : [program, words];
  const started = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      said = (said + text).slice(-2000);
    });
  const seen = new Map();
  let megabytes = 0;
  const sampler = setInterval(() => {
    megabytes = Math.max(megabytes, look(child.pid, seen));
  }, SAMPLE);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    endAll(child.pid, seen);
  }, limit * 1000);
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('exit', (exit) => resolve(exit ?? 1));
  });
  const seconds = (performance.now() - started) / 1000;
  clearInterval(sampler);
  clearTimeout(timer);
  endAll(child.pid, seen);
  const waited = read(report)
    .trim()
    .split(' ')
    .reduce((sum, part) => sum + Number(part), 0);
  rmSync(folder, { recursive: true });
  const sampled = [...seen.values()].reduce((sum, { ticks }) => sum + ticks, 0) / TICKS_PER_SECOND;
  const problem = late ? `more than ${limit} s` : code === 0 ? '' : `ended with ${code}: ${lastLine(said)}`;
  // Neither sees all: processes that nobody waits for are not in the report, short ones are not in the samples.
  return { seconds, cpu: Math.max(waited, sampled), megabytes, problem };
}

/** Notes every process below `root`, and returns their memory in MB. */
function look(root, seen) {
  let kilobytes = 0;
  for (const one of family(root)) {
    seen.set(one.pid, one);
    kilobytes += Number(/^Pss:\s+(\d+)/mu.exec(read(`/proc/${one.pid}/smaps_rollup`))?.[1] ?? 0);
  }
  return kilobytes / 1024;
}

function family(root) {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/u.test(name) ? (processOf(Number(name)) ?? []) : []));
  const found = all.filter(({ pid }) => pid === root);
  for (let index = 0; index < found.length; index += 1)
    found.push(...all.filter(({ parent }) => parent === found[index].pid));
  return found;
}

function processOf(pid) {
  const fields = read(`/proc/${pid}/stat`).split(') ').at(-1).split(' ');
  return fields.length < 20
    ? undefined
    : { pid, parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]), born: fields[19] };
}

/** Whatever a run leaves is ended, so that it does not disturb the next one. */
function endAll(root, seen) {
  for (const pid of [-root, ...[...seen.values()].filter(isStill).map((one) => one.pid)]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

/** Numbers of processes are given again. */
function isStill({ pid, born }) {
  return processOf(pid)?.born === born;
}

function read(file) {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

function lastLine(text) {
  return text.trim().split('\n').at(-1)?.slice(0, 120) ?? '';
}
