import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LecternError } from '../errors.ts';
import { findPackageRoot } from './find-package-root.ts';
import { readText } from './read-text.ts';
import { systemReason } from './system-reason.ts';

export interface StyleSummary {
  readonly name: string;
  readonly description: string;
}

/**
 * The styles that come with Lectern, by name: the folders in `templates/styles/`, with what their `style.json` says.
 * @throws LecternError FILE_UNREADABLE.
 */
export async function readStyles(): Promise<readonly StyleSummary[]> {
  const folder = join(findPackageRoot().folder, 'templates', 'styles');
  const names = await listFolders(folder);
  return Promise.all(
    names.map(async (name) => ({
      name,
      description: await readDescription(join(folder, name)),
    })),
  );
}

async function listFolders(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    return names.filter((name) => !name.startsWith('.')).sort();
  } catch (error) {
    const hint = 'Install Lectern again: its styles are missing.';
    throw new LecternError('FILE_UNREADABLE', `${folder}: ${systemReason(error)}`, { hint, cause: error });
  }
}

async function readDescription(folder: string): Promise<string> {
  const bytes = await readText(join(folder, 'style.json'), folder);
  const style: unknown = JSON.parse(new TextDecoder().decode(bytes));
  const fields = new Map(typeof style === 'object' && style !== null ? Object.entries(style) : []);
  const description: unknown = fields.get('description');
  return typeof description === 'string' ? description : '';
}
