/**
 * `npm run fuzz -- --minutes 5`: tries importers on texts that nobody would write, other ones each round, for as long as asked.
 * A seed that finds something is printed: FUZZ_SEED=<seed> repeats it.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, setUp } from './setup.mjs';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '1' }, runs: { type: 'string', default: '1000' } },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new RangeError(`--minutes ${values.minutes}: a number above 0 is needed`);

setUp({ browser: false });
const end = Date.now() + minutes * 60_000;
let rounds = 0;
do {
  const seed = String(randomInt(2 ** 31));
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'test/fuzz'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, FUZZ_SEED: seed, FUZZ_RUNS: values.runs },
  });
  rounds += 1;
  if (status !== 0) {
    console.log(`Something was found: FUZZ_SEED=${seed} FUZZ_RUNS=${values.runs} npx vitest run test/fuzz`);
    process.exit(1);
  }
  console.log(`Round ${rounds}, seed ${seed}: nothing found in ${values.runs} runs of each property.`);
} while (Date.now() < end);
