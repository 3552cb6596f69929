import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const MAIN: string = join(import.meta.dirname, '../../dist/main.js');

/** Calls by which a file comes to be and takes its name. */
const CALLS = ['mkdir', 'pwrite64', 'fchmod', 'fsync', 'link', 'rename', 'unlink'];

/** Stops at the calls that are wanted alone: three times as fast. */
const FILTER = '--seccomp-bpf';

export const HAS_STRACE: boolean = spawnSync('strace', ['--version']).status === 0;

/** A call to the system to fail, or at which the run is killed. */
export interface Fault {
  readonly call: string;
  /** The how manieth of its name, from 1. */
  readonly place: number;
  /** An error such as ENOSPC, or KILL. */
  readonly what: string;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built command in a process of its own. */
export function runLectern(words: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return start(process.execPath, [MAIN, ...words], cwd, env);
}

/** The same run with one fault. Reads and writes of files wait for each other, so that they can be counted. */
export function runWithFault(words: readonly string[], cwd: string, { call, place, what }: Fault): Promise<Ended> {
  const fault = what === 'KILL' ? 'signal=KILL' : `error=${what}`;
  // strace 6.1 sends no signal at a call that its filter lets by.
  const filter = what === 'KILL' ? [] : [FILTER];
  return start(
    'strace',
    [...filter, ...quiet(cwd, call), `--inject=${call}:${fault}:when=${place}`, ...node(words)],
    cwd,
  );
}

/** How often a run makes each of the calls. */
export async function countCalls(words: readonly string[], cwd: string): Promise<ReadonlyMap<string, number>> {
  const { code, stderr } = await start('strace', [FILTER, ...quiet(cwd, CALLS.join(',')), ...node(words)], cwd);
  if (code !== 0) throw new Error(stderr);
  const lines = readFileSync(logOf(cwd), 'utf8').split('\n');
  return new Map(CALLS.map((call) => [call, mostOfOneThread(lines.filter((line) => line.includes(` ${call}(`)))]));
}

export function start(
  program: string,
  words: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const child = spawn(program, words, { cwd, env: { ...process.env, UV_THREADPOOL_SIZE: '1', ...env } });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (data) => {
    said.stdout += String(data);
  });
  child.stderr.on('data', (data) => {
    said.stderr += String(data);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, ...said }));
  });
}

/** strace counts for each thread by itself; its lines begin with the thread's number. */
function mostOfOneThread(lines: readonly string[]): number {
  const threads = lines.map((line) => line.split(' ', 1).join());
  return Math.max(0, ...threads.map((thread) => threads.filter((other) => other === thread).length));
}

function quiet(cwd: string, calls: string): readonly string[] {
  return ['-f', '-o', logOf(cwd), `--trace=${calls}`];
}

function logOf(cwd: string): string {
  return `${cwd}.strace`;
}

function node(words: readonly string[]): readonly string[] {
  return [process.execPath, MAIN, ...words];
}

export type Files = ReadonlyMap<string, string>;

export function bytesOf(text: string): string {
  return Buffer.from(text).toString('latin1');
}

/** Every file below the folder with its bytes. */
export function filesBelow(root: string): Files {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [relative(root, path), readFileSync(path, 'latin1')]));
}

/** A fresh folder with these files. */
export function makeFolder(path: string, files: Files): string {
  mkdirSync(path);
  for (const [file, text] of files) {
    mkdirSync(join(path, file, '..'), { recursive: true });
    writeFileSync(join(path, file), text, 'latin1');
  }
  return path;
}

export function isTemporary(file: string): boolean {
  return /\.tmp$/u.test(file);
}
