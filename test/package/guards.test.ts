import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

interface Guard {
  readonly name: string;
  readonly file: string;
  readonly guard: string;
  readonly test: string;
}

const { GUARDS }: { readonly GUARDS: readonly Guard[] } = await import(join(ROOT, 'scripts/guards-table.mjs'));

test('every guard that can be taken out stands once in its file, and its test is there', () => {
  const wrong = GUARDS.filter(
    ({ file, guard, test: path }) =>
      readFileSync(join(ROOT, file), 'utf8').split(guard).length !== 2 || !existsSync(join(ROOT, path)),
  );
  expect(wrong.map(({ name }) => name)).toEqual([]);
});
