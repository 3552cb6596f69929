import { createHash, randomBytes } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { lstat, readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** `lectern-<machine>-<process>-<random>`, of a file with a dot before and `.tmp` behind. */
const NAME = /^\.?lectern-(?<machine>[0-9a-f]{6})-(?<process>[0-9a-z]{1,7})-[0-9A-Za-z]{6,}(?:\.tmp)?$/u;
/** Nothing is worked on for longer. ms */
const LONGEST_WORK = 3_600_000;

/** What this process works on, so that it never takes its own for another's. */
const own = new Set<string>();
let machine: string | undefined;

/** How names of temporary files and folders of this process begin: whoever finds one later knows whose it was. */
export function temporaryPrefix(): string {
  machine ??= createHash('sha256').update(machineName()).digest('hex').slice(0, 6);
  return `lectern-${machine}-${process.pid.toString(36)}-`;
}

/** A name for a temporary file that nobody else has. */
export function temporaryFileName(): string {
  return `.${temporaryPrefix()}${randomBytes(6).toString('hex')}.tmp`;
}

/** Says that this process works on a temporary file or folder; the answer says that it no longer does. */
export function claim(path: string): () => void {
  own.add(path);
  return () => void own.delete(path);
}

/**
 * Takes away what runs left in a folder that ended without being able to clear up: a kill, a power cut. What belongs to a process
 * that is alive stays, and so does what another machine or another user may be at work on. Never fails: it is nobody's errand.
 */
export async function removeStale(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const path = join(folder, name);
    const found = NAME.exec(name)?.groups;
    if (found === undefined || own.has(path)) continue;
    if (await isStale(path, found).catch(() => false)) await rm(path, { recursive: true, force: true }).catch(() => {});
  }
}

async function isStale(path: string, found: Readonly<Record<string, string>>): Promise<boolean> {
  const { uid, mtimeMs } = await lstat(path);
  if (process.getuid !== undefined && uid !== process.getuid()) return false;
  if (Date.now() - mtimeMs > LONGEST_WORK) return true;
  return temporaryPrefix().includes(`-${found['machine']}-`) && !isAlive(Number.parseInt(found['process'] ?? '', 36));
}

/** A process of our own number is one of an earlier start: what we work on ourselves is known. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** Numbers of processes mean something on one machine, and on Linux within one container. */
function machineName(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}
