import { LecternError } from '../errors.ts';
import { didYouMean, nearNames } from '../select/near-names.ts';
import type { CommandContext } from './command-context.ts';
import { COMPLETION_SCRIPTS, SHELLS } from './completion-scripts.ts';

/** `lectern completion <shell>`: prints the script that completes words there. */
export async function runCompletion({ args, report }: CommandContext): Promise<number> {
  const [wanted = ''] = args;
  const shell = SHELLS.find((name) => name === wanted);
  if (shell === undefined) {
    const hint = `${didYouMean(nearNames(wanted, SHELLS, 1))} The shells are: ${SHELLS.join(', ')}.`.trim();
    throw new LecternError('USAGE', `completion ${wanted}: this shell is not known`, { hint });
  }
  report.result(COMPLETION_SCRIPTS[shell].trimEnd());
  return 0;
}
