/** Gives every run of the tests a temporary folder of its own, and takes it away with all that they left there. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Short, since Chromium clears up only where the paths of its sockets are; open to the user without rights that a test becomes.
const folder = mkdtempSync(join(tmpdir(), 'lt-'));
chmodSync(folder, 0o755);

export function setup(): void {
  process.env.TMPDIR = folder;
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
