import { type ChildProcess, spawn } from 'node:child_process';
import { platform } from 'node:os';
import { Readable, Writable } from 'node:stream';
import type { ConnectionTransport } from 'puppeteer-core';
import { LecternError } from '../errors.ts';
import { pipeTransport } from './pipe-transport.ts';

export interface StartOptions {
  readonly path: string;
  readonly args: readonly string[];
  /** For its temporary files; somebody else removes it when the browser is gone. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface StartedBrowser {
  readonly transport: ConnectionTransport;
  /** Aborted when the browser ends; the reason is a LecternError BROWSER_FAILED that says how. */
  readonly ended: AbortSignal;
  /** Whether it has said that it wants memory. */
  isStarved(): boolean;
  /** Ends the browser with all its processes. */
  stop(): Promise<void>;
}

/** Characters. Chromium puts a socket into its temporary folder, whose path may have 107, and adds 46 to the folder's. */
const LONGEST_FOLDER = 60;
/** What a browser gets to end by itself, ms. */
const PATIENCE = 1500;
/** What a browser's last words get to arrive after its end, ms. */
const LAST_WORDS = 200;

/** What Chromium, V8 and the C++ library say when they get no memory, or no thread for want of it. */
const STARVED =
  /out of memory|\bOOM\b|cannot allocate memory|bad_alloc|pthread_create: Resource temporarily unavailable|Allocation failed/iu;

/**
 * Starts a browser, without waiting until it answers. Puppeteer's own launcher keeps what the browser said when it did not start
 * to itself, brings the whole run down when a program cannot be run or breaks its pipes off, and leaves Chromium's temporary
 * files behind when it kills it.
 */
export function startBrowser({ path, args, folder, env }: StartOptions): StartedBrowser {
  // Whoever kills a browser has to clear up after it, and can only where all its files lie in one place.
  const isTidy = platform() === 'linux' && folder.length <= LONGEST_FOLDER;
  const child = spawn(path, args, {
    // A group of its own, so that its helpers end with it, and the terminal's Ctrl-C does not reach it before us.
    detached: platform() !== 'win32',
    windowsHide: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: isTidy ? { ...env, TMPDIR: folder } : env,
  });
  const [, , , input, output] = child.stdio;
  if (!(input instanceof Writable && output instanceof Readable)) throw new TypeError('a browser without its pipes');
  // A browser that ends breaks its pipes off; `ended` says so.
  for (const pipe of [input, output]) pipe.on('error', () => undefined);
  const transport = pipeTransport(input, output);
  const { ended, gone, isStarved } = watch(child, path, transport);
  return {
    transport,
    ended,
    isStarved,
    async stop() {
      input.destroy();
      const timer = setTimeout(() => killGroup(child), isTidy ? 0 : PATIENCE);
      await gone;
      clearTimeout(timer);
      killGroup(child);
    },
  };
}

function watch(
  child: ChildProcess,
  path: string,
  transport: ConnectionTransport,
): { readonly ended: AbortSignal; readonly gone: Promise<void>; readonly isStarved: () => boolean } {
  const ending = new AbortController();
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    words = `${words}${chunk}`.slice(-4000);
  });
  const gone = new Promise<void>((resolve) => {
    const end = (what: string): void => {
      ending.abort(browserFailed(path, what, words));
      transport.onclose?.();
      resolve();
    };
    child.once('error', (error) => end(`cannot be run (${error.message})`));
    child.once('exit', (code, signal) => {
      const what = signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`;
      const timer = setTimeout(() => end(what), LAST_WORDS);
      child.once('close', () => {
        clearTimeout(timer);
        end(what);
      });
    });
  });
  return { ended: ending.signal, gone, isStarved: () => STARVED.test(words) };
}

function browserFailed(path: string, what: string, words: string): LecternError {
  const lines = words.split('\n').filter((line) => line.trim() !== '');
  const reason = lines.findLast((line) => /error|fatal|cannot|not found|no usable/iu.test(line)) ?? lines.at(-1);
  if (STARVED.test(words)) return outOfMemory(path);
  const message = `${path}: the browser ${what}${reason === undefined ? '' : `: ${reason.trim()}`}`;
  return new LecternError('BROWSER_FAILED', message, {
    hint: '`lectern doctor` shows which browser is used; name another one with --browser <path>.',
  });
}

const MORE_MEMORY = 'Give it more, close other programs, or make less at once, with --part, --limit or --each part.';

/** What to tell of a browser whose words, or whose page, ended for want of memory. */
export function outOfMemory(path: string, cause?: unknown): LecternError {
  return new LecternError('BROWSER_FAILED', `${path}: the browser ran out of memory`, {
    hint: MORE_MEMORY,
    cause,
  });
}

/** What to tell of a page whose process ended: the system ends the largest where memory runs out, and Chromium says no more of it. */
export function pageCrashed(path: string, cause: unknown): LecternError {
  const what = 'the browser did not do its work: its page crashed, mostly for want of memory';
  return new LecternError('BROWSER_FAILED', `${path}: ${what}`, { hint: MORE_MEMORY, cause });
}

/** Whatever of the browser still runs. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || platform() === 'win32') {
    child.kill('SIGKILL');
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    // There is nobody left to kill.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
