import { runCheck } from './check-command.ts';
import type { RunCommand } from './command-context.ts';
import { runList } from './list-command.ts';
import { runShow } from './show-command.ts';

/** Commands that read a library and make nothing of it. */
export const READING_COMMANDS: Readonly<Record<'list' | 'show' | 'check', RunCommand>> = {
  list: runList,
  show: runShow,
  check: runCheck,
};
