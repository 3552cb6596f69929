/**
 * `npm run mutants [group…]`: changes the modules that parse, escape, check, write and serve in thousands of small ways, one at a
 * time, and sees how many of the changes some test notices. Fails where that is less than 85 % of a group. What an earlier run
 * found out about the same texts and tests is taken over; `--force` tries everything anew. About an hour for all; nothing of
 * this checkout is changed.
 */
import { execSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './setup.mjs';

/** In per cent of a group. */
const FEWEST = 85;
const GROUPS = {
  write:
    /^files\/(?:check-writable|is-ours|remove-other-pictures|replace-file|system-reason|temporary-\w+|write-output)\.ts$/u,
  serve: /^present\//u,
  escape:
    /^(?:cli\/show-controls|export\/(?:escape-markdown|export-markdown|markdown-head|pdf\/stamp-pdf|pptx\/text)|render\/(?:content-policy|create-templates|inline-script))\.ts$/u,
  check: /^(?:parse\/check-|brand\/(?:check|parse|write)-brand)/u,
  templates: /^render\/(?:check-template|own-templates|scan-html|template-nodes|watch-templates|within-time)\.ts$/u,
  parse: /^parse\/(?!check-)/u,
};
const REPORT = join(root, 'coverage/mutants.json');
/** What a test noticed: it failed, or the change never came to an end. */
const NOTICED = ['Killed', 'Timeout'];

const { values, positionals } = parseArgs({ options: { force: { type: 'boolean' } }, allowPositionals: true });
const groups = Object.keys(GROUPS).filter((name) => positionals.length === 0 || positionals.includes(name));
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && groups.some((name) => GROUPS[name].test(file)));

const words = ['run', '--mutate', files.map((file) => `src/${file}`).join(), ...(values.force ? ['--force'] : [])];
const tools = join(root, 'scripts/mutants');
const stryker = join(tools, 'node_modules/@stryker-mutator/core/bin/stryker.js');
if (!existsSync(stryker)) execSync('npm ci --no-audit --no-fund', { cwd: tools, stdio: 'inherit' });
const { status } = spawnSync(process.execPath, [stryker, ...words], { cwd: root, stdio: 'inherit' });
if (status !== 0 || !existsSync(REPORT)) process.exit(1);

const report = JSON.parse(readFileSync(REPORT, 'utf8'));
const shares = groups.map((name) => {
  const mutants = files
    .filter((file) => GROUPS[name].test(file))
    .flatMap((file) => report.files[`src/${file}`]?.mutants ?? [])
    .filter((mutant) => ['Survived', 'NoCoverage', ...NOTICED].includes(mutant.status));
  const noticed = mutants.filter((mutant) => NOTICED.includes(mutant.status)).length;
  const share = (100 * noticed) / mutants.length;
  console.log(`${name.padEnd(10)} ${noticed} of ${mutants.length} noticed, ${share.toFixed(1)} %`);
  return share;
});
process.exitCode = shares.every((share) => share >= FEWEST) ? 0 : 1;
