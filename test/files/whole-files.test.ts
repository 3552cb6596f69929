import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { temporaryFileName, temporaryPrefix } from '../../src/files/temporary-names.ts';
import { filesBelow, isTemporary, MAIN, runLectern, start } from './run-with-fault.ts';

const DOCUMENT = 'Notes\n\nPart 1: One\n\n1. On a thing: "Words that were said." — Source: [Somewhere]\n';
const LATER = DOCUMENT.replace('Words that were said', 'Other words were said');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-fault-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a disk without room', () => {
  const words = ['--limit', '2', '-o', 'out'];

  test.skipIf(process.getuid?.() !== 0)('keeps the old deck whole (only root mounts a small disk)', async () => {
    const out = join(folder, 'out');
    mkdirSync(out);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m,nr_inodes=3', 'tmpfs', out]);
    try {
      expect((await runLectern(words, folder)).code).toBe(0);
      const old = filesBelow(out);
      // The deck has 0.45 MB: another does not fit beside it and 0.3 MB more.
      writeFileSync(join(out, 'full'), Buffer.alloc(300_000));
      const full = await runLectern([...words, '--title', 'New'], folder);
      expect(full).toMatchObject({ code: 6, stderr: expect.stringContaining('the disk is full') });
      rmSync(join(out, 'full'));
      expect(filesBelow(out)).toEqual(old);
      // Room for words, none for one more name.
      writeFileSync(join(out, 'name'), '');
      expect((await runLectern([...words, '--title', 'New'], folder)).code).toBe(6);
      rmSync(join(out, 'name'));
      expect(filesBelow(out)).toEqual(old);
      execFileSync('mount', ['-o', 'remount,ro', out]);
      const readOnly = await runLectern([...words, '--title', 'New'], folder);
      expect(readOnly).toMatchObject({ code: 6, stderr: expect.stringContaining('read-only') });
      expect(filesBelow(out)).toEqual(old);
    } finally {
      execFileSync('umount', [out]);
    }
  });

  test('a limit on the size of files keeps the old deck whole', async () => {
    expect((await runLectern(words, folder)).code).toBe(0);
    const old = filesBelow(folder);
    const script = `ulimit -f 100; exec "${process.execPath}" "${MAIN}" ${words.join(' ')} --title New`;
    const limited = await start('bash', ['-c', script], folder);
    expect(limited).toMatchObject({ code: 6, stdout: '', stderr: expect.stringContaining('larger than') });
    expect(filesBelow(folder)).toEqual(old);
  });

  test('a full standard output is told', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${MAIN}" list > /dev/full`], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 6, stderr: expect.stringContaining('standard output: ') });
  });
});

describe('runs at the same time', () => {
  test('of one deck leave the whole deck of one of them', async () => {
    const titles = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
    const wordsFor = (title: string, out: string): string[] => ['--limit', '2', '-o', out, '--title', title];
    for (const round of ['first', 'again']) {
      const runs = await Promise.all(titles.map((title) => runLectern(wordsFor(title, 'out'), folder)));
      expect(
        runs.map(({ code }) => code),
        round,
      ).toEqual(titles.map(() => 0));
      const [file = '', ...others] = readdirSync(join(folder, 'out'));
      expect(others).toEqual([]);
      const text = readFileSync(join(folder, 'out', file), 'utf8');
      const title = /<title>([^<]+)/u.exec(text)?.[1] ?? '';
      expect((await runLectern(wordsFor(title, 'alone'), folder)).code).toBe(0);
      expect(text === readFileSync(join(folder, 'alone', file), 'utf8')).toBe(true);
    }
  });

  test('of imports under one name give it to one of them, and tell the others', async () => {
    const names = ['a', 'b', 'c', 'd'];
    for (const name of names) writeFileSync(join(folder, `${name}.txt`), DOCUMENT.replace('Words', `Word ${name}`));
    const runs = await Promise.all(
      names.map((name) => runLectern(['import', `${name}.txt`, '-o', 'lib.yaml'], folder)),
    );
    expect(runs.map(({ code }) => code).sort()).toEqual([0, 6, 6, 6]);
    const winner = names[runs.findIndex(({ code }) => code === 0)];
    expect(readFileSync(join(folder, 'lib.yaml'), 'utf8')).toContain(`Word ${winner}`);
    expect(readdirSync(folder).filter(isTemporary)).toEqual([]);
  });
});

describe('temporary files', () => {
  test('of runs that are gone are taken away by the next one, of those alive they stay', async () => {
    const out = join(folder, 'out');
    mkdirSync(out);
    const alive = temporaryFileName();
    const dead = spawnSync(process.execPath, ['-e', '']).pid.toString(36);
    const gone = alive.replace(/^(\.lectern-[^-]+-)[^-]+/u, `$1${dead}`);
    const elsewhere = gone.replace(/^\.lectern-[^-]+/u, '.lectern-000000');
    const unlike = ['.notes.tmp', '.lectern.tmp', 'lectern-x.tmp'];
    for (const name of [alive, gone, elsewhere, ...unlike]) writeFileSync(join(out, name), 'half');
    expect((await runLectern(['--limit', '1', '-o', 'out'], folder)).code).toBe(0);
    expect(
      readdirSync(out)
        .filter((name) => name !== 'armon-dadgar-limit-1.html')
        .sort(),
    ).toEqual([alive, elsewhere, ...unlike].sort());
  });

  test('the same holds for the folders of browsers', async () => {
    const temporary = join(folder, 't');
    mkdirSync(temporary);
    const dead = spawnSync(process.execPath, ['-e', '']).pid.toString(36);
    const alive = `${temporaryPrefix()}ALIVE1`;
    const gone = alive.replace(/^(lectern-[^-]+-)[^-]+/u, `$1${dead}`);
    for (const name of [alive, gone]) mkdirSync(join(temporary, name, 'Default'), { recursive: true });
    const script = `TMPDIR="${temporary}" exec "${process.execPath}" "${MAIN}" --limit 1 --to pdf -o out`;
    expect(await start('sh', ['-c', script], folder)).toMatchObject({ code: 0 });
    expect(readdirSync(temporary)).toEqual([alive]);
  });
});

test('what replaces a file keeps its permissions, and what is linked elsewhere is kept', async () => {
  writeFileSync(join(folder, 'notes.txt'), DOCUMENT);
  writeFileSync(join(folder, 'later.txt'), LATER);
  expect((await runLectern(['import', 'notes.txt', '-o', 'lib.yaml'], folder)).code).toBe(0);
  chmodSync(join(folder, 'lib.yaml'), 0o600);
  expect((await runLectern(['import', 'later.txt', '-o', 'lib.yaml', '--merge'], folder)).code).toBe(0);
  expect(statSync(join(folder, 'lib.yaml')).mode & 0o777).toBe(0o600);
  const precious = join(folder, 'precious.html');
  writeFileSync(precious, 'precious');
  mkdirSync(join(folder, 'out'));
  symlinkSync('../precious.html', join(folder, 'out', 'armon-dadgar-limit-1.html'));
  for (const [words, code] of [
    [[], 6],
    [['--force'], 0],
  ] as const) {
    expect((await runLectern(['--limit', '1', '-o', 'out', ...words], folder)).code).toBe(code);
    expect(readFileSync(precious, 'utf8')).toBe('precious');
  }
});
