import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/setup.mjs';

const BENCH = join(root, 'bench');
const FORMATS = { html: 'HTML', pdf: 'PDF', png: 'PNG, a picture a slide', pptx: 'PowerPoint' };
/** Blocks of the longest bar; bars are logarithmic, since tools differ by factors. */
const BAR = 28;

/** Bytes of a file, or of a folder with all in it. 0 where there is none. */
export function sizeOf(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

/** @param stored results by `<lessons>/<format>` */
export function writeReport(stored, versions) {
  const counts = [...new Set(Object.keys(stored).map((key) => Number(key.split('/')[0])))].sort((a, b) => a - b);
  const sections = counts.map((count) => {
    const tables = Object.entries(FORMATS).flatMap(([format, title]) => {
      const table = stored[`${count}/${format}`];
      return table ? [`### ${title}\n\n${tableOf(table)}`] : [];
    });
    return `## ${count.toLocaleString('en')} lessons\n\n${tables.join('\n\n')}`;
  });
  const costs = join(BENCH, 'costs.md');
  const text = [
    '# Results',
    'Written by `node bench/peers.mjs`: the same lessons through every tool, which take turns; medians, and ratios to Lectern within',
    'the same table. Wall is what a user waits, CPU the time of all processes, memory the greatest sum at once (PSS). A bar twice as',
    'long is a time many times as long: they are logarithmic.',
    '',
    `${availableParallelism()} cores (${cpus()[0]?.model.trim() || 'unnamed'}), ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}. ${versions.join(' · ')}.`,
    '',
    ...sections.flatMap((section) => [section, '']),
    ...(existsSync(costs) ? [readFileSync(costs, 'utf8').trim(), ''] : []),
  ];
  writeFileSync(join(BENCH, 'RESULTS.md'), text.join('\n'));
}

function tableOf({ rounds, results }) {
  const rows = results.map((result) => ({ ...result, wall: median(result.runs.map((run) => run.seconds)) }));
  const ours = rows.find(({ tool }) => tool === 'Lectern')?.wall ?? Number.NaN;
  const walls = rows.flatMap(({ wall }) => (Number.isNaN(wall) ? [] : [wall]));
  const lines = rows.map((row) => lineOf(row, { ours, least: Math.min(...walls), most: Math.max(...walls) }));
  const head = '| | wall | × Lectern | CPU | memory | size | |\n|---|---:|---:|---:|---:|---:|---|';
  return `${head}\n${lines.join('\n')}\n\nMedians of ${rounds === 1 ? 'one round' : `${rounds} rounds`}.`;
}

function lineOf({ tool, floor, runs, problem, bytes, wall }, { ours, least, most }) {
  const name = tool === 'Lectern' ? `**${tool}**` : floor ? `_${tool}_` : tool;
  if (runs.length === 0) return `| ${name} | ${problem.replaceAll('|', '/')} | | | | | |`;
  const ratio = tool === 'Lectern' ? '1' : (wall / ours).toPrecision(2);
  const cpu = median(runs.map((run) => run.cpu));
  const megabytes = median(runs.map((run) => run.megabytes));
  const memory = megabytes === 0 ? '' : `${Math.round(megabytes)} MB`;
  const size = bytes === 0 ? '' : bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
  const share = most === least ? 1 : Math.log(wall / least) / Math.log(most / least);
  const bar = '█'.repeat(1 + Math.round(share * (BAR - 1)));
  return `| ${name} | ${seconds(wall)} | ${ratio} | ${seconds(cpu)} | ${memory} | ${size} | ${bar} |`;
}

function seconds(value) {
  return `${value.toFixed(value < 10 ? 2 : 1)} s`;
}

function median(values) {
  return values.length === 0 ? Number.NaN : values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
