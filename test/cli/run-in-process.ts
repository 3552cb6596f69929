import { run } from '../../src/cli/run.ts';

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

export interface RunOptions {
  readonly cwd: string;
  /** Width of a terminal; without it the streams are pipes. */
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeVersion?: string;
  readonly signal?: AbortSignal;
}

/** Lectern in this process, with streams that remember. */
export async function runInProcess(argv: readonly string[], options: RunOptions): Promise<Ran> {
  const written = { stdout: '', stderr: '' };
  const outputTo = (stream: keyof typeof written) => ({
    write: (text: string): void => {
      written[stream] += text;
    },
    isTTY: options.columns !== undefined,
    columns: options.columns,
  });
  const code = await run(argv, {
    stdout: outputTo('stdout'),
    stderr: outputTo('stderr'),
    cwd: options.cwd,
    env: options.env ?? {},
    platform: 'linux',
    nodeVersion: options.nodeVersion ?? '22.0.0',
    signal: options.signal ?? new AbortController().signal,
    takeOverStops: () => undefined,
  });
  return { ...written, code };
}
