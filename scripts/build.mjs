/**
 * Builds dist/: the command line and the API in chunks that load when they are used, what can be prepared beforehand, and with
 * `--types` the declarations. Node's own modules and what `npm ci` brings; nothing is downloaded.
 */
import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build as bundle } from 'esbuild';
import { prepare, prepareTexts } from './prepare.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

/**
 * @param {{ types: boolean, maps?: boolean }} options whether to write declarations too, which only a published package needs, and
 *   whether the code is left as it is written, with maps to its sources, which only the counting of lines needs
 */
export async function build({ types, maps = false }) {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  await Promise.all([bundleCode(maps), prepare(root), ...(types ? [writeTypes()] : [])]);
  await prepareTexts(root);
}

async function bundleCode(maps) {
  // Each entry by itself: what both would share would be cut into many small chunks, and each costs the start a millisecond.
  const entries = ['main', 'index', ...commands, ...beside, ...large];
  const bundles = await Promise.all(entries.map((name) => bundleEntry(`src/${name}.ts`, maps)));
  await chmod(join(dist, 'main.js'), 0o755);
  await writeLicences(bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs)));
}

const commands = ['cli/build-command', 'cli/reading-commands', 'cli/more-commands'];
/** What the start rarely needs: entries too, so that main.js shares nothing with them and is one file. */
const beside = ['cli/complete-command', 'files/parse-config-yaml'];

/** Too large to be in the package once for each of those that load it. */
const large = ['export/export-pptx', 'brand/parse-brand'];

/** Entries that others load stay files of their own. */
const apart = {
  name: 'apart',
  setup({ initialOptions, onResolve }) {
    const isStart = initialOptions.entryPoints.includes('src/main.ts');
    const entries = isStart ? [...commands, ...beside] : large;
    const names = entries.map((entry) => basename(entry)).join('|');
    onResolve({ filter: new RegExp(`/(?:${names})\\.ts$`) }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: `./${basename(path, '.ts')}.js`, external: true } : undefined,
    );
  },
};

/** Commander can run other programs as commands; we have none, and what Node loads for it takes a twentieth of a bare start. */
const noPrograms = {
  name: 'no-programs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: 'none', namespace: 'no-programs' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'no-programs' }, () => ({ contents: 'module.exports = {}' }));
  },
};

function bundleEntry(entry, maps) {
  return bundle({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir: dist,
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    minifyWhitespace: !maps,
    minifySyntax: !maps,
    sourcemap: maps,
    external: ['puppeteer-core', '@puppeteer/browsers', 'subset-font', 'fontkit', 'fontverter'],
    // Bundled CommonJS packages call require for Node's own modules.
    banner: {
      js: "import{createRequire as lecternRequire}from'node:module';const require=lecternRequire(import.meta.url);",
    },
    plugins: [apart, noPrograms],
    metafile: true,
  });
}

/** The licence texts of the packages that were bundled. */
async function writeLicences(inputs) {
  const names = new Set(inputs.map((input) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(input)?.[1]).filter(Boolean));
  const texts = await Promise.all([...names].sort().map(readLicence));
  await writeFile(join(dist, 'THIRD-PARTY-LICENSES.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`));
}

async function readLicence(name) {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  for (const file of ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE']) {
    const text = await readFile(join(folder, file), 'utf8').catch(() => undefined);
    if (text !== undefined) return `${name} ${version}\n\n${text.trim()}\n`;
  }
  return `${name} ${version}\n\n${license}\n`;
}

async function writeTypes() {
  await promisify(execFile)(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '--emitDeclarationOnly'],
    { cwd: root },
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await build({ types: process.argv.includes('--types') });
