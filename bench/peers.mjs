/**
 * Lectern beside other tools, on the same lessons, in one run:
 *   node bench/peers.mjs [--sizes 75,1000] [--formats html,pdf,png,pptx] [--tools lectern,marp-cli] [--rounds 3] [--limit 60]
 *     [--resume] [--no-install]
 * Tools take turns within a round; medians are compared. Writes bench/RESULTS.md of all sizes measured so far. Peers are installed
 * into bench/.peers (ignored by git); one that is missing, fails or takes too long is written down as such. Linux.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, setUp } from '../scripts/setup.mjs';
import { runWatched, sizeOf } from './peers/measure.mjs';
import { writeReport } from './peers/report.mjs';
import { entriesFor, PACKAGES, peerFolder } from './peers/tools.mjs';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '75,1000' },
    formats: { type: 'string', default: 'html,pdf,png,pptx' },
    tools: { type: 'string', default: '' },
    rounds: { type: 'string', default: '3' },
    limit: { type: 'string', default: '60' },
    resume: { type: 'boolean', default: false },
    'no-install': { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const limit = Number(values.limit);
/** A run of more seconds is not repeated. */
const SLOW = 20;
const peers = join(root, 'bench/.peers');
const kept = join(peers, 'results');
const lectern = join(root, 'dist/main.js');

setUp({ browser: true });
if (process.platform !== 'linux') throw new Error('bench/peers.mjs reads /proc, which only Linux has');
const { createDeck, findBrowser, loadLibrary, readAssets, readStyle, renderPrintPage, select } = await import(
  '../dist/index.js'
);
mkdirSync(kept, { recursive: true });
if (!values['no-install']) for (const name of Object.keys(PACKAGES)) install(name);
const chromium =
  findProgram(['chromium', 'google-chrome', 'google-chrome-stable']) ?? (await findBrowser({ env: process.env })).path;
const shell = findProgram(['chromium-headless-shell', 'chrome-headless-shell']);

for (const size of values.sizes.split(',').map(Number)) await measureSize(size);
writeFileSync(join(root, 'bench/RESULTS.md'), writeReport(readResults(), versions()));
process.stdout.write('bench/RESULTS.md\n');

