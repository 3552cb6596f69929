import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPackageRoot } from './find-package-root.ts';
import { systemCode } from './system-reason.ts';

/** What the build worked out beforehand from texts of the package; see `scripts/prepare.mjs`. */
export type PreparedKind = 'library' | 'themes';

/**
 * The prepared value for these very texts: the SHA-256 of their bytes is its name, so an edited text has none.
 * Undefined where nothing was prepared.
 */
export function readPrepared<T>(kind: PreparedKind, texts: readonly Uint8Array[]): T | undefined {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  const file = join(findPackageRoot().folder, 'dist/prepared', `${kind}-${hash.digest('hex')}.json`);
  try {
    const value: T = JSON.parse(readFileSync(file, 'utf8'));
    return value;
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    return undefined;
  }
}
