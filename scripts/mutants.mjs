/**
 * `npm run mutants [group…]`: changes the modules that parse, escape, check, write and serve in thousands of small ways, one at a
 * time, and sees how many of the changes some test notices. Fails where that is less than 85 % of a group. What an earlier run
 * found out about the same texts and tests is taken over; `--force` tries everything anew. An hour or two for all; nothing of
 * this checkout is changed. `--files name…` tries those modules of the groups alone.
 */
import { execSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './setup.mjs';

/** In per cent of a group. */
const FEWEST = 85;
/** Modules below src/, and the folders of test/ whose tests are to notice. */
const GROUPS = {
  write: {
    tests: 'files',
    modules:
      /^files\/(?:check-writable|is-ours|remove-other-pictures|replace-file|system-reason|temporary-\w+|write-output)\.ts$/u,
  },
  serve: { tests: 'present', modules: /^present\// },
  escape: {
    tests: 'cli,export,render',
    modules:
      /^(?:cli\/show-controls|export\/(?:escape-markdown|export-markdown|markdown-head|pdf\/stamp-pdf|pptx\/text)|render\/(?:content-policy|create-templates|inline-script))\.ts$/u,
  },
  templates: {
    tests: 'render',
    modules: /^render\/(?:check-template|own-templates|scan-html|template-nodes|watch-templates|within-time)\.ts$/u,
  },
  check: { tests: 'brand,parse', modules: /^(?:parse\/check-|brand\/(?:check|parse|write)-brand)/u },
  parse: { tests: 'parse', modules: /^parse\/(?!check-)/u },
};
const REPORT = join(root, 'coverage/mutants.json');
/** What a test noticed: it failed, or the change never came to an end. */
const NOTICED = ['Killed', 'Timeout'];

const { values, positionals } = parseArgs({
  options: { force: { type: 'boolean', default: false }, files: { type: 'string', multiple: true, default: [] } },
  allowPositionals: true,
});
const all = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).map((file) =>
  file.replaceAll('\\', '/'),
);
const tools = join(root, 'scripts/mutants');
const stryker = join(tools, 'node_modules/@stryker-mutator/core/bin/stryker.js');
if (!existsSync(stryker)) execSync('npm ci --no-audit --no-fund', { cwd: tools, stdio: 'inherit' });
const shares = Object.keys(GROUPS)
  .filter((name) => positionals.length === 0 || positionals.includes(name))
  .map((name) => tryGroup(name));
process.exitCode = shares.every((share) => share >= FEWEST) ? 0 : 1;

/** How many of a group's mutants were noticed, in per cent. */
function tryGroup(name) {
  const { tests, modules } = GROUPS[name];
  const files = all.filter((file) => modules.test(file) && isWanted(file));
  const words = [
    'run',
    '--incrementalFile',
    `coverage/mutants-${name}.json`,
    '--mutate',
    files.map((file) => `src/${file}`).join(),
  ];
  const { status } = spawnSync(process.execPath, [stryker, ...words, ...(values.force ? ['--force'] : [])], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, LECTERN_MUTANTS: tests },
  });
  if (status !== 0 || !existsSync(REPORT)) throw new Error(`${name}: Stryker did not come to its end`);
  const report = JSON.parse(readFileSync(REPORT, 'utf8'));
  const mutants = files
    .flatMap((file) => report.files[`src/${file}`]?.mutants ?? [])
    .filter(({ status: found }) => ['Survived', 'NoCoverage', ...NOTICED].includes(found));
  const noticed = mutants.filter(({ status: found }) => NOTICED.includes(found)).length;
  const share = (100 * noticed) / mutants.length;
  console.log(`${name}: ${noticed} of ${mutants.length} noticed, ${share.toFixed(1)} %`);
  return share;
}

function isWanted(file) {
  return (
    file.endsWith('.ts') && (values.files.length === 0 || values.files.some((name) => file.endsWith(`/${name}.ts`)))
  );
}
