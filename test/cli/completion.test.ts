import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMPLETION_SCRIPTS } from '../../src/cli/completion-scripts.ts';
import { runInProcess } from './run-in-process.ts';

const MAIN = join(import.meta.dirname, '../../dist/main.js');
let cwd = '';

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'lectern-completion-'));
  for (const name of ['ada.yaml', 'small.yaml']) cpSync(join(import.meta.dirname, 'libraries', name), join(cwd, name));
  writeFileSync(join(cwd, 'lectern'), `#!/bin/sh\nexec '${process.execPath}' '${MAIN}' "$@"\n`);
  chmodSync(join(cwd, 'lectern'), 0o755);
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** What `lectern __complete` answers to these words, without the meanings. */
async function complete(...words: string[]): Promise<readonly string[]> {
  const { stdout, stderr, code } = await runInProcess(['__complete', '--', ...words], { cwd });
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t')[0] ?? '');
}

test('every command of the help can be completed, and files where a library can stand', async () => {
  const { stdout } = await runInProcess(['--help'], { cwd });
  const [, listed = ''] = stdout.split('Commands:\n');
  const commands = [...(listed.split('\n\n')[0]?.matchAll(/^ {2}(\w+)/gmu) ?? [])].map(([, name]) => name);
  expect(commands).toContain('build');
  expect(await complete('')).toEqual([...commands, ':files']);
  expect(stdout).not.toContain('__complete');
});

test('options are those of the command, and of build where none is named', async () => {
  expect(await complete('list', '--')).toContain('--json');
  expect(await complete('list', '--')).not.toContain('--to');
  expect(await complete('--t')).toEqual(
    expect.arrayContaining(['--to', '--theme', '--title', '--templates', '--talk']),
  );
  expect(await complete('doctor', '--install')).toEqual(['--install-browser']);
  expect(await complete('build', '--conf')).toEqual(['--config']);
});

test.each([
  [
    ['--style', ''],
    ['folio', 'nocturne', 'raster', ':files'],
  ],
  [
    ['build', '--style=no'],
    ['--style=nocturne', ':files'],
  ],
  [
    ['present', '--mode', ''],
    ['light', 'dark'],
  ],
  [['--to', 'html,pd'], ['html,pdf']],
  [
    ['list', ''],
    ['lessons', 'parts', 'themes', 'sources', 'styles', ':files'],
  ],
  [
    ['list', 'th'],
    ['themes', ':files'],
  ],
  [
    ['list', 'parts', 'small.yaml', '--part', ''],
    ['1', '2'],
  ],
  [
    ['ada.yaml', 'small.yaml', '--lesson', 'small:1'],
    ['small:1.1', 'small:1.2'],
  ],
  [['small.yaml', '--source', 'in'], ['InfoQ']],
  [['--theme', 'sec'], ['security']],
  [['--limit', ''], []],
  [['--templates', 'x'], [':files']],
  [
    ['--title', 'list', 'che'],
    ['check', ':files'],
  ],
  [['eject', 'slides/less'], ['slides/lesson']],
  [
    ['completion', ''],
    ['bash', 'zsh', 'fish'],
  ],
  [['nowhere.yaml', '--part', ''], []],
])('after %j stands one of %j', async (words, expected) => {
  expect(await complete(...words)).toEqual(expected);
});

test('every option that is one of a few words offers them', async () => {
  const folder = join(import.meta.dirname, '../../src/cli');
  const code = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('');
  const names = new Set([...code.matchAll(/readChoice\(\s*settings,\s*'([a-z-]+)'/gu)].map(([, name]) => name));
  expect(names.size).toBeGreaterThan(5);
  for (const name of names)
    expect({ name, offered: await complete(`--${name}`, '') }).not.toEqual({ name, offered: [] });
});

test('an unknown shell is refused with those there are', async () => {
  const ran = await runInProcess(['completion', 'bsh'], { cwd });
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain('Did you mean bash?');
});

/** Whether a shell can be started here; the others are tested where they are installed. */
function has(shell: string): boolean {
  return spawnSync(shell, ['--version']).status === 0;
}

describe.skipIf(!has('bash'))('in bash', () => {
  /** What bash offers for the last of these words, cut as bash cuts them. */
  function offered(...words: string[]): readonly string[] {
    const line = words.join(' ');
    const script = [
      'source <(lectern completion bash)',
      `COMP_WORDS=(${['lectern', ...words].map((word) => `'${word}'`).join(' ')})`,
      `COMP_CWORD=${words.length} COMP_LINE='lectern ${line}' COMP_POINT=${line.length + 8}`,
      '_lectern',
      `printf '%s\\n' "\${COMPREPLY[@]}"`,
    ].join('\n');
    const env = { ...process.env, PATH: `${cwd}:${process.env['PATH']}` };
    const text = execFileSync('bash', ['--norc', '-c', script], { cwd, env, encoding: 'utf8' });
    return text.split('\n').filter(Boolean);
  }

  test('commands, options, values and files are offered', () => {
    expect(offered('li')).toEqual(['list']);
    expect(offered('build', '--style', 'ra')).toEqual(['raster']);
    expect(offered('build', 'sm')).toEqual(['small.yaml']);
    expect(offered('list', '--js')).toEqual(['--json']);
  });

  test('words that bash cuts at = and : are put together again', () => {
    expect(offered('build', '--style', '=', 'ra')).toEqual(['raster']);
    expect(offered('build', '--mode', '=')).toEqual(['light', 'dark']);
    expect(offered('ada.yaml', 'small.yaml', '--lesson', 'small', ':', '2')).toEqual(['2.1']);
  });

  test('values with spaces are offered as one word', () => {
    expect(offered('small.yaml', '--source', 'Smi')).toEqual(['Smith\\,\\ Jones\\ and\\ Sons']);
  });
});

describe.each(['zsh', 'fish'] as const)('in %s', (shell) => {
  // Their own parsers are the judges of the script; without the shell there is nobody to ask.
  test.skipIf(!has(shell))('the script can be read', () => {
    const file = join(cwd, `completion.${shell}`);
    writeFileSync(file, COMPLETION_SCRIPTS[shell]);
    const { status, stderr } = spawnSync(shell, ['-n', file], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

test.skipIf(!has('fish'))('fish offers values with what they mean', () => {
  const env = { ...process.env, PATH: `${cwd}:${process.env['PATH']}`, HOME: cwd };
  const script = 'lectern completion fish | source; complete -C "lectern build --style ra"; complete -C "lectern li"';
  const text = execFileSync('fish', ['--no-config', '-c', script], { cwd, env, encoding: 'utf8' });
  expect(text).toMatch(/^raster\tFlat colour/mu);
  expect(text).toMatch(/^list\b/mu);
});

test.skipIf(!has('zsh'))('zsh takes the script up for lectern', () => {
  const env = { ...process.env, PATH: `${cwd}:${process.env['PATH']}`, HOME: cwd };
  const script = 'autoload -Uz compinit; compinit -u; source <(lectern completion zsh); print $_comps[lectern]';
  expect(execFileSync('zsh', ['-f', '-c', script], { cwd, env, encoding: 'utf8' }).trim()).toBe('_lectern');
});
