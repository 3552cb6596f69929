#!/usr/bin/env node
import { isatty } from 'node:tty';
import type { Io, Terminal } from './cli/io.ts';
import { createReport } from './cli/report.ts';
import { run, signalCode } from './cli/run.ts';
import { LecternError } from './errors.ts';

/** What a stopped run gets to clear up after itself, ms. */
const PATIENCE = 1800;

/** The only file that touches `process`: words and streams in, exit code out. */
async function main(): Promise<void> {
  const stop = new AbortController();
  const io: Io = {
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    env: process.env,
    platform: process.platform,
    nodeVersion: process.versions.node,
    signal: stop.signal,
    takeOverStops: () => takeOverStops(stop),
    ...(isTerminal() ? { terminal: openTerminal() } : {}),
  };
  watchStreams(io);
  const code = await run(process.argv.slice(2), io);
  process.exitCode ??= code;
}

/** Looked at by number: touching `process.stdin` would open it. */
function isTerminal(): boolean {
  return isatty(0) && process.stderr.isTTY === true;
}

/** The streams are opened when somebody is asked. */
function openTerminal(): Terminal {
  return {
    get input() {
      return process.stdin;
    },
    output: process.stderr,
  };
}

/** From the first signal on the end is near: further ones change nothing, and whatever holds it up is left behind. */
function takeOverStops(stop: AbortController): void {
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    if (process.listenerCount(name) > 0) continue;
    process.on(name, () => {
      stop.abort(name);
      process.exitCode = signalCode(stop.signal);
      setTimeout(() => process.exit(), PATIENCE).unref();
    });
  }
}

/** A reader that has seen enough (`lectern list | head`) is no error; a full disk behind a stream is. */
function watchStreams(io: Io): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') {
      const hint = 'Make room where it is written to.';
      const failure = new LecternError('FILE_UNWRITABLE', `standard output: ${error.message}`, { hint, cause: error });
      process.exitCode = createReport(io, {
        quiet: false,
        verbose: false,
      }).failure(failure);
    }
  });
  // Nobody is left to be told.
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    process.exitCode ??= error.code === 'EPIPE' ? undefined : 6;
  });
}

await main();
