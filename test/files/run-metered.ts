import { type Ended, MAIN, start } from './run-with-fault.ts';

export interface Metered extends Ended {
  /** Processor time of the run, s: another's work on the same machine does not count. */
  readonly seconds: number;
}

/** A run that goes astray must not take the whole machine with it: at most 4 GB and half a minute. */
const BOUNDS = 'ulimit -d 4000000; ulimit -t 30;';

/** Says after its last word what the shell's children took: `0m1.500000s 0m0.250000s` is the second line of `times`. */
const METER = '"$@"; code=$?; times >&2; exit $code';

/** The built command, and the processor time that it took. */
export async function runMetered(words: readonly string[], cwd: string, input = '/dev/null'): Promise<Metered> {
  const ended = await start('sh', ['-c', `${BOUNDS} ${METER} < ${input}`, 'sh', process.execPath, MAIN, ...words], cwd);
  const said = ended.stderr.trimEnd().split('\n');
  const times = [...(said.at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/gu)];
  if (times.length !== 2) throw new Error(`no times: ${ended.stderr}`);
  const seconds = times.reduce((sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest), 0);
  return { ...ended, stderr: said.slice(0, -2).join('\n'), seconds };
}
