import type { RunCommand } from './command-context.ts';
import { runCompletion } from './completion-command.ts';
import { runDoctor } from './doctor-command.ts';
import { runEject } from './eject-command.ts';
import { runImport } from './import-command.ts';
import { runInit } from './init-command.ts';
import { runPresent } from './present-command.ts';

/** Commands that may take a little longer to start. */
export const MORE_COMMANDS: Readonly<
  Record<'present' | 'init' | 'eject' | 'import' | 'doctor' | 'completion', RunCommand>
> = {
  present: runPresent,
  init: runInit,
  eject: runEject,
  import: runImport,
  doctor: runDoctor,
  completion: runCompletion,
};
