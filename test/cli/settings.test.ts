import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from '../../src/cli/settings.ts';
import type { Config } from '../../src/files/read-config.ts';

test('the command line wins over the configuration, option by option', async () => {
  const settings = await readSettings({ part: ['1'] }, configOf({ part: '2', theme: ['security'], limit: '3' }));
  expect(settings.texts('part')).toEqual(['1']);
  expect(settings.texts('theme')).toEqual(['security']);
  expect(settings.count('limit')).toBe(3);
  expect([settings.typed('part'), settings.typed('theme')]).toEqual([true, false]);
});

test('paths of a configuration are meant from its folder, those of the command line are left alone', async () => {
  const config = configOf({ library: 'talks.yaml', output: 'out' });
  expect((await readSettings({}, config)).text('library')).toBe(resolve('/talks/talks.yaml'));
  expect((await readSettings({ output: 'here' }, config)).text('output')).toBe('here');
});

test.each([
  ['force', true, true],
  ['force', 'true', true],
  ['force', 'false', false],
])('%s: %j is %s', async (name, value, flag) => {
  expect((await readSettings({}, configOf({ [name]: value }))).flag('force')).toBe(flag);
});

test.each([
  ['limit', '0'],
  ['limit', '1e3'],
  ['limit', '-1'],
  ['limit', ['2']],
  ['timeout', '99999999999999999999'],
  ['force', 'yes'],
  ['title', ['a']],
  ['title', null],
  ['part', { from: '1' }],
  ['part', [['1']]],
  ['library', ''],
])('%s: %j is refused', async (name, value) => {
  await expect(readSettings({}, configOf({ [name]: value }))).rejects.toMatchObject({
    code: 'CONFIG_INVALID',
    message: expect.stringContaining(`lectern.config.json: ${name}: `),
  });
});

test.each([
  ['ouput', 'Did you mean output?'],
  ['__proto__', "An option's long name is needed"],
  ['config', "An option's long name is needed"],
])('the unknown key %s is refused', async (name, hint) => {
  const config = { ...configOf({}), values: new Map([[name, 'x']]) };
  await expect(readSettings({}, config)).rejects.toMatchObject({
    code: 'CONFIG_INVALID',
    message: `lectern.config.json: there is no option ${name}`,
    hint: expect.stringContaining(hint),
  });
});

test('a wrong value on the command line is a usage error', async () => {
  await expect(readSettings({ limit: 'many' }, undefined)).rejects.toMatchObject({
    code: 'USAGE',
    message: '--limit many: a whole number from 1 up is needed here',
  });
});

function configOf(values: Readonly<Record<string, unknown>>): Config {
  return { file: 'lectern.config.json', folder: '/talks', values: new Map(Object.entries(values)) };
}
