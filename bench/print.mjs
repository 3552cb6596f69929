/**
 * What a PDF costs, as a ratio to bare Chromium, which prints one static page with the same words and no drawings:
 *   node bench/print.mjs [--lessons 75,1000,5000] [--runs 5] [--browser /usr/bin/chromium]
 * Runs take turns, and each of ours is divided by the bare one beside it: medians of wall time, of ratios, and of peaks of memory.
 * The bare page is printed by Chromium proper, ours by whatever Lectern finds, unless --browser names one. Prints, judges nothing.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { root, setUp } from '../scripts/setup.mjs';

setUp({ browser: true });
const { values } = parseArgs({
  options: {
    lessons: { type: 'string', default: '75,1000,5000' },
    runs: { type: 'string', default: '5' },
    browser: { type: 'string' },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
    dist: { type: 'string', default: join(root, 'dist') },
  },
});
const lectern = join(values.dist, 'main.js');
const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
/** Of the built-in library, again and again. */
const known = JSON.parse(
  spawnSync(process.execPath, [lectern, 'list', 'lessons', 'built-in', '--json', '--quiet'], { encoding: 'utf8' })
    .stdout,
);

try {
  const rows = [];
  for (const count of values.lessons.split(',').map(Number)) rows.push([count, await compare(count)]);
  console.table(Object.fromEntries(rows.map(([count, row]) => [`${count.toLocaleString('en')} lessons`, row])));
} finally {
  rmSync(folder, { recursive: true });
}

async function compare(count) {
  const lessons = Array.from({ length: count }, (_, index) => known[index % known.length]);
  const bare = ['--headless', '--no-pdf-header-footer', `--print-to-pdf=${join(folder, 'bare.pdf')}`];
  if (process.getuid?.() === 0) bare.push('--no-sandbox');
  const ours = [lectern, 'build', writeLibrary(lessons), '--to', 'pdf', '-o', join(folder, 'ours.pdf'), '--quiet'];
  if (values.browser) ours.push('--browser', values.browser);
  const runs = [];
  for (let run = 0; run < Number(values.runs); run += 1) {
    runs.push({
      bare: await runOnce(values.chromium, [...bare, `file://${writePlain(lessons)}`]),
      ours: await runOnce(process.execPath, ours),
    });
  }
  return {
    'bare s': median(runs.map((run) => run.bare.seconds)).toFixed(2),
    'ours s': median(runs.map((run) => run.ours.seconds)).toFixed(2),
    '× bare': median(runs.map((run) => run.ours.seconds / run.bare.seconds)).toFixed(2),
    'node MB': Math.round(median(runs.map((run) => run.ours.peaks.own))),
    'browser MB': Math.round(median(runs.map((run) => run.ours.peaks.others))),
    'bare MB': Math.round(median(runs.map((run) => run.bare.peaks.own + run.bare.peaks.others))),
    'file kB': Math.round(statSync(join(folder, 'ours.pdf')).size / 1000),
  };
}

/** Parts of about 85 lessons, as few as eight. */
function writeLibrary(lessons) {
  const parts = Math.max(8, Math.ceil(lessons.length / 85));
  const size = Math.ceil(lessons.length / parts);
  const library = {
    title: 'Many lessons',
    subject: 'Armon Dadgar',
    parts: Array.from({ length: parts }, (_, part) => ({
      title: `Part title ${part + 1}`,
      lessons: lessons
        .slice(part * size, (part + 1) * size)
        .map(({ topic, quote, source, themes }) => ({ topic, quote, source, themes })),
    })).filter((part) => part.lessons.length > 0),
  };
  const file = join(folder, `${lessons.length}.json`);
  writeFileSync(file, JSON.stringify(library));
  return file;
}

function writePlain(lessons) {
  const slides = lessons.map(
    ({ id, topic, quote, source }) =>
      `<section><h3>${id} ${escaped(topic)}</h3><blockquote>${escaped(quote)}</blockquote><p>Armon Dadgar, <cite>${escaped(source)}</cite></p></section>`,
  );
  const style =
    '@page{size:1280px 720px;margin:0}section{width:1280px;height:720px;break-after:page;padding:60px;box-sizing:border-box}blockquote{font-size:52px}';
  const file = join(folder, 'plain.html');
  writeFileSync(
    file,
    `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Plain</title><style>${style}</style>${slides.join('')}`,
  );
  return file;
}

function escaped(text) {
  return text.replace(/[&<]/gu, (character) => (character === '&' ? '&amp;' : '&lt;'));
}

/** Wall time, s, and peaks of memory, MB: of the process itself, and of all that descends from it together, where /proc tells. */
async function runOnce(program, words) {
  const started = performance.now();
  const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'pipe'], cwd: folder });
  const peaks = { own: 0, others: 0 };
  const timer = setInterval(() => notePeaks(child.pid, peaks), 50);
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += data;
  });
  const code = await new Promise((resolve) => {
    child.on('exit', resolve);
  });
  clearInterval(timer);
  if (code !== 0) throw new Error(`${program} ${words.join(' ')} ended with ${code}: ${errors}`);
  return { seconds: (performance.now() - started) / 1000, peaks };
}

function notePeaks(pid, peaks) {
  const processes = process.platform === 'linux' ? readdirSync('/proc').filter((name) => /^\d+$/u.test(name)) : [];
  const parents = new Map(
    processes.map((name) => [Number(name), Number(read(name, 'stat').split(') ')[1]?.split(' ')[1])]),
  );
  const descends = (id) => id !== undefined && (parents.get(id) === pid || (id > 1 && descends(parents.get(id))));
  const others = [...parents.keys()].filter(descends);
  peaks.own = Math.max(peaks.own, megabytes(pid, 'VmRSS'));
  // Pages that a browser's processes share are counted once with the first of them.
  const shared = Math.max(0, ...others.map((id) => megabytes(id, 'RssFile')));
  const sum = others.reduce((total, id) => total + megabytes(id, 'RssAnon'), shared);
  peaks.others = Math.max(peaks.others, sum);
}

function megabytes(pid, field) {
  return Number(new RegExp(`^${field}:\\s*(\\d+)`, 'mu').exec(read(pid, 'status'))?.[1] ?? 0) / 1024;
}

/** A process may be gone. */
function read(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
