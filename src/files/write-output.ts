import type { Stats } from 'node:fs';
import { lstat, readFile, readlink } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { LecternError } from '../errors.ts';
import { isOurs } from './is-ours.ts';
import { replaceFile } from './replace-file.ts';
import { systemCode, systemReason } from './system-reason.ts';

export interface WriteOptions {
  /** Overwrite a file that Lectern did not make. */
  readonly force: boolean;
  /** Any file of this name is in the way: it may hold what people wrote. */
  readonly isNew?: boolean;
  /** What the file holds that is to be replaced: if it no longer does, somebody has edited it meanwhile. */
  readonly replaces?: string | Uint8Array;
}

/**
 * Writes a file whole or not at all: into a temporary file beside it, which then takes its place. Makes the folders. A file that is
 * replaced leaves its permissions to the new one.
 * @throws LecternError FILE_NOT_OURS for a file that Lectern did not make, unless `force`; FILE_UNWRITABLE.
 */
export async function writeOutput(file: string, content: string | Uint8Array, options: WriteOptions): Promise<void> {
  try {
    await checkAndReplace(file, content, options);
  } catch (error) {
    throw error instanceof LecternError || systemCode(error) === undefined ? error : unwritable(file, error);
  }
}

async function checkAndReplace(file: string, content: string | Uint8Array, options: WriteOptions): Promise<void> {
  const found = await checkTarget(file, options);
  const isNew = found === undefined && !options.force;
  try {
    await replaceFile(file, content, { isNew, ...(found?.isFile() ? { mode: found.mode & 0o777 } : {}) });
  } catch (error) {
    if (!isNew || systemCode(error) !== 'EEXIST') throw error;
    // Another run was faster: what it put there is looked at like everything else.
    await checkTarget(file, options);
    await replaceFile(file, content, { isNew: false });
  }
}

/** What is at the path and may be replaced; undefined where nothing is. */
async function checkTarget(file: string, options: WriteOptions): Promise<Stats | undefined> {
  const stats = await statIfThere(file);
  if (stats?.isDirectory()) {
    const hint = `Move the folder away, or choose another name with --name.`;
    throw new LecternError('FILE_UNWRITABLE', `${file}: a folder of this name is in the way`, { hint });
  }
  if (stats === undefined) return undefined;
  if (options.replaces !== undefined) await checkUnchanged(file, options.replaces);
  if (!options.force) await checkOurs(file, stats, options.isNew === true);
  return stats;
}

async function checkOurs(file: string, stats: Stats, isNew: boolean): Promise<void> {
  if (isNew) throw alreadyThere(file);
  if (stats.isSymbolicLink()) return checkLink(file);
  if (!stats.isFile() || !(await isOurs(file))) throw notOurs(file, 'Lectern did not make this file');
}

async function checkUnchanged(file: string, content: string | Uint8Array): Promise<void> {
  if ((await readFile(file)).equals(Buffer.from(content))) return;
  const hint = 'Nothing was written. Run it again.';
  throw new LecternError('FILE_NOT_OURS', `${file}: somebody has edited this file meanwhile`, { hint });
}

/** A link is never followed: the new file takes its place. What it points at elsewhere may matter to somebody. */
async function checkLink(file: string): Promise<void> {
  const target = resolve(dirname(file), await readlink(file));
  const fromFolder = relative(dirname(file), target);
  if (fromFolder.startsWith('..') || resolve(fromFolder) === fromFolder) {
    throw notOurs(file, 'this is a link to a file outside the folder');
  }
  if ((await statIfThere(target)) !== undefined && !(await isOurs(target))) {
    throw notOurs(file, 'this is a link to a file that Lectern did not make');
  }
}

async function statIfThere(file: string): Promise<Stats | undefined> {
  try {
    return await lstat(file);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

function alreadyThere(file: string): LecternError {
  const hint = 'Choose another name with --output, bring the changes in with --merge, or overwrite it with --force.';
  return new LecternError('FILE_NOT_OURS', `${file}: there is such a file already`, { hint });
}

function notOurs(file: string, what: string): LecternError {
  const hint = 'Choose another name with --name or --output, or overwrite it with --force.';
  return new LecternError('FILE_NOT_OURS', `${file}: ${what}`, { hint });
}

function unwritable(file: string, cause: unknown): LecternError {
  const hint = 'Choose another folder with --output, or make room and give yourself the right to write there.';
  return new LecternError('FILE_UNWRITABLE', `${file}: ${systemReason(cause)}`, { hint, cause });
}
