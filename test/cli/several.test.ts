import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runInProcess } from './run-in-process.ts';

let cwd = '';

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'lectern-several-'));
  for (const name of ['ada.yaml', 'small.yaml'])
    await cp(join(import.meta.dirname, 'libraries', name), join(cwd, name));
});
afterAll(() => rm(cwd, { recursive: true }));

test('of several libraries, slides keep short references, each lesson its speaker, and notes name the library', async () => {
  expect((await runInProcess(['ada.yaml', 'small.yaml', '--style', 'raster'], { cwd })).stdout).toBe(
    'output/ada-small.html\n',
  );
  const deck = await readFile(join(cwd, 'output/ada-small.html'), 'utf8');
  expect(deck).toContain('data-lesson="2.1"');
  expect(deck).not.toContain('data-lesson="small:');
  expect(deck).toContain('<cite>Ada King, infoq [1], article (ada:1.1)</cite>');
  expect(deck).toContain('<cite>Nobody, infoq [1], article (small:1.1)</cite>');
  expect(deck).toContain('<span class="who">Nobody<');
});

test('the manifest says where each lesson comes from', async () => {
  await runInProcess(['ada.yaml', 'small.yaml', '--to', 'json'], { cwd });
  const { lessons }: { lessons: { id: string; origin: string }[] } = JSON.parse(
    await readFile(join(cwd, 'output/ada-small.json'), 'utf8'),
  );
  expect(lessons.map(({ id, origin }) => `${id} ${origin}`)).toContain('2.1 small:1.1');
});

test('one library carries no name of its own anywhere', async () => {
  await runInProcess(['small.yaml', '--to', 'json,html'], { cwd });
  expect(await readFile(join(cwd, 'output/small.json'), 'utf8')).not.toContain('origin');
  expect(await readFile(join(cwd, 'output/small.html'), 'utf8')).not.toContain('small:1');
});
