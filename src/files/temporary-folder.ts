import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TemporaryFolder } from '../model/browser.ts';
import { claim, removeStale, temporaryPrefix } from './temporary-names.ts';

/** An empty folder of our own; whoever takes it removes it. What runs before left that could not do so is removed too. */
export async function makeTemporaryFolder(): Promise<TemporaryFolder> {
  await removeStale(tmpdir());
  const path = await mkdtemp(join(tmpdir(), temporaryPrefix()));
  const release = claim(path);
  const remove = async (): Promise<void> => {
    // A browser that is just ending may still write into its profile.
    await rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    release();
  };
  return { path, remove };
}
