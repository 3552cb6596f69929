import type { FileHandle } from 'node:fs/promises';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemCode } from './system-reason.ts';
import { claim, removeStale, temporaryFileName } from './temporary-names.ts';

/** In bytes: written at a time, so that other work gets its turn. */
const PIECE = 1 << 20;

export interface ReplaceOptions {
  /** Whether nothing may be at the path: what comes there meanwhile stays, and the call throws EEXIST. */
  readonly isNew: boolean;
  /** Permission bits of the file that is replaced, which its successor keeps. */
  readonly mode?: number;
}

/**
 * Puts a whole file in the place of another: written beside it, brought to the disk, renamed, and the folder brought to the disk
 * too. At every moment the path has what was there before or what is there now. Makes the folders.
 * @throws the system's errors
 */
export async function replaceFile(file: string, content: string | Uint8Array, options: ReplaceOptions): Promise<void> {
  const folder = dirname(file);
  const made = await mkdir(folder, { recursive: true });
  await removeStale(folder);
  const temporary = join(folder, temporaryFileName());
  const release = claim(temporary);
  try {
    await writeSynced(temporary, Buffer.from(content), options.mode);
    await (options.isNew ? moveNew(temporary, file) : rename(temporary, file));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    release();
  }
  for (const each of foldersUpTo(folder, made)) await syncFolder(each);
}

async function writeSynced(file: string, content: Uint8Array, mode: number | undefined): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    if (mode !== undefined && ((await handle.stat()).mode & 0o777) !== mode) await handle.chmod(mode);
    await writeAll(handle, content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The system may take less at a time than it is given: on a disk that is nearly full, say. */
async function writeAll(handle: FileHandle, content: Uint8Array): Promise<void> {
  let done = 0;
  while (done < content.length) {
    const { bytesWritten } = await handle.write(content, done, Math.min(PIECE, content.length - done), done);
    done += bytesWritten;
  }
}

/** A second name instead of a new one: unlike renaming, that never takes the place of a file. */
async function moveNew(temporary: string, file: string): Promise<void> {
  try {
    await link(temporary, file);
  } catch (error) {
    // Not every file system has second names.
    if (systemCode(error) === 'EEXIST' || systemCode(error) === 'ENOSPC' || systemCode(error) === 'EIO') throw error;
    await rename(temporary, file);
    return;
  }
  await rm(temporary);
}

/** The file's folder, and those above it that were made for it. */
function foldersUpTo(folder: string, made: string | undefined): readonly string[] {
  const top = made === undefined ? folder : dirname(made);
  const folders = [folder];
  for (let above = folder; above !== top && dirname(above) !== above; ) {
    above = dirname(above);
    folders.push(above);
  }
  return folders;
}

/** Until its folder is on the disk, a new name is not. Some systems do not open folders, or have nothing to bring to a disk. */
async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP'].includes(systemCode(error) ?? '')) throw error;
  } finally {
    await handle?.close();
  }
}
