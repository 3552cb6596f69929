import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../src/files/temporary-folder.ts';
import { claim, removeStale, temporaryFileName, temporaryPrefix } from '../../src/files/temporary-names.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'names-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const MACHINE = temporaryPrefix().split('-')[1] ?? '';
const ELSEWHERE = MACHINE === '000000' ? '111111' : '000000';
/** The number of a process that has ended. */
const DEAD = spawnSync(process.execPath, ['--version']).pid.toString(36);
const OWN = process.pid.toString(36);
const PARENT = process.ppid.toString(36);

interface Left {
  readonly name: string;
  /** ms since anybody wrote. */
  readonly age?: number;
  readonly owner?: number;
}

function leave({ name, age = 0, owner }: Left): string {
  const path = join(folder, name);
  writeFileSync(path, 'x');
  const time = (Date.now() - age) / 1000;
  utimesSync(path, time, time);
  if (owner !== undefined) chownSync(path, owner, owner);
  return path;
}

describe('names', () => {
  test('say machine and process, and are new each time', () => {
    expect(temporaryPrefix()).toMatch(/^lectern-[0-9a-f]{6}-[0-9a-z]{1,7}-$/u);
    expect(temporaryPrefix().split('-')[2]).toBe(OWN);
    expect(temporaryFileName()).toMatch(new RegExp(`^\\.${temporaryPrefix()}[0-9a-f]{12}\\.tmp$`, 'u'));
    expect(temporaryFileName()).not.toBe(temporaryFileName());
  });

  test('are the same in every process of a machine but for the process', () => {
    const program = "import { temporaryPrefix } from './src/files/temporary-names.ts'; console.log(temporaryPrefix())";
    const options = ['--experimental-strip-types', '--input-type=module', '-e', program];
    const { stdout, status } = spawnSync(process.execPath, options, { encoding: 'utf8' });
    // Node 20 cannot read TypeScript.
    if (status === 0) expect(stdout.split('-').slice(0, 2)).toEqual(temporaryPrefix().split('-').slice(0, 2));
  });
});

describe('removeStale', () => {
  test.each<[why: string, left: Left]>([
    ['of a process that is dead', { name: `.lectern-${MACHINE}-${DEAD}-0123456789ab.tmp` }],
    ['a folder’s name of a process that is dead', { name: `lectern-${MACHINE}-${DEAD}-aB3dE6` }],
    ['of an earlier process of our number', { name: `.lectern-${MACHINE}-${OWN}-0123456789ab.tmp` }],
    ['of another machine, from long ago', { name: `.lectern-${ELSEWHERE}-1-0123456789ab.tmp`, age: 3_700_000 }],
    ['of a living process, from long ago', { name: `.lectern-${MACHINE}-${PARENT}-0123456789ab.tmp`, age: 3_700_000 }],
  ])('takes away what was left %s', async (_, left) => {
    const path = leave(left);
    await removeStale(folder);
    expect(existsSync(path)).toBe(false);
  });

  test.each<[why: string, left: Left]>([
    ['of a process that is alive', { name: `.lectern-${MACHINE}-${PARENT}-0123456789ab.tmp` }],
    ['of another machine, of this hour', { name: `.lectern-${ELSEWHERE}-${DEAD}-0123456789ab.tmp`, age: 3_500_000 }],
    ['that only looks like it at its beginning', { name: `.lectern-${MACHINE}-${DEAD}-0123456789ab.tmp.txt` }],
    ['that only looks like it at its end', { name: `my.lectern-${MACHINE}-${DEAD}-0123456789ab.tmp` }],
    ['with another name', { name: 'notes.txt', age: 9_000_000 }],
  ])('leaves what is %s', async (_, left) => {
    const path = leave(left);
    await removeStale(folder);
    expect(existsSync(path)).toBe(true);
  });

  test.runIf(process.getuid?.() === 0)('leaves what is another user’s, however old', async () => {
    const path = leave({ name: `.lectern-${MACHINE}-${DEAD}-0123456789ab.tmp`, age: 9_000_000, owner: 12_345 });
    await removeStale(folder);
    expect(existsSync(path)).toBe(true);
  });

  test('leaves what this process works on, until it no longer does', async () => {
    const name = temporaryFileName();
    const path = leave({ name });
    const release = claim(path);
    await removeStale(folder);
    expect(existsSync(path)).toBe(true);
    release();
    await removeStale(folder);
    expect(existsSync(path)).toBe(false);
  });

  test('takes folders with what is in them, and everything that is stale', async () => {
    const stale = join(folder, `lectern-${MACHINE}-${DEAD}-abcdef`);
    mkdirSync(join(stale, 'profile'), { recursive: true });
    writeFileSync(join(stale, 'profile', 'lock'), '');
    leave({ name: 'kept.txt' });
    leave({ name: `.lectern-${MACHINE}-${DEAD}-0123456789ab.tmp` });
    await removeStale(folder);
    expect(await readdir(folder)).toEqual(['kept.txt']);
  });

  test('says nothing of a folder that is not there', async () => {
    expect(await removeStale(join(folder, 'none'))).toBe(undefined);
  });
});

describe('makeTemporaryFolder', () => {
  test('makes an empty folder of our own, safe from ourselves, and takes it away with what is in it', async () => {
    const stale = join(tmpdir(), `lectern-${MACHINE}-${DEAD}-abcdef`);
    mkdirSync(stale);
    const { path, remove } = await makeTemporaryFolder();
    expect(existsSync(stale)).toBe(false);
    expect(path.startsWith(join(tmpdir(), temporaryPrefix()))).toBe(true);
    expect(await readdir(path)).toEqual([]);
    await removeStale(tmpdir());
    writeFileSync(join(path, 'file'), '');
    await remove();
    expect(existsSync(path)).toBe(false);
    await remove();
    // No longer ours: whatever had this name would be stale.
    mkdirSync(path);
    await removeStale(tmpdir());
    expect(existsSync(path)).toBe(false);
  });
});

test.skipIf(process.getuid?.() !== 0)(
  'a folder that cannot be removed is named (only root mounts a disk)',
  async () => {
    const { path, remove } = await makeTemporaryFolder();
    const disk = join(path, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', disk]);
    try {
      await expect(remove()).rejects.toMatchObject({
        code: 'FILE_UNWRITABLE',
        message: `${path}: cannot be removed (the file is in use by another program)`,
      });
    } finally {
      execFileSync('umount', [disk]);
    }
    await remove();
    expect(existsSync(path)).toBe(false);
  },
);
