import type { RunCommand } from './command-context.ts';
import type { MORE_COMMANDS } from './more-commands.ts';
import type { READING_COMMANDS } from './reading-commands.ts';

type CommandName = 'build' | keyof typeof READING_COMMANDS | keyof typeof MORE_COMMANDS;

/**
 * What each command runs. Loaded when one is to be run, so that help needs commander alone, in three files (scripts/build.mjs):
 * those that only read a library need little of the rest.
 */
export const COMMANDS: Readonly<Record<CommandName, RunCommand>> = {
  build: async (context) => {
    const { runBuild } = await import('./build-command.ts');
    return runBuild(context);
  },
  list: (context) => runReading('list', context),
  show: (context) => runReading('show', context),
  check: (context) => runReading('check', context),
  present: (context) => runMore('present', context),
  init: (context) => runMore('init', context),
  eject: (context) => runMore('eject', context),
  import: (context) => runMore('import', context),
  doctor: (context) => runMore('doctor', context),
  completion: (context) => runMore('completion', context),
};

async function runReading(name: keyof typeof READING_COMMANDS, context: Parameters<RunCommand>[0]): Promise<number> {
  const { READING_COMMANDS: reading } = await import('./reading-commands.ts');
  return reading[name](context);
}

async function runMore(name: keyof typeof MORE_COMMANDS, context: Parameters<RunCommand>[0]): Promise<number> {
  const { MORE_COMMANDS: more } = await import('./more-commands.ts');
  return more[name](context);
}
