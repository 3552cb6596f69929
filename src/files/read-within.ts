import { readFileSync, statSync } from 'node:fs';
import { LecternError } from '../errors.ts';

/**
 * The bytes of a file that somebody's brand or template names: a device or a pipe would never end, a film would fill the memory.
 * @param path absolute; `where` is how errors call it
 * @param most bytes
 * @throws LecternError TOO_LARGE, FILE_UNREADABLE for what is no file; an error of the system for what cannot be read
 */
export function readWithin(path: string, where: string, most: number): Uint8Array {
  const stats = statSync(path);
  if (!stats.isFile()) {
    const what = stats.isDirectory() ? 'this is a folder, not a file' : 'this is a device, not a file';
    throw new LecternError('FILE_UNREADABLE', `${where}: ${what}`, { hint: 'Name a file.' });
  }
  if (stats.size > most) {
    const what = `the file is larger than ${most / 1_000_000} MB`;
    throw new LecternError('TOO_LARGE', `${where}: ${what}`, { hint: 'Take a smaller one.' });
  }
  return readFileSync(path);
}
