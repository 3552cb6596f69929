import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';

const LECTERN = join(import.meta.dirname, '../../dist/main.js');
const DOCUMENT = join(import.meta.dirname, '../data/armon-dadgar.txt');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-build-'));
});

/** The built command as a user runs it, in the test's folder. */
function lectern(...words: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [LECTERN, ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

test('without a word it makes the deck of the built-in library, and prints its path alone on stdout', () => {
  expect(lectern()).toEqual({ code: 0, out: 'output/armon-dadgar.html\n', err: expect.stringContaining('built in') });
  expect(read('output/armon-dadgar.html').match(/data-slide="lesson"/gu)).toHaveLength(75);
});

test('several formats are made in one run, and named by the selection', () => {
  const { code, out } = lectern('--part', '3', '--to', 'html,json,pdf', '-o', 'talk');
  expect({ code, out }).toEqual({
    code: 0,
    out: ['html', 'json', 'pdf'].map((format) => `talk/armon-dadgar-part-3.${format}\n`).join(''),
  });
  expect(JSON.parse(read('talk/armon-dadgar-part-3.json')).lessons).toHaveLength(10);
  expect(execFileSync('pdfinfo', [join(folder, 'talk/armon-dadgar-part-3.pdf')], { encoding: 'utf8' })).toMatch(
    /Pages: +1[2-9]/u,
  );
});

test('a configuration is read by the program as it is built, in YAML and in JSON', () => {
  writeFileSync(join(folder, 'lectern.config.yaml'), 'limit: 2\nto: json\n');
  expect(lectern('-o', 'talk').out).toBe('talk/armon-dadgar-limit-2.json\n');
  writeFileSync(join(folder, 'other.json'), '{"limit": 3}');
  expect(lectern('-o', 'talk', '--config', 'other.json').out).toBe('talk/armon-dadgar-limit-3.html\n');
});

test('--output with an extension names the file and the format', () => {
  expect(lectern('-o', 'here/deck.json', '--limit', '2').out).toBe('here/deck.json\n');
  expect(JSON.parse(read('here/deck.json')).lessons).toHaveLength(2);
});

test('the title slide says what it is told', () => {
  lectern(
    '--lesson',
    '1.1',
    '-o',
    'x.html',
    '--title',
    'My <title>',
    '--presenter',
    'Eve',
    '--event',
    'Team day',
    '--date',
    '3 May',
  );
  expect(read('x.html')).toContain('My &lt;title&gt;</h1>');
  expect(read('x.html')).toContain('Eve · Team day · 3 May');
});

test('--group-by theme puts theme dividers in place of parts', () => {
  lectern('--group-by', 'theme', '-o', 'x.html');
  expect(read('x.html').match(/data-slide="theme"/gu)).toHaveLength(7);
  expect(read('x.html')).not.toContain('data-slide="part"');
  expect(lectern('--group-by', 'source')).toMatchObject({ code: 2, out: '' });
});

test('a document is read directly, and the terminal says that themes were suggested', () => {
  copyFileSync(DOCUMENT, join(folder, 'lessons.txt'));
  const { code, err } = lectern('lessons.txt');
  expect(code).toBe(0);
  expect(err).toContain('themes');
});

test('a library that became invalid leaves the older deck as it was, byte for byte', () => {
  copyFileSync(DOCUMENT, join(folder, 'lessons.txt'));
  lectern('lessons.txt');
  const before = read('output/lessons.html');
  writeFileSync(join(folder, 'lessons.txt'), read('lessons.txt').replace(' — Source: [HashiCorp Whiteboards]', ''));
  const { code, out, err } = lectern('lessons.txt');
  expect({ code, out }).toEqual({ code: 3, out: '' });
  expect(err).toMatch(/^lessons\.txt:9: lesson 1\.1: the source is missing$/mu);
  expect(read('output/lessons.html')).toBe(before);
  expect(readdirSync(join(folder, 'output'))).toEqual(['lessons.html']);
});

test('a file of somebody else is not overwritten', () => {
  writeFileSync(join(folder, 'mine.html'), '<p>mine</p>');
  expect(lectern('-o', 'mine.html', '--limit', '1').code).toBe(6);
  expect(read('mine.html')).toBe('<p>mine</p>');
  expect(lectern('-o', 'mine.html', '--limit', '1', '--force').code).toBe(0);
});

test('a browser that fails costs the PDF, not the deck that was asked for beside it', () => {
  const { code, out, err } = lectern('--to', 'html,pdf', '--browser', '/bin/false');
  expect({ code, out }).toEqual({ code: 5, out: 'output/armon-dadgar.html\n' });
  expect(err).toContain('BROWSER_FAILED');
  expect(existsSync(join(folder, 'output/armon-dadgar.html'))).toBe(true);
  expect(existsSync(join(folder, 'output/armon-dadgar.pdf'))).toBe(false);
});

test('two runs in two folders and two time zones make the same bytes of every format', () => {
  const formats = 'html,pdf,handout,poster,json';
  for (const [zone, name] of [
    ['Asia/Tokyo', 'a'],
    ['America/New_York', 'b'],
  ] as const) {
    const words = [LECTERN, '--part', '3', '--to', formats, '-o', name];
    expect(spawnSync(process.execPath, words, { cwd: folder, env: { ...process.env, TZ: zone } }).status).toBe(0);
  }
  const files = readdirSync(join(folder, 'a'));
  expect(files).toHaveLength(5);
  const same = (one: string, other: string): boolean =>
    readFileSync(join(folder, one)).equals(readFileSync(join(folder, other)));
  for (const file of files) expect(same(`a/${file}`, `b/${file}`), file).toBe(true);
  // Nor does it matter what else the browser printed in the same run.
  lectern('--part', '3', '--to', 'handout,pdf', '-o', 'c');
  expect(same('a/armon-dadgar-part-3.pdf', 'c/armon-dadgar-part-3.pdf')).toBe(true);
});

test.each([
  ['1767323045', /CreationDate: +\S/u],
  ['', /^(?!.*CreationDate)/su],
  ['99999999999999999', /^(?!.*CreationDate)/su],
])('SOURCE_DATE_EPOCH=%j dates a PDF, or does nothing', (epoch, wanted) => {
  const env = { ...process.env, SOURCE_DATE_EPOCH: epoch };
  const words = [LECTERN, '--lesson', '1.1', '-o', 'dated.pdf'];
  expect(spawnSync(process.execPath, words, { cwd: folder, env }).status).toBe(0);
  expect(execFileSync('pdfinfo', [join(folder, 'dated.pdf')], { encoding: 'utf8' })).toMatch(wanted);
});

test('a browser can be fetched only where there is a network, and the trouble is told', () => {
  const env = {
    ...process.env,
    PUPPETEER_CACHE_DIR: folder,
    HTTPS_PROXY: 'http://127.0.0.1:9',
    https_proxy: 'http://127.0.0.1:9',
  };
  const { status, stderr } = spawnSync(process.execPath, [LECTERN, 'doctor', '--install-browser'], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  expect(status).toBe(5);
  expect(stderr).toContain('the browser could not be fetched');
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  [['--theme', 'securty'], 2, 'Did you mean security?'],
  [['--style', 'noctrune'], 2, 'Did you mean nocturne?'],
  [['--mode', 'dusk'], 2, 'light or dark'],
  [['--theme', 'nocturne'], 2, 'Did you mean --style nocturne?'],
  [['--to', 'docx'], 2, 'html, pdf, handout, poster, pptx, png, md, json'],
  [['--part', '1', '--theme', 'business', '--source', 'infoq'], 4, '--source infoq'],
  [['nothing.yaml'], 6, 'nothing.yaml'],
])('%j ends with code %d and says what helps', (words, code, help) => {
  const result = lectern(...words);
  expect(result).toMatchObject({ code, out: '' });
  expect(result.err).toContain(help);
  expect(existsSync(join(folder, 'output'))).toBe(false);
});

test('an edited theme or template takes effect without a new build', () => {
  // A copy of the package, whose files may be edited; what it needs at run time is linked.
  execFileSync('cp', [
    '-r',
    ...['dist', 'themes', 'templates', 'data', 'package.json'].map((name) => join(LECTERN, '../..', name)),
    folder,
  ]);
  execFileSync('ln', ['-s', join(LECTERN, '../../node_modules'), join(folder, 'node_modules')]);
  const edit = (name: string, from: string, to: string): void =>
    writeFileSync(join(folder, name), read(name).replace(from, to));
  edit('themes/security.yaml', 'title: Security', 'title: Safety');
  edit('templates/slides/lesson.hbs', 'class="slide lesson', 'class="slide edited lesson');
  edit('data/armon-dadgar.yaml', 'title: Lessons from Armon Dadgar', 'title: Edited lessons');
  const { status } = spawnSync(process.execPath, [join(folder, 'dist/main.js'), '-o', 'x.html'], { cwd: folder });
  expect(status).toBe(0);
  expect(read('x.html')).toContain('Safety');
  expect(read('x.html')).toContain('class="slide edited lesson');
  expect(read('x.html')).toContain('<title>Edited lessons</title>');
});
