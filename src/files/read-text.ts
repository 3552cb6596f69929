import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { LecternError } from '../errors.ts';
import { systemCode, systemReason } from './system-reason.ts';

/** In bytes. A library of 100,000 lessons stays well below. */
const LARGEST_FILE = 50_000_000;

/**
 * The bytes of a text file (decoding belongs to `parse/`), at most 50 MB. `file` is named in errors as given.
 * @throws LecternError FILE_UNREADABLE.
 */
export async function readText(file: string, cwd: string): Promise<Uint8Array> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(resolve(cwd, file), 'r');
    return await readAll(handle, file);
  } catch (error) {
    throw error instanceof LecternError ? error : unreadable(file, systemReason(error), hintFor(error), error);
  } finally {
    await handle?.close();
  }
}

/** Reads to the end rather than to the size told, so that pipes (`<(…)`) can be read too. */
async function readAll(handle: FileHandle, file: string): Promise<Uint8Array> {
  const stats = await handle.stat();
  if (stats.isDirectory()) {
    throw unreadable(file, 'this is a folder, not a file', 'Name a file in it.');
  }
  if (!stats.isFile() && !stats.isFIFO()) {
    throw unreadable(file, 'this is a device, not a file', 'Name a file.');
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of handle.createReadStream({
    autoClose: false,
    end: LARGEST_FILE,
  })) {
    chunks.push(chunk);
    size += chunk.length;
  }
  if (size > LARGEST_FILE) {
    throw unreadable(file, 'the file is larger than 50 MB', 'Split it into several libraries.');
  }
  return Buffer.concat(chunks);
}

function hintFor(error: unknown): string {
  switch (systemCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'Check the spelling and the folder you are in.';
    case 'EACCES':
    case 'EPERM':
      return 'Give yourself the right to read it.';
    default:
      return 'Check that the file can be opened in an editor.';
  }
}

function unreadable(file: string, what: string, hint: string, cause?: unknown): LecternError {
  return new LecternError('FILE_UNREADABLE', `${file}: ${what}`, {
    hint,
    cause,
  });
}
