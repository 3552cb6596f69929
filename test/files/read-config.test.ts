import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { readConfig } from '../../src/files/read-config.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-config-'));
});

test('a folder without a configuration has none', async () => {
  expect(await readConfig(folder)).toBeUndefined();
});

test('YAML scalars stay as written', async () => {
  await writeFile(join(folder, 'lectern.config.yaml'), 'title: 1.10\ndate: 2024-05-01\npart: [2, 3]\nforce: no\n');
  const config = await readConfig(folder);
  expect(config).toMatchObject({ file: 'lectern.config.yaml', folder });
  expect(Object.fromEntries(config?.values ?? [])).toEqual({
    title: '1.10',
    date: '2024-05-01',
    part: ['2', '3'],
    force: 'no',
  });
});

test('JSON is read, and a named file before the one in the folder', async () => {
  await writeFile(join(folder, 'lectern.config.json'), '{"style": "folio"}');
  await writeFile(join(folder, 'other.yaml'), 'style: other');
  expect((await readConfig(folder))?.values.get('style')).toBe('folio');
  expect((await readConfig(folder, 'other.yaml'))?.values.get('style')).toBe('other');
});

test('an empty configuration is one without options', async () => {
  await writeFile(join(folder, 'lectern.config.yaml'), '# nothing yet\n');
  expect((await readConfig(folder))?.values.size).toBe(0);
});

test.each([
  ['lectern.config.yaml', '- a\n- b\n'],
  ['lectern.config.yaml', 'a: [1\n'],
  ['lectern.config.yaml', 'a: &x 1\nb: *x\n'],
  ['lectern.config.json', '{"a": }'],
  ['lectern.config.json', '[]'],
])('%s with %j is refused', async (name, text) => {
  await writeFile(join(folder, name), text);
  await expect(readConfig(folder)).rejects.toMatchObject({ code: 'CONFIG_INVALID', exitCode: 2 });
});

test('two configurations in one folder are refused', async () => {
  await writeFile(join(folder, 'lectern.config.yaml'), 'style: folio');
  await writeFile(join(folder, 'lectern.config.json'), '{}');
  await expect(readConfig(folder)).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
});

test('a configuration that is named must be there', async () => {
  await expect(readConfig(folder, 'missing.yaml')).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
});
