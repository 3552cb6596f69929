/** Runs a program and watches it and everything it starts. Linux: what `/proc` says is read every 40 ms. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

const EVERY = 40;
/** Clock ticks a second, of `/proc/<pid>/stat`. */
const TICKS = 100;

/**
 * @returns `{ wall, cpu, memory, status, why }`: seconds, seconds of all its processes, MB of all of them at once;
 *   `status` is `ok`, `missing`, `timed out` or `failed`
 */
export async function runWatched({ program, args, cwd, env, needs }, { limit, folder }) {
  if (needs !== undefined && !existsSync(needs)) return { status: 'missing', why: 'not installed' };
  const started = performance.now();
  const child = spawn(program, args, {
    cwd: cwd ?? folder,
    // What a tool that is stopped leaves behind goes with the folder.
    env: { ...process.env, TMPDIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => said.splice(0, 0, String(data)));
  const watch = watchTree(child.pid);
  const timer = setInterval(() => watch.look(), EVERY);
  let late = false;
  const stop = setTimeout(() => {
    late = true;
    watch.kill();
  }, limit * 1000);
  const end = await new Promise((resolve) => {
    child.on('error', (error) => resolve(error));
    child.on('exit', (code) => resolve(code));
  });
  const wall = (performance.now() - started) / 1000;
  clearInterval(timer);
  clearTimeout(stop);
  watch.kill();
  const used = { wall, cpu: watch.cpu(), memory: watch.memory() };
  if (late) return { ...used, status: 'timed out', why: `longer than ${limit} s` };
  if (end === 0) return { ...used, status: 'ok' };
  if (end?.code === 'ENOENT') return { status: 'missing', why: 'not installed' };
  return { ...used, status: 'failed', why: `ended with ${end}: ${lastLine(said.reverse().join(''))}` };
}

/** Bytes of a file, or of all files in a folder. */
export function sizeOf(path) {
  if (path === undefined || !existsSync(path)) return undefined;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

/** A process that was once seen below ours stays watched, whoever adopts it. */
function watchTree(root) {
  const seen = new Map();
  let most = 0;
  const look = () => {
    const alive = readProcesses();
    const below = new Set([root, ...[...seen.keys()].filter((pid) => alive.get(pid)?.born === seen.get(pid).born)]);
    for (let grew = true; grew; ) {
      grew = false;
      for (const [pid, { parent }] of alive) {
        if (!below.has(parent) || below.has(pid)) continue;
        below.add(pid);
        grew = true;
      }
    }
    let own = 0;
    let shared = 0;
    for (const pid of below) {
      const found = alive.get(pid);
      if (!found) continue;
      seen.set(pid, found);
      const memory = readMemory(pid);
      own += memory.own;
      shared = Math.max(shared, memory.shared);
    }
    most = Math.max(most, own + shared);
  };
  look();
  return {
    look,
    cpu: () => [...seen.values()].reduce((sum, { ticks }) => sum + ticks, 0) / TICKS,
    memory: () => most / 1e3,
    kill() {
      look();
      const alive = readProcesses();
      for (const [pid, { born }] of seen) if (alive.get(pid)?.born === born) killOne(pid);
    },
  };
}

function killOne(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function readProcesses() {
  const found = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    const text = readOrNothing(`/proc/${name}/stat`);
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    if (fields.length < 20 || fields[0] === 'Z') continue;
    found.set(Number(name), {
      parent: Number(fields[1]),
      ticks: Number(fields[11]) + Number(fields[12]),
      born: fields[19],
    });
  }
  return found;
}

/** kB: what only this process has, and what it may share with others (programs, libraries). */
function readMemory(pid) {
  const text = readOrNothing(`/proc/${pid}/status`);
  const kilobytes = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'mu').exec(text)?.[1] ?? 0);
  return { own: kilobytes('RssAnon') + kilobytes('RssShmem'), shared: kilobytes('RssFile') };
}

function readOrNothing(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function lastLine(text) {
  const lines = text.split('\n').map((line) => line.trim());
  return (lines.findLast((line) => /error/iu.test(line)) ?? lines.findLast(Boolean) ?? '').slice(0, 120);
}
