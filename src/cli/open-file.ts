import { spawn } from 'node:child_process';
import type { Io } from './io.ts';

/**
 * Opens a file in the program that the desktop has for it, and leaves that program to itself.
 * @returns false when there is no such opener
 */
export function openFile(path: string, { platform, env }: Pick<Io, 'platform' | 'env'>): Promise<boolean> {
  const [command, ...args] = openerOf(platform);
  return new Promise((resolve) => {
    const child = spawn(command, [...args, path], {
      detached: true,
      stdio: 'ignore',
      env,
    });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}

function openerOf(platform: string): readonly [command: string, ...args: string[]] {
  switch (platform) {
    case 'darwin':
      return ['open'];
    case 'win32':
      // Not `cmd /c start`, which would read `&` and `^` in the path as its own.
      return ['rundll32', 'url.dll,FileProtocolHandler'];
    default:
      return ['xdg-open'];
  }
}
