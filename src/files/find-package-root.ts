import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LecternError } from '../errors.ts';
import { systemCode } from './system-reason.ts';

export interface PackageRoot {
  /** Absolute. Holds `data/`, `themes/` and `templates/`. */
  readonly folder: string;
  readonly version: string;
}

/**
 * Where Lectern itself is installed: the nearest folder above this code whose package.json says `lectern`, be the code
 * in `src/` or bundled in `dist/`.
 * @throws LecternError FILE_UNREADABLE when the installation is broken.
 */
export function findPackageRoot(): PackageRoot {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = dirname(folder)) {
    const found = readManifest(join(folder, 'package.json'));
    if (found?.name === 'lectern') {
      return { folder, version: found.version };
    }
    if (dirname(folder) === folder) {
      const hint = 'Install Lectern again.';
      throw new LecternError('FILE_UNREADABLE', `${start}: no package.json of Lectern above this folder`, { hint });
    }
  }
}

function readManifest(file: string): { name: string; version: string } | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return {
      name: textField(manifest, 'name'),
      version: textField(manifest, 'version'),
    };
  } catch (error) {
    if (error instanceof SyntaxError || systemCode(error) !== undefined) {
      return undefined;
    }
    throw error;
  }
}

function textField(value: unknown, name: string): string {
  const field = typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
  return typeof field === 'string' ? field : '';
}
