import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readStyleNames } from '../../src/files/read-styles.ts';
import { runInProcess } from './run-in-process.ts';

const MAIN = join(import.meta.dirname, '../../dist/main.js');
const FILES = ['.github/workflows/publish.yaml', '.gitignore', 'brand.css', 'data/lessons.yaml', 'lectern.config.yaml'];
let cwd = '';

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'lectern-init-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name).slice(folder.length + 1)] : []))
    .sort();
}

test.each(await readStyleNames())(
  'with the style %s, what is made passes the strict check and builds at once',
  async (style) => {
    const made = await runInProcess(['init', 'talks', '--style', style], { cwd });
    expect(made.code).toBe(0);
    expect(made.stdout.trim().split('\n').sort()).toEqual(FILES.map((file) => `talks/${file}`));
    const folder = join(cwd, 'talks');
    expect(filesIn(folder)).toEqual(FILES);
    const checked = await runInProcess(['check', '--strict'], { cwd: folder });
    expect(checked.stdout).toBe('data/lessons.yaml: 2 parts, 3 lessons, no problems, no warnings\n');
    expect(checked.code).toBe(0);
    const built = await runInProcess(['build'], { cwd: folder });
    expect(built).toMatchObject({ code: 0, stdout: 'output/lessons.html\n' });
    expect(built.stderr).not.toContain('warning');
    expect(readFileSync(join(folder, 'output/lessons.html'), 'utf8')).toContain(`class="style-${style}"`);
  },
);

test('title and subject may hold anything that can be typed', async () => {
  const words = ['init', '--subject', 'Ada "the first": King #1', '--title', "It's\ta {{title}}\\"];
  expect((await runInProcess(words, { cwd })).code).toBe(0);
  const { title, subject } = parse(readFileSync(join(cwd, 'data/lessons.yaml'), 'utf8'));
  expect({ title, subject }).toEqual({ title: "It's\ta {{title}}\\", subject: 'Ada "the first": King #1' });
});

test('nothing is overwritten, and nothing is written beside what is there', async () => {
  writeFileSync(join(cwd, 'brand.css'), 'mine');
  const ran = await runInProcess(['init'], { cwd });
  expect(ran.code).toBe(6);
  expect(ran.stderr).toContain('there already is brand.css');
  expect(filesIn(cwd)).toEqual(['brand.css']);
});

test('a list of what git ignores is kept as it is', async () => {
  writeFileSync(join(cwd, '.gitignore'), 'mine\n');
  const ran = await runInProcess(['init'], { cwd });
  expect(ran).toMatchObject({ code: 0 });
  expect(ran.stderr).toContain('.gitignore is kept; add output/ and public/ to it.');
  expect(readFileSync(join(cwd, '.gitignore'), 'utf8')).toBe('mine\n');
});

test('the workflow’s own commands make the deck and the PDFs that it publishes', { timeout: 120_000 }, async () => {
  await runInProcess(['init'], { cwd });
  const workflow = parse(readFileSync(join(cwd, '.github/workflows/publish.yaml'), 'utf8'));
  const steps: readonly { run?: string; with?: { path?: string } }[] = workflow.jobs.build.steps;
  const commands = steps.flatMap(({ run }) => run ?? []);
  expect(commands).toHaveLength(2);
  for (const command of commands) {
    const words = command.replace(/^npx --yes lectern@\S+ /u, '').split(' ');
    execFileSync(process.execPath, [MAIN, ...words], { cwd, stdio: 'pipe' });
  }
  const [path] = steps.flatMap((step) => step.with?.path ?? []);
  expect(filesIn(join(cwd, path ?? ''))).toEqual(['index-handout.pdf', 'index-poster.pdf', 'index.html', 'index.pdf']);
});

/** `script` gives a program a terminal of its own; without it nobody can be asked. */
const hasTerminals = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;

/** Runs `lectern init talks` on a terminal and answers each question with these keys, once it is asked. */
async function answer(answers: readonly (readonly [question: string, keys: string])[]): Promise<number> {
  const child = spawn(
    'script',
    ['-qec', `stty cols 100 rows 30; '${process.execPath}' '${MAIN}' init talks`, '/dev/null'],
    { cwd },
  );
  let shown = '';
  const waiting = [...answers];
  child.stdout.on('data', (data) => {
    shown += String(data);
    const [next] = waiting;
    if (next === undefined || !shown.includes(next[0])) return;
    waiting.shift();
    shown = '';
    child.stdin.write(next[1]);
  });
  const [code]: number[] = await once(child, 'exit');
  expect(waiting).toEqual([]);
  return code ?? -1;
}

test.skipIf(!hasTerminals)('on a terminal it asks, and takes the answers', { timeout: 30_000 }, async () => {
  const down = '\u001b[B';
  expect(
    await answer([
      ['Whose lessons', 'Ada King\r'],
      ['What are they called', '\r'],
      ['Which look', `${down}\r`],
    ]),
  ).toBe(0);
  const library = readFileSync(join(cwd, 'talks/data/lessons.yaml'), 'utf8');
  expect(library).toContain('subject: "Ada King"');
  expect(library).toContain('title: "Lessons from Ada King"');
  expect(readFileSync(join(cwd, 'talks/brand.css'), 'utf8')).toContain('--b-style: nocturne;');
});

test.skipIf(!hasTerminals)('whoever thinks better of it leaves nothing behind', { timeout: 30_000 }, async () => {
  expect(
    await answer([
      ['Whose lessons', 'Ada\r'],
      ['What are they called', '\u0003'],
    ]),
  ).toBe(130);
  expect(filesIn(cwd)).toEqual([]);
});
