import { mkdtemp, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { readText } from '../../src/files/read-text.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-read-'));
});

test('the bytes of a file are read from where the user is', async () => {
  await writeFile(join(folder, 'a.txt'), 'añ');
  expect(Buffer.from(await readText('a.txt', folder)).toString()).toBe('añ');
});

test('an empty file has no bytes', async () => {
  await writeFile(join(folder, 'a.txt'), '');
  expect(await readText('a.txt', folder)).toHaveLength(0);
});

test.each([
  ['missing.txt', 'missing.txt: there is no such file'],
  ['.', '.: this is a folder, not a file'],
  ['a.txt/b.txt', 'a.txt/b.txt: a part of the path is a file, not a folder'],
  ['/dev/zero', '/dev/zero: this is a device, not a file'],
  ['large.txt', 'large.txt: the file is larger than 50 MB'],
])('%s is refused', async (file, message) => {
  await writeFile(join(folder, 'a.txt'), '');
  await writeFile(join(folder, 'large.txt'), '');
  await truncate(join(folder, 'large.txt'), 50_000_001);
  const code = file === 'large.txt' ? 'TOO_LARGE' : 'FILE_UNREADABLE';
  await expect(readText(file, folder)).rejects.toMatchObject({ code, exitCode: 6, message });
});
