/**
 * What Lectern costs, as ratios to a bare `node -e 0` in the same run, so that they hold on any machine:
 *   npm run bench [-- --runs 15]
 * Commands take turns; medians are compared. Prints, judges nothing.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { root, setUp } from '../scripts/setup.mjs';

setUp({ browser: false });
const at = process.argv.indexOf('--runs');
const runs = at < 0 ? 15 : Number(process.argv[at + 1]);
const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
const lectern = join(root, 'dist/main.js');

const commands = [
  { name: 'node -e 0', words: ['-e', '0'] },
  { name: '--help', words: [lectern, '--help'] },
  { name: 'list', words: [lectern, 'list', '--quiet'] },
  { name: 'build, 75 lessons', words: [lectern, 'build', '--quiet', '-o', join(folder, '75.html')], file: '75.html' },
  { name: 'build, 1,000 lessons', words: buildMany(1000), file: '1000.html', runs: 5 },
  { name: 'build, 10,000 lessons', words: buildMany(10_000), file: '10000.html', runs: 3 },
];

try {
  const results = await measure();
  const floor = results[0];
  const rows = results.map((result, index) => describe(result, floor, commands[index]));
  console.table(Object.fromEntries(rows));
  console.log(
    `Node ${process.version}, ${process.platform} ${process.arch}; medians of up to ${runs} runs, taken in turn after one warm-up.`,
  );
} finally {
  rmSync(folder, { recursive: true });
}

/** A YAML library of so many lessons in twelve parts, and the words that build it. */
function buildMany(count) {
  const parts = Array.from({ length: 12 }, (_, part) => {
    const lessons = Array.from({ length: Math.ceil((count - part) / 12) }, (_, index) => {
      const quote = `Lesson ${index} of part ${part}: every credential should have a strict, enforceable time-to-live. Nothing lasts for ever.`;
      return `      - topic: On topic ${index}\n        quote: "${quote}"\n        source: Source ${(index * 7 + part) % 60}\n        themes: [security]\n`;
    });
    return `  - title: Part title ${part}\n    lessons:\n${lessons.join('')}`;
  });
  const file = join(folder, `${count}.yaml`);
  writeFileSync(file, `title: Many lessons\nsubject: Ada Made\nparts:\n${parts.join('')}`);
  return [lectern, 'build', file, '--quiet', '-o', join(folder, `${count}.html`)];
}

async function measure() {
  const results = commands.map(() => ({ seconds: [], megabytes: [] }));
  for (let turn = -1; turn < runs; turn += 1) {
    for (const [index, { words, runs: most = runs }] of commands.entries()) {
      if (turn >= most) continue;
      const { seconds, megabytes } = await runOnce(words);
      if (turn < 0) continue;
      results[index].seconds.push(seconds);
      results[index].megabytes.push(megabytes);
    }
  }
  return results;
}

/** Wall time, and peak memory by GNU time where it is installed. */
async function runOnce(words) {
  const time = '/usr/bin/time';
  const report = join(folder, 'memory');
  const [program, args] = existsSync(time)
    ? [time, ['-f', '%M', '-o', report, process.execPath, ...words]]
    : [process.execPath, words];
  const started = performance.now();
  const code = await new Promise((resolve) =>
    spawn(program, args, { stdio: 'ignore', cwd: folder }).on('exit', resolve),
  );
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0)
    throw new Error(
      `${words.join(' ')} ended with ${code}: ${spawnSync(process.execPath, words, { cwd: folder }).stderr}`,
    );
  return { seconds, megabytes: program === time ? Number(readFileSync(report, 'utf8')) / 1024 : Number.NaN };
}

function describe({ seconds, megabytes }, floor, { name, file }) {
  const size = file ? `${Math.round(statSync(join(folder, file)).size / 1000).toLocaleString('en')} kB` : '';
  return [
    name,
    {
      'wall s': median(seconds).toFixed(3),
      '× node': (median(seconds) / median(floor.seconds)).toFixed(2),
      'peak MB': Math.round(median(megabytes)),
      file: size,
    },
  ];
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
