import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runInProcess } from './run-in-process.ts';

const NOTES = '# Notes\n\n## First\n\n- **On x:** "Words." — Ana\n';
let cwd = '';

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'lectern-import-'));
  await writeFile(join(cwd, 'notes.md'), NOTES);
});

describe('lectern import', () => {
  it('never overwrites what is there, not even a library of its own making, unless forced', async () => {
    expect((await runInProcess(['import', 'notes.md'], { cwd })).code).toBe(0);
    const file = join(cwd, 'data/notes.yaml');
    await writeFile(file, '# mine now\n');
    const again = await runInProcess(['import', 'notes.md'], { cwd });
    expect(again).toMatchObject({ code: 6, stdout: '', stderr: expect.stringContaining('--merge') });
    expect(await readFile(file, 'utf8')).toBe('# mine now\n');
    expect((await runInProcess(['import', 'notes.md', '--force'], { cwd })).code).toBe(0);
    expect(await readFile(file, 'utf8')).toContain('topic: On x');
  });

  it('writes a library that passes check and builds', async () => {
    await runInProcess(['import', 'notes.md'], { cwd });
    expect((await runInProcess(['check', 'data/notes.yaml', '--strict'], { cwd })).code).toBe(0);
    expect((await runInProcess(['build', 'data/notes.yaml', '--to', 'json'], { cwd })).code).toBe(0);
  });

  it('leaves the output folder of a configuration to decks', async () => {
    await writeFile(join(cwd, 'lectern.config.yaml'), 'output: decks\ntitle: A talk\n');
    const { stdout } = await runInProcess(['import', 'notes.md'], { cwd });
    expect(stdout).toBe('data/notes.yaml\n');
    expect(await readFile(join(cwd, 'data/notes.yaml'), 'utf8')).toContain('title: Notes');
  });

  it('writes nothing when one line cannot be read', async () => {
    await writeFile(join(cwd, 'notes.md'), `${NOTES}- "No source."\n`);
    const { code, stdout, stderr } = await runInProcess(['import', 'notes.md', '-o', '-'], { cwd });
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain('notes.md:6: lesson 1.2: the source is missing');
  });
});
