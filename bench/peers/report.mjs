/** The results as a page: a table and a chart for each number of lessons and each format. */
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { NONE } from './tools.mjs';

const FORMATS = { html: 'HTML', pdf: 'PDF', png: 'Pictures', pptx: 'PowerPoint' };
const BAR = 40;
const ORDER = ['node -e 0', 'bare headless shell', 'bare Chromium', 'Lectern', 'Lectern, Chromium'];

/** @param results `[{ count, slides, limit, rounds, made, entries: [{ tool, format, floor, runs, size }] }]` */
export function writeReport(results, versions) {
  const processor = cpus()[0]?.model ?? 'unknown processor';
  const machine = `${cpus().length} cores (${processor.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}`;
  return [
    '# Lectern and its peers\n',
    'Made by `node bench/peers.mjs`: every tool makes the same lessons, in turn; medians. Read the ratios, not the seconds.\n',
    `Machine: ${machine}.\n`,
    `Versions: ${versions.map(([name, version]) => `${name} ${version}`).join(' · ')}.\n`,
    'CPU is user and system time of a tool and of everything it starts. Memory is the most that all its processes had at once: what is',
    'each one’s own, and of what they share (programs, libraries) the largest. Both are sampled every 40 ms. × is the wall time as a',
    'multiple of Lectern’s. A bare browser prints the static page that Lectern’s PDF is made of; it has no outline, no date and no',
    'compact form to make. “Lectern, Chromium” uses the same program as the peers; Lectern takes the headless shell where it is there.\n',
    ...results.toSorted((a, b) => a.count - b.count).flatMap(sectionOf),
    readFileSync(new URL('../costs.md', import.meta.url), 'utf8'),
  ].join('\n');
}

function sectionOf({ count, rounds, limit, made, entries }) {
  const head = `## ${count.toLocaleString('en')} lessons\n\n${made}; rounds: ${rounds}, but one where a run took over 20 s; at most ${limit} s each.\n`;
  return [head, ...Object.keys(FORMATS).map((format) => tableOf(format, entries))];
}

function tableOf(format, entries) {
  const rows = entries.filter((entry) => entry.format === format).toSorted((a, b) => placeOf(a) - placeOf(b));
  const ours = rows.find(({ tool }) => tool === 'Lectern');
  const base = ours ? figureOf(ours, 'wall') : undefined;
  const shown = [
    ...rows.map((row) => rowOf(row, base)),
    ...NONE.filter((one) => one.format === format).map(({ tool, why }) => `| ${tool} | ${why} | | | | |`),
  ];
  return [
    `### ${FORMATS[format]}\n`,
    '| tool | wall s | × | CPU s | memory MB | size kB |',
    '|---|---|---|---|---|---|',
    ...shown,
    '',
    '```text',
    ...chartOf(rows),
    '```\n',
  ].join('\n');
}

function rowOf({ tool, floor, runs, size }, base) {
  const bad = runs.find(({ status }) => status !== 'ok');
  const name = floor ? `*${tool}*` : tool;
  if (bad) return `| ${name} | ${bad.why.replaceAll('|', '/')} | | | ${bad.memory ? Math.round(bad.memory) : ''} | |`;
  const wall = figureOf({ runs }, 'wall');
  const ratio = base === undefined ? '' : (wall / base).toFixed(wall / base < 10 ? 2 : 1);
  const kilobytes = size === undefined ? '' : Math.round(size / 1000).toLocaleString('en');
  return `| ${name} | ${wall.toFixed(2)} | ${ratio} | ${figureOf({ runs }, 'cpu').toFixed(2)} | ${Math.round(figureOf({ runs }, 'memory'))} | ${kilobytes} |`;
}

/** Floors and Lectern first, then peers as they come. */
function placeOf({ tool }) {
  const place = ORDER.indexOf(tool);
  return place < 0 ? ORDER.length : place;
}

/** Wall time as bars; of what did not end only the arrow. */
function chartOf(rows) {
  const times = rows.map((row) => figureOf(row, 'wall'));
  const longest = Math.max(...times.filter((time) => time !== undefined), 0.001);
  const width = Math.max(...rows.map(({ tool }) => tool.length));
  return rows.map((row, index) => {
    const time = times[index];
    const why = row.runs.find(({ status }) => status !== 'ok')?.status ?? 'not run';
    const bar =
      time === undefined
        ? `${'▒'.repeat(why === 'timed out' ? BAR : 0)} ${why}`
        : `${'█'.repeat(Math.max(1, Math.round((time / longest) * BAR)))} ${time.toFixed(2)} s`;
    return `${row.tool.padEnd(width)} ${bar}`;
  });
}

function figureOf({ runs }, name) {
  const values = runs.filter(({ status }) => status === 'ok').map((run) => run[name]);
  if (values.length === 0 || values.length < runs.length) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}
