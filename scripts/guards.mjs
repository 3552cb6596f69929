/**
 * `npm run guards [name…]`: takes out one guard after the other, in a copy of the project, and sees that its test fails. A test
 * that passes without what it tests proves nothing. Minutes, not seconds; nothing of this checkout is changed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GUARDS } from './guards-table.mjs';
import { root } from './setup.mjs';

const copy = mkdtempSync(join(tmpdir(), 'guards-'));
try {
  for (const file of execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n'))
    cpSync(join(root, file), join(copy, file));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const wanted = process.argv.slice(2);
  const asleep = GUARDS.filter(({ name }) => wanted.length === 0 || wanted.includes(name)).filter(
    (guard) => !isAwake(guard),
  );
  process.exitCode = asleep.length === 0 ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

/** Whether the test fails once its guard is out. */
function isAwake({ name, file, guard, without, test, title }) {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  if (text.split(guard).length !== 2) throw new Error(`${name}: the guard does not stand once in ${file}`);
  writeFileSync(
    path,
    text.replace(guard, () => without),
  );
  const built = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: copy, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`${name}: without the guard nothing is built:\n${built.stderr}`);
  const words = ['node_modules/vitest/vitest.mjs', 'run', '--bail=1', test, ...(title ? ['-t', title] : [])];
  const { status, stdout } = spawnSync(process.execPath, words, { cwd: copy, encoding: 'utf8' });
  writeFileSync(path, text);
  const failed = status !== 0 && /\d+ failed/u.test(stdout);
  console.log(`${failed ? 'seen' : 'NOT SEEN'}  ${name}`);
  return failed;
}
