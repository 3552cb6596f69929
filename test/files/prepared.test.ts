import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const PROJECT = join(import.meta.dirname, '../..');
/** The parts of the package that a build needs. */
const PARTS = ['package.json', 'dist', 'data', 'themes', 'templates'];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-prepared-'));
  for (const part of PARTS) cpSync(join(PROJECT, part), join(folder, part), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'), 'junction');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a text that nobody edited is not read again: what was prepared from it is taken', () => {
  edit(preparedFile('library'), 'Lessons from Armon Dadgar', 'Prepared lessons');
  edit(preparedFile('themes'), '"title":"Security"', '"title":"Prepared theme"');
  expect(lectern('list', 'themes')).toContain('Prepared theme');
  expect(deck()).toContain('<title>Prepared lessons');
});

test('an edited library takes effect without a rebuild', () => {
  edit('data/armon-dadgar.yaml', 'title: Lessons from Armon Dadgar', 'title: Edited lessons');
  expect(deck()).toContain('<title>Edited lessons');
});

test('a copy of the built-in library keeps the name of its own file', () => {
  cpSync(join(folder, 'data/armon-dadgar.yaml'), join(folder, 'my-talk.yaml'));
  expect(lectern('build', 'my-talk.yaml')).toBe('output/my-talk.html\n');
});

test('the same text under another ending is read as that ending says', () => {
  cpSync(join(folder, 'data/armon-dadgar.yaml'), join(folder, 'my-talk.json'));
  expect(() => lectern('build', 'my-talk.json')).toThrow('LIBRARY_INVALID');
});

test('an edited theme takes effect without a rebuild', () => {
  edit('themes/security.yaml', 'title: Security', 'title: Edited theme');
  expect(lectern('list', 'themes')).toContain('Edited theme');
});

test('a new theme takes effect without a rebuild', () => {
  const theme = readFileSync(join(folder, 'themes/security.yaml'), 'utf8');
  writeFileSync(join(folder, 'themes/eighth.yaml'), theme.replace('title: Security', 'title: Eighth theme'));
  expect(lectern('list', 'themes')).toContain('Eighth theme');
});

test('a new style is a folder: it is listed, builds, and is found under the wrong option, without any code', () => {
  cpSync(join(folder, 'templates/styles/raster'), join(folder, 'templates/styles/fourth'), { recursive: true });
  edit('templates/styles/fourth/style.css', '--paper:#fff', '--paper:#fed');
  expect(lectern('list', 'styles')).toContain('fourth');
  lectern('build', '--style', 'fourth', '--to', 'html', '-o', 'fourth.html');
  expect(readFileSync(join(folder, 'fourth.html'), 'utf8')).toContain('--paper:#fed');
  expect(() => lectern('list', '--theme', 'fourth')).toThrow('--style fourth');
});

test('an edited template takes effect without a rebuild', () => {
  edit('templates/deck.hbs', '<main ', '<main data-edited ');
  expect(deck()).toContain('<main data-edited ');
});

test('an edited partial takes effect without a rebuild', () => {
  edit('templates/partials/citation.hbs', '<footer ', '<footer data-edited ');
  expect(deck()).toContain('<footer data-edited ');
});

test('an edited style sheet takes effect without a rebuild', () => {
  edit('templates/styles/folio/style.css', '', '.edited{color:red}\n');
  expect(deck()).toContain('.edited{color:red}');
});

test('without anything prepared the same deck is made, but for icons', () => {
  const before = deck();
  rmSync(join(folder, 'dist/prepared'), { recursive: true });
  rmSync(join(folder, 'dist/prepared.js'));
  const icons = /<svg class="icon".*?<\/svg>|<path id="sign-.*?\/>/gu;
  expect(deck().replace(icons, '')).toBe(before.replace(icons, ''));
});

/** The package's copy, as a user runs it. */
function lectern(...words: string[]): string {
  const program = join(folder, 'dist/main.js');
  return execFileSync(process.execPath, [program, ...words], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
}

function deck(): string {
  lectern('build', '-o', 'deck.html', '--force');
  return readFileSync(join(folder, 'deck.html'), 'utf8');
}

function edit(file: string, from: string, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

function preparedFile(kind: string): string {
  const names = readdirSync(join(folder, 'dist/prepared')).filter((name) => name.startsWith(`${kind}-`));
  expect(names).toHaveLength(1);
  return join('dist/prepared', names[0] ?? '');
}
