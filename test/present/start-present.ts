import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Presenting {
  readonly deck: string;
  readonly presenter: string;
  /** Everything said on stderr so far. */
  readonly said: () => string;
  /** Sends the signal and gives the exit code. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

const MAIN = join(import.meta.dirname, '../../dist/main.js');

/** `lectern present` as a user starts it, in a process of its own, once it has printed its addresses. */
export async function startPresent(cwd: string, words: readonly string[] = []): Promise<Presenting> {
  const child = spawn(process.execPath, [MAIN, 'present', '--no-open', ...words], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (data) => {
    said += String(data);
  });
  const [deck = '', presenter = ''] = await addressesOf(child, () => said);
  return {
    deck,
    presenter,
    said: () => said,
    stop: async (signal = 'SIGINT') => {
      if (child.exitCode !== null) return child.exitCode;
      child.kill(signal);
      const [code]: (number | null)[] = await once(child, 'exit');
      return code ?? null;
    },
  };
}

function addressesOf(child: ChildProcess, said: () => string): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (data) => {
      printed += String(data);
      const lines = printed.split('\n');
      if (lines.length > 2) resolve(lines);
    });
    child.once('exit', (code) => reject(new Error(`present ended with ${code}: ${said()}`)));
  });
}
