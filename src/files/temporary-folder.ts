import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LecternError } from '../errors.ts';
import type { TemporaryFolder } from '../model/browser.ts';
import { systemReason } from './system-reason.ts';
import { claim, removeStale, temporaryPrefix } from './temporary-names.ts';

/**
 * An empty folder of our own; whoever takes it removes it. What runs before left that could not do so is removed too.
 * Removing throws LecternError FILE_UNWRITABLE.
 */
export async function makeTemporaryFolder(): Promise<TemporaryFolder> {
  await removeStale(tmpdir());
  const path = await mkdtemp(join(tmpdir(), temporaryPrefix()));
  const release = claim(path);
  const remove = async (): Promise<void> => {
    // A browser that is just ending may still write into its profile.
    const removing = rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    await removing.catch((cause: unknown) => {
      const hint = 'Remove it yourself, when nothing needs it; the next run tries again.';
      throw new LecternError('FILE_UNWRITABLE', `${path}: cannot be removed (${systemReason(cause)})`, { hint, cause });
    });
    release();
  };
  return { path, remove };
}
