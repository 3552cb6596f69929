import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LecternError } from '../errors.ts';
import { findPackageRoot } from './find-package-root.ts';
import { systemReason } from './system-reason.ts';

export interface ThemeFile {
  /** Absolute; its name without extension is the theme's name. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * The theme files that come with Lectern, by name. Reading what they say, and ordering by it, belongs to the caller.
 * @throws LecternError FILE_UNREADABLE.
 */
export async function readThemes(): Promise<readonly ThemeFile[]> {
  const folder = join(findPackageRoot().folder, 'themes');
  const names = await listThemes(folder);
  return names.map((name) => {
    const file = join(folder, name);
    return { file, bytes: readFileSync(file) };
  });
}

async function listThemes(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => name.endsWith('.yaml') && !name.startsWith('.')).sort();
  } catch (error) {
    const hint = 'Install Lectern again: its themes are missing.';
    throw new LecternError('FILE_UNREADABLE', `${folder}: ${systemReason(error)}`, { hint, cause: error });
  }
}
