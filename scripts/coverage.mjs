/**
 * `npm run coverage [test…]`: runs every test and counts the lines of src/ that ran, in the programs that tests start too. Fails
 * under 95 %. Ten minutes or so; dist/ is built with source maps meanwhile. `coverage/lines.json` names the lines that no test runs.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mergeScriptCovs } from '@bcoe/v8-coverage';
import { convert } from 'ast-v8-to-istanbul';
import { parseAstAsync } from 'vitest/node';
import { build } from './build.mjs';
import { root, setUp } from './setup.mjs';

/** In per cent. */
const FEWEST = 95;
const folder = join(root, 'coverage');
const children = join(folder, 'children');

setUp({ browser: true });
rmSync(folder, { recursive: true, force: true });
mkdirSync(children, { recursive: true });
await build({ types: false, maps: true });
const tests = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--coverage.enabled',
    '--coverage.provider=v8',
    '--coverage.include=src/**/*.ts',
    '--coverage.reporter=json',
    '--coverage.reportOnFailure',
    `--coverage.reportsDirectory=${join(folder, 'tests')}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, LECTERN_COVERAGE: children } },
);
const lines = new Map();
count(JSON.parse(readFileSync(join(folder, 'tests/coverage-final.json'), 'utf8')));
for (const script of mergedScripts()) count(await convertScript(script));
await build({ types: false });
rmSync(children, { recursive: true });
process.exitCode = report() && tests.status === 0 ? 0 : 1;

/** Adds what Istanbul knows of files: a line ran if a statement that begins on it did. */
function count(files) {
  for (const { path, statementMap, s } of Object.values(files)) {
    const file = relative(root, path).replaceAll('\\', '/');
    if (!file.startsWith('src/')) continue;
    const ran = lines.get(file) ?? new Map();
    lines.set(file, ran);
    for (const [id, { start }] of Object.entries(statementMap)) {
      ran.set(start.line, (ran.get(start.line) ?? false) || s[id] > 0);
    }
  }
}

/** What all programs ran of our bundles, one entry a bundle. */
function mergedScripts() {
  const byUrl = new Map();
  for (const name of readdirSync(children)) {
    for (const script of readScripts(join(children, name))) {
      const former = byUrl.get(script.url);
      byUrl.set(script.url, former === undefined ? script : mergeScriptCovs([former, script]));
    }
  }
  return [...byUrl.values()];
}

function readScripts(path) {
  const text = readFileSync(path, 'utf8');
  // A program that was killed while it wrote leaves half a file.
  if (!text.endsWith('}')) return [];
  return JSON.parse(text).result.filter(({ url }) => url.startsWith('file:') && isBundle(fileURLToPath(url)));
}

/** Of what is beside them in dist/, bundles alone have maps. */
function isBundle(path) {
  return dirname(path) === join(root, 'dist') && existsSync(`${path}.map`);
}

function convertScript(coverage) {
  const path = fileURLToPath(coverage.url);
  const code = readFileSync(path, 'utf8');
  const sourceMap = JSON.parse(readFileSync(`${path}.map`, 'utf8'));
  return convert({ ast: parseAstAsync(code), code, coverage, sourceMap });
}

function report() {
  const files = [...lines].map(([file, ran]) => {
    const missed = [...ran].flatMap(([line, did]) => (did ? [] : [line])).sort((a, b) => a - b);
    return { file, all: ran.size, missed };
  });
  const all = files.reduce((sum, file) => sum + file.all, 0);
  const ran = all - files.reduce((sum, { missed }) => sum + missed.length, 0);
  const worst = files.filter(({ missed }) => missed.length > 0).sort((a, b) => b.missed.length - a.missed.length);
  writeFileSync(join(folder, 'lines.json'), `${JSON.stringify(worst, null, 1)}\n`);
  for (const { file, missed } of worst.slice(0, 20)) console.log(`${file}: ${missed.length} lines did not run`);
  const share = (100 * ran) / all;
  console.log(`${ran} of ${all} lines of src/ ran, ${share.toFixed(1)} %`);
  return share >= FEWEST;
}
