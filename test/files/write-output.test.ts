import { once } from 'node:events';
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { writeOutput } from '../../src/files/write-output.ts';

const HTML = '<!doctype html><meta name="generator" content="Lectern 0.1.0">';
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-write-'));
});

test('a file is written into folders that are made for it, and nothing else is left there', async () => {
  await writeOutput(join(folder, 'a', 'b', 'deck.html'), HTML, { force: false });
  expect(await readFile(join(folder, 'a', 'b', 'deck.html'), 'utf8')).toBe(HTML);
  expect(await readdir(join(folder, 'a', 'b'))).toEqual(['deck.html']);
});

test.each([
  ['deck.html', HTML],
  ['deck.pdf', '%PDF-1.7\n<< /Creator (Lectern 0.1.0) >>'],
  ['far.pdf', `%PDF-1.7\n${' '.repeat(200_000)}<< /Title (x) /Producer (Skia for Lectern) >>`],
  ['deck.json', '{\n  "generator": "Lectern 0.1.0"\n}'],
])('%s that Lectern made is overwritten', async (name, content) => {
  const file = join(folder, name);
  await writeFile(file, content);
  await writeOutput(file, 'new', { force: false });
  expect(await readFile(file, 'utf8')).toBe('new');
});

test.each([
  ['deck.html', '<p>by hand, about Lectern</p>'],
  ['empty.html', ''],
  ['deck.pdf', '%PDF-1.7\n<< /Creator (Writer) /Title (Lectern) >>'],
  ['deck.json', '{"title": "Lectern"}'],
])('%s that somebody else made is kept, unless forced', async (name, content) => {
  const file = join(folder, name);
  await writeFile(file, content);
  await expect(writeOutput(file, 'new', { force: false })).rejects.toMatchObject({
    code: 'FILE_NOT_OURS',
    message: `${file}: Lectern did not make this file`,
    hint: 'Choose another name with --name or --output, or overwrite it with --force.',
  });
  expect(await readFile(file, 'utf8')).toBe(content);
  await writeOutput(file, 'new', { force: true });
  expect(await readFile(file, 'utf8')).toBe('new');
});

test('a link to a file outside the folder is neither followed nor replaced', async () => {
  await mkdir(join(folder, 'out'));
  await writeFile(join(folder, 'precious.html'), HTML);
  await symlink('../precious.html', join(folder, 'out', 'deck.html'));
  const file = join(folder, 'out', 'deck.html');
  await expect(writeOutput(file, 'new', { force: false })).rejects.toMatchObject({
    code: 'FILE_NOT_OURS',
    message: `${file}: this is a link to a file outside the folder`,
  });
  expect(await readFile(join(folder, 'precious.html'), 'utf8')).toBe(HTML);
});

test('a link to a file of another disk counts as one outside', async () => {
  const file = join(folder, 'deck.html');
  await symlink('/etc/hostname', file);
  await expect(writeOutput(file, 'new', { force: false })).rejects.toMatchObject({
    message: `${file}: this is a link to a file outside the folder`,
  });
});

test.each([
  ['a file of ours', HTML],
  ['nothing', undefined],
])('a link to %s in the folder gives way, and what it pointed at stays', async (_, content) => {
  if (content !== undefined) await writeFile(join(folder, 'target.html'), content);
  await symlink('target.html', join(folder, 'deck.html'));
  await writeOutput(join(folder, 'deck.html'), 'new', { force: false });
  expect(await readFile(join(folder, 'deck.html'), 'utf8')).toBe('new');
  expect((await lstat(join(folder, 'deck.html'))).isFile()).toBe(true);
  const there = content === undefined ? ['deck.html'] : ['deck.html', 'target.html'];
  expect((await readdir(folder)).sort()).toEqual(there);
});

test('a link to a file in the folder that somebody else made is kept', async () => {
  const file = join(folder, 'deck.html');
  await writeFile(join(folder, 'target.html'), 'by hand');
  await symlink('target.html', file);
  await expect(writeOutput(file, 'new', { force: false })).rejects.toMatchObject({
    code: 'FILE_NOT_OURS',
    message: `${file}: this is a link to a file that Lectern did not make`,
  });
});

test('what is no file, such as a socket, is kept', async () => {
  const file = join(folder, 'deck.html');
  const server = createServer().listen(file);
  await once(server, 'listening');
  await expect(writeOutput(file, 'new', { force: false })).rejects.toMatchObject({ code: 'FILE_NOT_OURS' });
  server.close();
});

