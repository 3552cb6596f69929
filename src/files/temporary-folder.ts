import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TemporaryFolder } from '../model/browser.ts';

/** An empty folder of our own; whoever takes it removes it. */
export async function makeTemporaryFolder(): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), 'lectern-'));
  // A browser that is just ending may still write into its profile.
  const remove = (): Promise<void> => rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  return { path, remove };
}
