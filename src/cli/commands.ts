import { runBuild } from './build-command.ts';
import { runCheck } from './check-command.ts';
import type { RunCommand } from './command-context.ts';
import { runCompletion } from './completion-command.ts';
import { runDoctor } from './doctor-command.ts';
import { runEject } from './eject-command.ts';
import { runImport } from './import-command.ts';
import { runInit } from './init-command.ts';
import { runList } from './list-command.ts';
import { runPresent } from './present-command.ts';
import { runShow } from './show-command.ts';

/**
 * What each command runs. Loaded when one is to be run, so that help needs commander alone; all of them together, since the
 * bundler cuts what commands share into small files, and each of those costs the start a millisecond.
 */
export const COMMANDS: Readonly<
  Record<
    'build' | 'present' | 'list' | 'show' | 'check' | 'import' | 'init' | 'eject' | 'doctor' | 'completion',
    RunCommand
  >
> = {
  build: runBuild,
  present: runPresent,
  list: runList,
  show: runShow,
  check: runCheck,
  init: runInit,
  eject: runEject,
  import: runImport,
  doctor: runDoctor,
  completion: runCompletion,
};
