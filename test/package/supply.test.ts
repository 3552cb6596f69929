import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

interface Locked {
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
  readonly link?: boolean;
}

const lockedIn = (folder: string): Readonly<Record<string, Locked>> =>
  JSON.parse(read(join(folder, 'package-lock.json'))).packages;
const packages = lockedIn('.');
const product = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);

test('no package that the product needs runs a script when it is installed', () => {
  expect(product.length).toBeGreaterThan(5);
  expect(product.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
});

test.each(['.', 'scripts/mutants'])('every package is locked to its content in %s', (folder) => {
  expect(
    Object.entries(lockedIn(folder)).filter(([path, { integrity, link }]) => path !== '' && !link && !integrity),
  ).toEqual([]);
});

test('every dependency has its reason in DECISIONS.md', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'));
  const tools = JSON.parse(read('scripts/mutants/package.json')).dependencies;
  const decisions = read('DECISIONS.md').split('## Dependencies')[1] ?? '';
  const names = Object.keys({ ...dependencies, ...devDependencies, ...tools }).filter(
    (name) => !name.startsWith('@types/'),
  );
  expect(names.filter((name) => !decisions.includes(name.replace(/^(@fontsource-variable)\/.*/u, '$1')))).toEqual([]);
});
