import type { MadeTalk } from '../build-each.ts';
import { LecternError } from '../errors.ts';
import type { LoadedLibrary } from '../load-library.ts';
import type { BuildOptions } from '../model/build-options.ts';
import type { GroupBy } from '../model/selection.ts';
import type { Report } from './report.ts';

/** `--each`: a line for each talk as it is done, a summary, and the exit code of the first that failed. */
export async function buildEachTalk(
  loaded: LoadedLibrary,
  options: BuildOptions & { readonly each: GroupBy },
  report: Report,
): Promise<{ readonly code: number; readonly paths: readonly string[] }> {
  const { buildEach } = await import('../build-each.ts');
  const codes: number[] = [];
  const told = new Set<string>();
  const talks = await buildEach(loaded, {
    ...options,
    onTalk: (talk, { done, of }) => {
      report.note(`${done}/${of} ${talk.title}${talk.error === undefined ? '' : ' failed:'}`);
      if (talk.error !== undefined) codes.push(tellOnce(talk.error, told, report));
    },
  });
  report.note(summaryOf(talks));
  return { code: codes.includes(1) ? 1 : (codes[0] ?? 0), paths: talks.flatMap(({ paths }) => paths) };
}

/** What went wrong for all is told in full the first time. Returns the exit code. */
function tellOnce(error: unknown, told: Set<string>, report: Report): number {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof LecternError && told.has(message)) {
    report.note('  the same as above');
    return error.exitCode;
  }
  told.add(message);
  return report.failure(error);
}

function summaryOf(talks: readonly MadeTalk[]): string {
  const failed = talks.filter(({ error }) => error !== undefined);
  const files = talks.reduce((sum, { paths }) => sum + paths.length, 0);
  const made = `${talks.length - failed.length} of ${talks.length} talks made, ${files} ${files === 1 ? 'file' : 'files'}`;
  return failed.length === 0 ? `${made}.` : `${made}. Failed: ${failed.map(({ title }) => title).join('; ')}.`;
}