test('a file that is replaced leaves its permissions to the new one', async () => {
  const file = join(folder, 'deck.html');
  await writeFile(file, HTML);
  await chmod(file, 0o640);
  await writeOutput(file, 'new', { force: false });
  expect((await stat(file)).mode & 0o777).toBe(0o640);
});

test('a link forced away leaves what it pointed at alone', async () => {
  await writeFile(join(folder, 'precious.html'), 'precious');
  await symlink('precious.html', join(folder, 'deck.html'));
  await writeOutput(join(folder, 'deck.html'), 'new', { force: true });
  expect(await readFile(join(folder, 'precious.html'), 'utf8')).toBe('precious');
});

test('a folder in the way is told', async () => {
  await mkdir(join(folder, 'deck.html'));
  const file = join(folder, 'deck.html');
  await expect(writeOutput(file, 'new', { force: true })).rejects.toMatchObject({
    code: 'FILE_UNWRITABLE',
    exitCode: 6,
    message: `${file}: a folder of this name is in the way`,
    hint: 'Move the folder away, or choose another name with --name.',
  });
});

test('a file where a folder is needed is told by path', async () => {
  await writeFile(join(folder, 'output'), '');
  const file = join(folder, 'output', 'deck.html');
  await expect(writeOutput(file, 'new', { force: false })).rejects.toMatchObject({
    code: 'FILE_UNWRITABLE',
    message: `${file}: a part of the path is a file, not a folder`,
    hint: 'Choose another folder with --output, or make room and give yourself the right to write there.',
    cause: expect.objectContaining({ code: 'ENOTDIR' }),
  });
});

test('a name that the file system refuses is told', async () => {
  const name = `${'long'.repeat(70)}.html`;
  await expect(writeOutput(join(folder, name), 'new', { force: false })).rejects.toMatchObject({
    code: 'FILE_UNWRITABLE',
    message: expect.stringContaining('the name is too long'),
  });
});

test('what is neither text nor bytes is not written over a file', async () => {
  await writeFile(join(folder, 'deck.html'), HTML);
  const unwritable = JSON.parse('{"neither": "text nor bytes"}');
  await expect(writeOutput(join(folder, 'deck.html'), unwritable, { force: false })).rejects.toThrow(TypeError);
  expect(await readdir(folder)).toEqual(['deck.html']);
  expect(await readFile(join(folder, 'deck.html'), 'utf8')).toBe(HTML);
});

test('a file that somebody has edited meanwhile is kept', async () => {
  const file = join(folder, 'library.yaml');
  await writeFile(file, 'edited');
  await expect(writeOutput(file, 'merged', { force: true, replaces: 'as it was read' })).rejects.toMatchObject({
    code: 'FILE_NOT_OURS',
    message: `${file}: somebody has edited this file meanwhile`,
    hint: 'Nothing was written. Run it again.',
  });
  expect(await readFile(file, 'utf8')).toBe('edited');
  await writeOutput(file, 'merged', { force: true, replaces: 'edited' });
  expect(await readFile(file, 'utf8')).toBe('merged');
});

test('of several that write a new file at once one does, and the others are told', async () => {
  const file = join(folder, 'library.yaml');
  const texts = ['a', 'b', 'c', 'd', 'e'];
  const writes = await Promise.allSettled(
    texts.map((text) => writeOutput(file, text.repeat(50_000), { force: false, isNew: true })),
  );
  expect(writes.map(({ status }) => status).sort()).toEqual(['fulfilled', ...Array(4).fill('rejected')]);
  for (const write of writes) {
    if (write.status === 'rejected')
      expect(write.reason).toMatchObject({
        code: 'FILE_NOT_OURS',
        message: `${file}: there is such a file already`,
        hint: expect.stringContaining('--merge'),
      });
  }
  const winner = texts[writes.findIndex(({ status }) => status === 'fulfilled')] ?? '';
  expect(await readFile(file, 'utf8')).toBe(winner.repeat(50_000));
});

test('of several that write a file of ours at once each succeeds, and one is there whole', async () => {
  const file = join(folder, 'deck.html');
  const texts = ['a', 'b', 'c', 'd', 'e'].map((letter) => HTML + letter.repeat(50_000));
  await Promise.all(texts.map((text) => writeOutput(file, text, { force: false })));
  expect(texts).toContain(await readFile(file, 'utf8'));
  expect(await readdir(folder)).toEqual(['deck.html']);
});
