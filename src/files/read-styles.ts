import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LecternError } from '../errors.ts';
import type { Mode } from '../model/style.ts';
import { findPackageRoot } from './find-package-root.ts';
import { readText } from './read-text.ts';
import { systemReason } from './system-reason.ts';

export interface StyleSummary {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly modes: readonly Mode[];
  readonly defaultMode: Mode;
}

/**
 * The styles that come with Lectern, by name: the folders in `templates/styles/`, with what their `style.json` says.
 * @throws LecternError FILE_UNREADABLE.
 */
export async function readStyles(): Promise<readonly StyleSummary[]> {
  return Promise.all((await readStyleNames()).map(readSummary));
}

/** @throws LecternError FILE_UNREADABLE. */
export async function readStyleNames(): Promise<readonly string[]> {
  const folder = stylesFolder();
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    return names.filter((name) => !name.startsWith('.')).sort();
  } catch (error) {
    const hint = 'Install Lectern again: its styles are missing.';
    throw new LecternError('FILE_UNREADABLE', `${folder}: ${systemReason(error)}`, { hint, cause: error });
  }
}

function stylesFolder(): string {
  return join(findPackageRoot().folder, 'templates', 'styles');
}

async function readSummary(name: string): Promise<StyleSummary> {
  const bytes = await readText(join(name, 'style.json'), stylesFolder());
  const { title, description, modes, defaultMode }: StyleSummary = JSON.parse(new TextDecoder().decode(bytes));
  return { name, title, description, modes, defaultMode };
}
