import { runBuild } from './build-command.ts';
import { runCheck } from './check-command.ts';
import type { RunCommand } from './command-context.ts';
import { runList } from './list-command.ts';
import type { MORE_COMMANDS } from './more-commands.ts';
import { runShow } from './show-command.ts';

type CommandName = 'build' | 'list' | 'show' | 'check' | keyof typeof MORE_COMMANDS;

/**
 * What each command runs. Loaded when one is to be run, so that help needs commander alone; those of every day in one file, the
 * others in another (scripts/build.mjs): what both would share would be cut into many small ones, and each costs the start a
 * millisecond.
 */
export const COMMANDS: Readonly<Record<CommandName, RunCommand>> = {
  build: runBuild,
  list: runList,
  show: runShow,
  check: runCheck,
  present: (context) => runMore('present', context),
  init: (context) => runMore('init', context),
  eject: (context) => runMore('eject', context),
  import: (context) => runMore('import', context),
  doctor: (context) => runMore('doctor', context),
  completion: (context) => runMore('completion', context),
};

async function runMore(name: keyof typeof MORE_COMMANDS, context: Parameters<RunCommand>[0]): Promise<number> {
  const { MORE_COMMANDS: more } = await import('./more-commands.ts');
  return more[name](context);
}
