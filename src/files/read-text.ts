import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { LecternError } from '../errors.ts';
import { checkPieces } from './check-pieces.ts';
import { systemCode, systemReason } from './system-reason.ts';

/** In bytes. A library of 100,000 lessons stays well below. */
const LARGEST_FILE = 50_000_000;

/** In bytes: for what people write by hand, such as a configuration. */
export const LARGEST_SMALL_FILE: number = 1_000_000;

/**
 * The bytes of a text file (decoding belongs to `parse/`), at most 50 MB. `file` is named in errors as given.
 * @throws LecternError FILE_UNREADABLE; TOO_LARGE for what would not fit the memory.
 */
export async function readText(file: string, cwd: string, largest: number = LARGEST_FILE): Promise<Uint8Array> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(resolve(cwd, file), 'r');
    const bytes = await readAll(handle, file, largest);
    checkPieces(bytes, file);
    return bytes;
  } catch (error) {
    throw error instanceof LecternError ? error : unreadable(file, systemReason(error), hintFor(error), error);
  } finally {
    await handle?.close();
  }
}

/** Reads to the end rather than to the size told, so that pipes (`<(…)`) can be read too. */
async function readAll(handle: FileHandle, file: string, largest: number): Promise<Uint8Array> {
  const stats = await handle.stat();
  if (stats.isDirectory()) {
    throw unreadable(file, 'this is a folder, not a file', 'Name a file in it.');
  }
  if (!stats.isFile() && !stats.isFIFO()) {
    throw unreadable(file, 'this is a device, not a file', 'Name a file.');
  }
  if (stats.size > largest) throw tooLarge(file, largest);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of handle.createReadStream({
    autoClose: false,
    end: largest,
  })) {
    chunks.push(chunk);
    size += chunk.length;
  }
  if (size > largest) throw tooLarge(file, largest);
  return Buffer.concat(chunks);
}

function tooLarge(file: string, largest: number): LecternError {
  const hint =
    largest === LARGEST_FILE ? 'Split it into several libraries.' : 'Look whether this is the file you mean.';
  return new LecternError('TOO_LARGE', `${file}: the file is larger than ${largest / 1_000_000} MB`, { hint });
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
