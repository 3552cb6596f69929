import { randomBytes } from 'node:crypto';
import { lstat, mkdir, open, readlink, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { LecternError } from '../errors.ts';
import { isOurs } from './is-ours.ts';
import { systemCode, systemReason } from './system-reason.ts';

/** Of the file's name in the temporary one, so that a long name does not become too long. */
const MOST_CHARACTERS = 60;

/**
 * Writes a file whole or not at all: into a temporary file beside it, which then takes its place. Makes the folders.
 * @param options.isNew any file of this name is in the way: it may hold what people wrote
 * @throws LecternError FILE_NOT_OURS for a file that Lectern did not make, unless `force`; FILE_UNWRITABLE.
 */
export async function writeOutput(
  file: string,
  content: string | Uint8Array,
  options: { readonly force: boolean; readonly isNew?: boolean },
): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await checkTarget(file, options);
    await replaceFile(file, content);
  } catch (error) {
    throw error instanceof LecternError || systemCode(error) === undefined ? error : unwritable(file, error);
  }
}

async function checkTarget(
  file: string,
  { force, isNew = false }: { readonly force: boolean; readonly isNew?: boolean },
): Promise<void> {
  const stats = await statIfThere(file);
  if (stats === undefined) {
    return;
  }
  if (stats.isDirectory()) {
    const hint = `Move the folder away, or choose another name with --name.`;
    throw new LecternError('FILE_UNWRITABLE', `${file}: a folder of this name is in the way`, { hint });
  }
  if (force) {
    return;
  }
  if (isNew) {
    throw alreadyThere(file);
  }
  if (stats.isSymbolicLink()) {
    return checkLink(file);
  }
  if (!stats.isFile() || !(await isOurs(file))) {
    throw notOurs(file, 'Lectern did not make this file');
  }
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

async function statIfThere(file: string): Promise<Awaited<ReturnType<typeof lstat>> | undefined> {
  try {
    return await lstat(file);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

async function replaceFile(file: string, content: string | Uint8Array): Promise<void> {
  const name = `.${basename(file).slice(0, MOST_CHARACTERS)}.${randomBytes(6).toString('hex')}.tmp`;
  const temporary = join(dirname(file), name);
  try {
    await writeSynced(temporary, content);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writeSynced(file: string, content: string | Uint8Array): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
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
