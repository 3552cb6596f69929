import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { findLibrary } from '../../src/files/find-library.ts';
import { findPackageRoot } from '../../src/files/find-package-root.ts';

let cwd = '';

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'lectern-find-'));
});

test('a named library is taken before all others', async () => {
  await addData('only.yaml');
  expect(await findLibrary('x.yaml', { cwd, configLibrary: '/c.yaml' })).toEqual({ file: 'x.yaml', why: 'named' });
});

test('the configured library comes next', async () => {
  await addData('only.yaml');
  expect(await findLibrary(undefined, { cwd, configLibrary: '/c.yaml' })).toEqual({ file: '/c.yaml', why: 'config' });
});

test('the only library in data/ comes next, and neither a README nor the document it came from counts', async () => {
  await addData('README.md', 'only.yaml', 'only.txt', '.hidden.yaml');
  expect(await findLibrary(undefined, { cwd })).toEqual({ file: join('data', 'only.yaml'), why: 'data-folder' });
});

test.each([[[]], [['one.yaml', 'two.yaml']]])('with %j in data/ the built-in library is taken', async (names) => {
  await addData(...names);
  const file = join(findPackageRoot().folder, 'data', 'armon-dadgar.yaml');
  expect(await findLibrary(undefined, { cwd })).toEqual({ file, why: 'built-in' });
});

async function addData(...names: readonly string[]): Promise<void> {
  await mkdir(join(cwd, 'data'));
  await Promise.all(names.map((name) => writeFile(join(cwd, 'data', name), '')));
}
