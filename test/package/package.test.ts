import { execFileSync, type SpawnSyncReturns, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = process.cwd();
/** More versions of Node to try, such as `22,24,26`: each is fetched from npm, so only the whole run asks for them. */
const NODES = (process.env['LECTERN_NODES'] ?? '').split(',').filter(Boolean);
const work = mkdtempSync(join(tmpdir(), 'lectern-package-'));
const copy = join(work, 'copy');
const home = join(work, 'home');
let tarball = '';
let packed: readonly { readonly path: string; readonly size: number }[] = [];

/** The checkout as git has it, built and packed elsewhere: other tests use this one's dist/ meanwhile. */
beforeAll(() => {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  for (const file of files.split('\n').filter((name) => name !== '' && existsSync(join(root, name)))) {
    cpSync(join(root, file), join(copy, file));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const [made] = JSON.parse(execFileSync('npm', ['pack', '--json', '--silent'], { cwd: copy, encoding: 'utf8' }));
  packed = made.files;
  tarball = join(copy, made.filename);
  cpSync(tarball, join(home, 'lectern.tgz'));
  npm(home, ['init', '-y']);
  npm(home, ['install', '--no-audit', '--no-fund', '--ignore-scripts', './lectern.tgz']);
}, 240_000);
afterAll(() => rmSync(work, { recursive: true }));

function npm(cwd: string, words: readonly string[]): void {
  execFileSync('npm', words, { cwd, stdio: 'pipe' });
}

function run(node: string, words: readonly string[], cwd = home): SpawnSyncReturns<string> {
  return spawnSync(node, words, { cwd, encoding: 'utf8' });
}

const LECTERN = 'node_modules/lectern/dist/main.js';

test('the package holds what it needs and nothing more', () => {
  const paths = packed.map(({ path }) => path);
  const strangers = paths.filter(
    (path) =>
      !/^(?:dist|data|themes|templates|schema)\/|^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md)$/u.test(path),
  );
  expect(strangers).toEqual([]);
  for (const path of [
    'dist/main.js',
    'dist/types/index.d.ts',
    'data/armon-dadgar.yaml',
    'templates/presenter.hbs',
    'schema/library.schema.json',
    'LICENSE',
    'dist/THIRD-PARTY-LICENSES.txt',
  ])
    expect(paths).toContain(path);
  expect(packed.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(5_000_000);
  expect(statSync(tarball).size).toBeLessThan(2_000_000);
});

test('installed in an empty folder it makes the deck, lists, and prints its version', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(run(process.execPath, [LECTERN, '--version'])).toMatchObject({ status: 0, stdout: `${version}\n` });
  expect(run(process.execPath, [LECTERN, '-o', 'deck.html'])).toMatchObject({ status: 0, stdout: 'deck.html\n' });
  expect(readFileSync(join(home, 'deck.html'), 'utf8').match(/data-slide="lesson"/gu)).toHaveLength(75);
  expect(run(process.execPath, [LECTERN, 'list', 'styles', '--json']).stdout).toContain('"raster"');
  expect(existsSync(join(home, 'node_modules/.bin/lectern'))).toBe(true);
});

test('a brand works where it is installed', () => {
  cpSync(join(root, 'test/brand/northwind'), home, { recursive: true });
  npm(home, [
    'install',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '@fontsource-variable/bricolage-grotesque',
    '@fontsource-variable/instrument-sans',
  ]);
  const { status, stderr } = run(process.execPath, [LECTERN, '--style', 'northwind.css', '-o', 'brand.html']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('built in') });
});

test.each(readdirSync(join(root, 'examples')))('the example %s runs as written', (name) => {
  cpSync(join(root, 'examples', name), join(home, name));
  const { status, stdout, stderr } = run(process.execPath, [name]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.length).toBeGreaterThan(100);
});

test('its types and entry points hold for who imports it', () => {
  const bin = (name: string): string => join(root, 'node_modules/.bin', name);
  expect(spawnSync(bin('publint'), ['run', tarball, '--strict'], { encoding: 'utf8', cwd: root })).toMatchObject({
    status: 0,
  });
  expect(spawnSync(bin('attw'), [tarball, '--profile', 'esm-only'], { encoding: 'utf8', cwd: root })).toMatchObject({
    status: 0,
  });
});

test('nothing in the project is dead', () => {
  const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/knip'), ['--no-progress'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});

test.skipIf(NODES.length === 0)(
  `on Node ${NODES.join(', ') || '22, 24 and 26 (LECTERN_NODES names them)'} it does the same`,
  () => {
    for (const version of NODES) {
      const folder = join(work, `node-${version}`);
      mkdirSync(folder);
      npm(folder, ['init', '-y']);
      // The package `node` fetches this one by a script of its own.
      const name = `node-${process.platform}-${process.arch}`;
      npm(folder, ['install', '--no-audit', '--no-fund', '--ignore-scripts', `${name}@${version}`]);
      const node = join(folder, 'node_modules', name, 'bin/node');
      expect(run(node, ['--version']).stdout).toMatch(new RegExp(`^v${version}\\.`, 'u'));
      expect(run(node, [LECTERN, '-o', `deck-${version}.html`])).toMatchObject({
        status: 0,
        stdout: `deck-${version}.html\n`,
      });
      expect(readFileSync(join(home, `deck-${version}.html`), 'utf8')).toBe(
        readFileSync(join(home, 'deck.html'), 'utf8'),
      );
      expect(run(node, [LECTERN, 'check', 'built-in'])).toMatchObject({ status: 0 });
    }
  },
  300_000,
);
