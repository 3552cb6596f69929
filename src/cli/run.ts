import { CommanderError } from 'commander';
import { LecternError } from '../errors.ts';
import { findPackageRoot } from '../files/find-package-root.ts';
import type { Io } from './io.ts';
import { createProgram } from './program.ts';
import { createReport } from './report.ts';

/** What shells report for a program that a signal ended. */
const SIGNAL_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * One run of Lectern.
 * @param argv the words after `lectern`
 * @returns the exit code
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let code = 0;
  try {
    const onExitCode = (given: number): void => {
      code = given;
    };
    await createProgram({
      io,
      version: findPackageRoot().version,
      onExitCode,
    }).parseAsync(argv, { from: 'user' });
  } catch (error) {
    code = io.signal.aborted || isHelp(error) ? 0 : reportFailure(error, argv, io);
  }
  return io.signal.aborted ? signalCode(io.signal) : code;
}

function reportFailure(error: unknown, argv: readonly string[], io: Io): number {
  // A stop between two words of the command line is commander's to report; everything else already is in our form.
  const failure = error instanceof CommanderError ? usageError(error, argv) : error;
  return createReport(io, {
    quiet: false,
    verbose: argv.includes('--verbose'),
  }).failure(failure);
}

function isHelp(error: unknown): boolean {
  return error instanceof CommanderError && error.exitCode === 0;
}

function usageError(error: CommanderError, argv: readonly string[]): LecternError {
  const [what = '', suggestion = ''] = error.message.replace(/^error: /, '').split('\n');
  const near = suggestion.replace(/^\((.*)\)$/, '$1');
  const command =
    argv.find((word) => /^(?:build|present|list|show|check|import|init|eject|doctor)$/.test(word)) ?? 'build';
  const hint = near === '' ? `\`lectern ${command} --help\` lists what can be written.` : near;
  return new LecternError('USAGE', `command line: ${what}`, {
    hint,
    cause: error,
  });
}

/** The exit code of a run that the user stopped. */
export function signalCode(signal: AbortSignal): number {
  return signal.reason === 'SIGTERM' ? SIGNAL_CODES.SIGTERM : SIGNAL_CODES.SIGINT;
}
