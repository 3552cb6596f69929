import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { LecternError } from '../errors.ts';
import type { TemporaryFolder } from '../model/browser.ts';
import { systemReason } from './system-reason.ts';
import { claim, removeStale, temporaryPrefix } from './temporary-names.ts';

const TRIES = 15;
/** ms */
const BETWEEN_TRIES = 100;

/**
 * An empty folder of our own; whoever takes it removes it. What runs before left that could not do so is removed too.
 * Removing throws LecternError FILE_UNWRITABLE.
 */
export async function makeTemporaryFolder(): Promise<TemporaryFolder> {
  await removeStale(tmpdir());
  const path = await mkdtemp(join(tmpdir(), temporaryPrefix()));
  const release = claim(path);
  const remove = async (): Promise<void> => {
    await removeAll(path);
    release();
  };
  return { path, remove };
}

/** A browser that is just ending may still write into its profile. Node's own retries begin anew at each level of folders. */
async function removeAll(path: string, tries = TRIES): Promise<void> {
  try {
    await rm(path, { recursive: true, force: true });
  } catch (cause) {
    if (tries > 1) {
      await delay(BETWEEN_TRIES);
      return removeAll(path, tries - 1);
    }
    const hint = 'Remove it yourself, when nothing needs it; the next run tries again.';
    throw new LecternError('FILE_UNWRITABLE', `${path}: cannot be removed (${systemReason(cause)})`, { hint, cause });
  }
}
