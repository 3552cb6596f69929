/**
 * Lectern beside the tools that make talks, on the same lessons, in one run:
 *   node bench/peers.mjs [--lessons 75,1000] [--formats html,pdf,png,pptx] [--rounds 3] [--limit 120]
 * Tools take turns; medians are compared. One that fails or takes longer than the limit (seconds) is written down as that, and not run
 * again. Each table is a run of its own; those of earlier runs stay. Writes bench/RESULTS.md. Linux, about ten minutes.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, setUp } from '../scripts/setup.mjs';
import { manyLessons } from './many-lessons.mjs';
import { measure } from './peers/measure.mjs';
import { sizeOf, writeReport } from './peers/report.mjs';
import { installPeers, toolsFor, versions } from './peers/tools.mjs';

const { values } = parseArgs({
  options: {
    lessons: { type: 'string', default: '75,1000' },
    formats: { type: 'string', default: 'html,pdf,png,pptx' },
    rounds: { type: 'string', default: '3' },
    limit: { type: 'string', default: '120' },
  },
});
const STORE = join(root, 'bench/.peers/results.json');

setUp({ browser: true });
installPeers();
const folder = mkdtempSync(join(tmpdir(), 'lectern-peers-'));
try {
  for (const count of values.lessons.split(',').map(Number)) {
    const files = prepare(count);
    for (const format of values.formats.split(',')) {
      keep(`${count}/${format}`, await compare(format, files));
      writeReport(JSON.parse(readFileSync(STORE, 'utf8')), versions());
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** The same lessons in every tool's own form. */
function prepare(count) {
  const input = join(folder, String(count));
  mkdirSync(input);
  const library = count === 75 ? 'built-in' : join(input, 'many.yaml');
  if (count !== 75) writeFileSync(library, manyLessons(count, lessonsOf('built-in')));
  const make = (...words) => lectern('build', library, '--quiet', '--force', ...words);
  for (const flavour of ['marp', 'slidev', 'pandoc'])
    make('--to', 'md', '--flavour', flavour, '-o', join(input, `${flavour}.md`));
  make('-o', join(input, 'deck.html'));
  writeFileSync(join(input, 'plain.html'), plainPage(lessonsOf(library)));
  return { library, input };
}

function lessonsOf(library) {
  return JSON.parse(lectern('list', 'lessons', library, '--json', '--quiet'));
}

function lectern(...words) {
  return execFileSync(process.execPath, [join(root, 'dist/main.js'), ...words], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
}

/** A page a lesson, with the same words and no looks: what Chromium itself takes to print. */
function plainPage(lessons) {
  const plain = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const pages = lessons.map(
    ({ id, topic, quote, source }) =>
      `<section><h3>${id} ${plain(topic)}</h3><blockquote>${plain(quote)}</blockquote><p><cite>${plain(source)}</cite></p></section>`,
  );
  return `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Plain</title><style>@page{size:1280px 720px;margin:0}section{box-sizing:border-box;width:1280px;height:720px;padding:60px;break-after:page}blockquote{font-size:52px}</style>${pages.join('')}`;
}

/** Tools take turns; what failed once is not run again. */
async function compare(format, { library, input }) {
  const output = join(input, `out-${format}`);
  const tools = toolsFor(format, { library, input, output });
  const results = tools.map(({ tool, floor = false }) => ({ tool, floor, runs: [], problem: '', bytes: 0 }));
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const [index, tool] of tools.entries()) {
      const result = results[index];
      if (result.problem !== '') continue;
      tool.before?.();
      const { problem, ...run } = await measure({ cwd: folder, ...tool }, Number(values.limit));
      result.problem = problem;
      if (problem === '') result.runs.push(run);
      if (problem === '' && tool.made) result.bytes = sizeOf(tool.made);
      console.error(`${format}, ${tool.tool}: ${problem || `${run.seconds.toFixed(2)} s`}`);
    }
  }
  return results;
}

function keep(key, results) {
  const stored = read();
  writeFileSync(STORE, JSON.stringify({ ...stored, [key]: { rounds: Number(values.rounds), results } }, null, 1));
}

function read() {
  try {
    return JSON.parse(readFileSync(STORE, 'utf8'));
  } catch {
    return {};
  }
}
