import { spawn } from 'node:child_process';

/** Runs a Node program as if it were this one: its streams, its exit code, its signals. */
export function runNode(words) {
  const child = spawn(process.execPath, words, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
