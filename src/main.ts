#!/usr/bin/env node
import { isatty } from 'node:tty';
import type { Io, Terminal } from './cli/io.ts';
import { createReport } from './cli/report.ts';
import { run, signalCode } from './cli/run.ts';
import { LecternError } from './errors.ts';

/** The only file that touches `process`: words and streams in, exit code out. */
async function main(): Promise<void> {
  const io: Io = {
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    env: process.env,
    platform: process.platform,
    nodeVersion: process.versions.node,
    signal: listenForStop(),
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

function listenForStop(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    // Once each: a second signal ends the process the system's way.
    process.once(name, () => {
      stop.abort(name);
      process.exitCode = signalCode(stop.signal);
    });
  }
  return stop.signal;
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