async function measureSize(count) {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-peers-'));
  try {
    const files = await prepare(count, folder);
    const entries = entriesFor(files).filter(isWanted);
    const result = startResult(count, files.slides, entries);
    for (let round = 0; round < rounds; round += 1) {
      for (const [index, entry] of entries.entries())
        await measureOnce(entry, result.entries[index], { round, folder, result });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One run, unless there is one of this round already, or another would tell nothing. Kept at once. */
async function measureOnce(entry, measured, { round, folder, result }) {
  const { runs } = measured;
  const last = runs.at(-1);
  if (runs.length > round || (last && (last.status !== 'ok' || last.wall > SLOW))) return;
  process.stderr.write(`${result.count} lessons, round ${round + 1}: ${entry.tool}, ${entry.format} … `);
  const run = await runWatched(entry, { limit, folder });
  const size = sizeOf(entry.made);
  const isEmpty = run.status === 'ok' && entry.made !== undefined && !size;
  runs.push(isEmpty ? { ...run, status: 'failed', why: 'nothing was made' } : run);
  measured.size = size ?? null;
  process.stderr.write(`${run.status === 'ok' ? `${run.wall.toFixed(2)} s` : run.why}\n`);
  writeFileSync(join(kept, `${result.count}.json`), JSON.stringify(result));
}

/** Empty, or with --resume what was measured before of the same entries; what is not measured this time stays. */
function startResult(count, slides, entries) {
  const file = join(kept, `${count}.json`);
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).entries : [];
  const sameAs = ({ tool, format }) => before.find((one) => one.tool === tool && one.format === format);
  const others = before.filter(
    (one) => !entries.some(({ tool, format }) => one.tool === tool && one.format === format),
  );
  const started = entries.map((entry) => {
    const { tool, format, floor = false } = entry;
    const { runs = [], size } = (values.resume && sameAs(entry)) || {};
    return { tool, format, floor, runs, size: size ?? null };
  });
  const made = `${slides.toLocaleString('en')} slides in Lectern’s deck; of the others, what they make of the same lessons as Markdown`;
  return { count, rounds, limit, made, entries: [...started, ...others] };
}

function isWanted({ tool, format }) {
  const tools = values.tools.toLowerCase().split(',').filter(Boolean);
  return (
    values.formats.split(',').includes(format) &&
    (tools.length === 0 || tools.some((name) => tool.toLowerCase().startsWith(name)))
  );
}

/** The lessons in the forms that the tools read. */
async function prepare(count, folder) {
  const library = join(folder, 'lessons.yaml');
  const builtIn = join(root, 'data/armon-dadgar.yaml');
  const loaded = await loadLibrary(builtIn, { cwd: root });
  const lessons = loaded.library.parts.flatMap((part) => part.lessons);
  writeFileSync(library, count === lessons.length ? readFileSync(builtIn) : manyLessons(lessons, count));
  const out = join(folder, 'out');
  mkdirSync(join(out, 'marp'), { recursive: true });
  const run = (...words) => {
    const { status, stderr } = spawnSync(process.execPath, [lectern, 'build', library, '--quiet', ...words], {
      cwd: folder,
    });
    if (status !== 0) throw new Error(`lectern ${words.join(' ')}: ${stderr}`);
  };
  for (const flavour of ['marp', 'slidev', 'pandoc']) run('--flavour', flavour, '-o', join(folder, `${flavour}.md`));
  run('-o', join(folder, 'deck.html'));
  const { library: read, themes } = await loadLibrary(library, { cwd: folder });
  const style = await readStyle('folio');
  const deck = createDeck(await select(read, themes, {}), { style });
  writeFileSync(
    join(folder, 'page.html'),
    (await renderPrintPage(deck, style, await readAssets())).replace(/@media screen\{\.sheets\{display:none\}\}/u, ''),
  );
  return {
    count,
    slides: deck.stacks.reduce((sum, stack) => sum + stack.slides.length, 0),
    lectern,
    library,
    marp: join(folder, 'marp.md'),
    pandoc: join(folder, 'pandoc.md'),
    slidev: { text: readFileSync(join(folder, 'slidev.md'), 'utf8') },
    deck: join(folder, 'deck.html'),
    page: join(folder, 'page.html'),
    out,
    peers,
    chromium,
    shell,
    reveal: join(root, 'node_modules/reveal.js'),
  };
}

/** So many lessons in twelve parts, with the words of the built-in ones; each is told apart by its number. */
function manyLessons(lessons, count) {
  const parts = Array.from({ length: 12 }, (_, part) => {
    const own = Array.from({ length: Math.ceil((count - part) / 12) }, (_unused, index) => {
      const { quote, topic, source, themes } = lessons[(index * 12 + part) % lessons.length];
      return {
        topic: `${topic} (${index + 1})`,
        quote: `${quote} So it was said ${index * 12 + part + 1} times.`,
        source,
        themes,
      };
    });
    return { title: `Part title ${part + 1}`, lessons: own };
  });
  // JSON is YAML.
  return JSON.stringify({ title: 'Many lessons', subject: 'Armon Dadgar', parts });
}

function install(name) {
  const folder = join(peers, name);
  if (existsSync(join(folder, 'installed'))) return;
  process.stderr.write(`Installing ${name} into bench/.peers …\n`);
  const env = { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
  const words = ['install', '--no-audit', '--no-fund', '--loglevel=error', ...PACKAGES[name].packages];
  const { status } = spawnSync('npm', words, {
    cwd: peerFolder(peers, name),
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 600_000,
  });
  if (status === 0) writeFileSync(join(folder, 'installed'), '');
  else process.stderr.write(`${name} could not be installed; it is written down as missing.\n`);
}

function findProgram(names) {
  const folders = (process.env.PATH ?? '').split(':');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

function readResults() {
  const files = readdirSync(kept).filter((name) => /^\d+\.json$/u.test(name));
  return files.map((name) => JSON.parse(readFileSync(join(kept, name), 'utf8')));
}

function versions() {
  const ask = (program, ...args) =>
    spawnSync(program, args, { encoding: 'utf8' })
      .stdout?.split('\n')[0]
      ?.replace(/^[^\d]*/u, '')
      .trim();
  const packaged = (folder, name) => {
    const file = join(peers, folder, 'node_modules', name, 'package.json');
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : 'not installed';
  };
  return [
    ['Node', process.version.slice(1)],
    ['Chromium', ask(chromium, '--version') ?? 'not installed'],
    ['Lectern', JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version],
    ['marp-cli', packaged('marp', '@marp-team/marp-cli')],
    ['reveal-md', packaged('reveal-md', 'reveal-md')],
    ['Slidev', packaged('slidev', '@slidev/cli')],
    ['Node for Slidev', packaged('slidev', 'node')],
    ['pandoc', ask('pandoc', '--version') ?? 'not installed'],
    ['decktape', packaged('decktape', 'decktape')],
  ];
}
