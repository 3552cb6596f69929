import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkWritable } from '../../src/files/check-writable.ts';
import { replaceFile } from '../../src/files/replace-file.ts';
import { systemCode, systemReason } from '../../src/files/system-reason.ts';
import { temporaryPrefix } from '../../src/files/temporary-names.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replace-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const modeOf = (path: string): number => statSync(path).mode & 0o777;

/** The folders and files that were brought to the disk while `run` ran. */
async function syncsOf(run: () => Promise<unknown>): Promise<readonly string[]> {
  const handle = await open(folder, 'r');
  const shared: { sync: () => Promise<void> } = Object.getPrototypeOf(handle);
  await handle.close();
  const { sync } = shared;
  const synced: string[] = [];
  shared.sync = function traced(this: { readonly fd: number; sync: () => Promise<void> }): Promise<void> {
    synced.push(spawnSync('readlink', [`/proc/${process.pid}/fd/${this.fd}`], { encoding: 'utf8' }).stdout.trim());
    return sync.call(this);
  };
  try {
    await run();
    return synced;
  } finally {
    shared.sync = sync;
  }
}

describe('replaceFile', () => {
  test('writes bytes and text whole, also of several pieces', async () => {
    const file = join(folder, 'a');
    await replaceFile(file, 'Café', { isNew: true });
    expect(readFileSync(file, 'utf8')).toBe('Café');
    const large = Buffer.alloc(3_500_000, 'abcdefg');
    await replaceFile(file, large, { isNew: false });
    expect(readFileSync(file).equals(large)).toBe(true);
    await replaceFile(file, '', { isNew: false });
    expect(readFileSync(file)).toHaveLength(0);
  });

  test('keeps what came to a new file’s name meanwhile, and leaves nothing beside it', async () => {
    const file = join(folder, 'a');
    writeFileSync(file, 'theirs');
    await expect(replaceFile(file, 'ours', { isNew: true })).rejects.toMatchObject({ code: 'EEXIST' });
    expect(readFileSync(file, 'utf8')).toBe('theirs');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('gives the file the permissions that it is told, whatever the mask', async () => {
    const file = join(folder, 'a');
    for (const mode of [0o600, 0o666, 0o644]) {
      await replaceFile(file, 'x', { isNew: false, mode });
      expect(modeOf(file)).toBe(mode);
    }
    await replaceFile(file, 'x', { isNew: false });
    expect(modeOf(file)).toBe(0o666 & ~process.umask());
  });

  test('brings file and folder to the disk, with the folders above that were made', async () => {
    const inside = (path: string): string => path.replace(folder, '').replace(/\/\.lectern-.*/u, '/temporary');
    expect((await syncsOf(() => replaceFile(join(folder, 'a'), 'x', { isNew: true }))).map(inside)).toEqual([
      '/temporary',
      '',
    ]);
    const deep = join(folder, 'b', 'c', 'd');
    expect((await syncsOf(() => replaceFile(deep, 'x', { isNew: true }))).map(inside)).toEqual([
      '/b/c/temporary',
      '/b/c',
      '/b',
      '',
    ]);
  });

  test('takes away what an earlier run left in the folder', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    const machine = temporaryPrefix().split('-')[1];
    writeFileSync(join(folder, `.lectern-${machine}-${pid.toString(36)}-0123456789ab.tmp`), '');
    await replaceFile(join(folder, 'a'), 'x', { isNew: true });
    expect(await readdir(folder)).toEqual(['a']);
  });

  test('lets go of every file that it opened', async () => {
    const openFiles = (): number => readdirSync('/proc/self/fd').length;
    const before = openFiles();
    for (let index = 0; index < 20; index += 1) await replaceFile(join(folder, 'a'), 'x', { isNew: false });
    expect(openFiles()).toBeLessThan(before + 10);
  });

  test('a name that is temporary no longer is not kept as one of ours', async () => {
    const names: string[] = [];
    for (const name of ['a', 'b']) {
      await replaceFile(join(folder, name), 'x', { isNew: true });
      names.push(name);
    }
    expect(readdirSync(folder)).toEqual(names);
  });
});

describe('checkWritable', () => {
  test('says nothing of a folder that can be written into, nor of one that can be made', async () => {
    expect(await checkWritable(folder)).toBe(undefined);
    expect(await checkWritable(join(folder, 'a', 'b', 'c'))).toBe(undefined);
  });

  test('says what is in the way', async () => {
    writeFileSync(join(folder, 'file'), '');
    chmodSync(join(folder, 'file'), 0o600);
    expect(await checkWritable(join(folder, 'file', 'below'))).toBe('a part of the path is a file, not a folder');
    expect(await checkWritable('/proc/none/below')).toBe(process.getuid?.() === 0 ? undefined : 'permission denied');
  });
});

describe('systemReason', () => {
  const failure = (code: unknown, message = 'said'): Error => Object.assign(new Error(message), { code });

  test.each<[error: unknown, code: string | undefined, reason: string]>([
    [failure('ENOSPC'), 'ENOSPC', 'the disk is full'],
    [failure('EIO'), 'EIO', 'the disk did not do its work'],
    [failure('EXDEV'), 'EXDEV', 'EXDEV'],
    [failure('ERR_INVALID_ARG_TYPE'), undefined, 'said'],
    [failure('NOENT'), undefined, 'said'],
    [failure('MY ENOENT'), undefined, 'said'],
    [failure(7), undefined, 'said'],
    [new Error('said'), undefined, 'said'],
    [{ code: 'ENOENT' }, undefined, '[object Object]'],
    ['said', undefined, 'said'],
  ])('of %s', (error, code, reason) => {
    expect(systemCode(error)).toBe(code);
    expect(systemReason(error)).toBe(reason);
  });
});
