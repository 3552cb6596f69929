import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readStyleNames } from '../../src/files/read-styles.ts';
import { runInProcess } from './run-in-process.ts';

const TEMPLATES = join(import.meta.dirname, '../../templates');
let cwd = '';

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'lectern-eject-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

test('a template is copied as it is, and taken from where it went', async () => {
  const ran = await runInProcess(['eject', 'slides/lesson'], { cwd });
  expect(ran).toMatchObject({ code: 0, stdout: 'templates/slides/lesson.hbs\n' });
  expect(ran.stderr).toBe('Edit it, and see it: lectern present --templates templates\n');
  const copy = readFileSync(join(cwd, 'templates/slides/lesson.hbs'), 'utf8');
  expect(copy).toBe(readFileSync(join(TEMPLATES, 'slides/lesson.hbs'), 'utf8'));
  expect((await runInProcess(['build', '--templates', 'templates'], { cwd })).code).toBe(0);
});

test('CSS is copied too, into the folder that is named', async () => {
  expect((await runInProcess(['eject', 'base.css', '-o', 'mine'], { cwd })).stdout).toBe('mine/base.css\n');
});

test('what is there is kept, unless it is to be overwritten', async () => {
  writeFileSync(join(cwd, 'deck.hbs'), 'my work');
  const refused = await runInProcess(['eject', 'deck', '-o', '.'], { cwd });
  expect(refused.code).toBe(6);
  expect(refused.stderr).toContain('FILE_NOT_OURS');
  expect(readFileSync(join(cwd, 'deck.hbs'), 'utf8')).toBe('my work');
  expect((await runInProcess(['eject', 'deck.hbs', '-o', '.', '--force'], { cwd })).code).toBe(0);
  expect(readFileSync(join(cwd, 'deck.hbs'), 'utf8')).toContain('{{policy}}');
});

test.each(await readStyleNames())('the style %s becomes a brand that passes its checks', async (style) => {
  const file = `${style}-brand.css`;
  expect((await runInProcess(['eject', style], { cwd })).stdout).toBe(`${file}\n`);
  expect(readFileSync(join(cwd, file), 'utf8')).not.toContain('undefined');
  const ran = await runInProcess(['build', '--style', file, '-o', 'deck.html'], { cwd });
  expect(ran.stderr).not.toContain('warning');
  expect(ran.code).toBe(0);
});

test('without a name all there is is listed, and an unknown one has its near miss', async () => {
  const { stdout } = await runInProcess(['eject'], { cwd });
  expect(stdout).toMatch(/^slides\/lesson +template +the lesson slide$/mu);
  expect(stdout).toMatch(/^base\.css +CSS/mu);
  expect(stdout).toMatch(/^folio +style/mu);
  const ran = await runInProcess(['eject', 'notes'], { cwd });
  expect(ran).toMatchObject({ code: 2 });
  expect(ran.stderr).toContain('Did you mean partials/notes?');
});
