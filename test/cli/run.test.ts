import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { findPackageRoot } from '../../src/files/find-package-root.ts';
import { runInProcess } from './run-in-process.ts';

const cwd = join(import.meta.dirname, 'libraries');

test('the version is that of the package, wherever --version stands', async () => {
  const version = `${findPackageRoot().version}\n`;
  expect(await runInProcess(['--version'], { cwd })).toEqual({ stdout: version, stderr: '', code: 0 });
  expect(await runInProcess(['list', '--version'], { cwd })).toEqual({ stdout: version, stderr: '', code: 0 });
});

test('a table is cut to the terminal and whole in a pipe', async () => {
  const narrow = await runInProcess(['list', 'small.yaml'], { cwd, columns: 40 });
  expect(narrow.stdout.split('\n').every((line) => line.length <= 40)).toBe(true);
  expect(narrow.stdout).toContain('…');
  expect((await runInProcess(['list', 'small.yaml'], { cwd })).stdout).toContain(
    'Smith, Jones and Sons  security, workflow\n',
  );
});

test.each([
  [{}, true],
  [{ NO_COLOR: '1' }, false],
  [{ TERM: 'dumb' }, false],
])('with %j on a terminal an error is coloured: %s', async (env, coloured) => {
  const { stderr } = await runInProcess(['show', '9.9', 'small.yaml'], { cwd, columns: 80, env });
  expect(stderr.includes('\u001b[31m')).toBe(coloured);
});

test('a pipe gets no escape sequences', async () => {
  const { stdout, stderr } = await runInProcess(['show', '9.9', 'small.yaml'], { cwd, env: {} });
  expect(stdout + stderr).not.toContain('\u001b');
});

test('--verbose shows where an error comes from', async () => {
  const { stderr } = await runInProcess(['show', '9.9', 'small.yaml', '--verbose'], { cwd });
  expect(stderr).toContain('match-ids.ts');
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
])('a run stopped by %s ends with %i', async (reason, code) => {
  expect((await runInProcess(['list', 'small.yaml'], { cwd, signal: AbortSignal.abort(reason) })).code).toBe(code);
});

test('what nobody foresaw is reported as our bug, with its stack', async () => {
  let stderr = '';
  const code = await run(['list', 'small.yaml'], {
    stdout: {
      write: () => {
        throw new TypeError('unforeseen');
      },
    },
    stderr: {
      write: (text) => {
        stderr += text;
      },
    },
    cwd,
    env: {},
    platform: 'linux',
    nodeVersion: '22.0.0',
    signal: new AbortController().signal,
    takeOverStops: () => undefined,
  });
  expect(code).toBe(1);
  expect(stderr).toMatch(/bug in Lectern.*TypeError: unforeseen\n {4}at /s);
});

test('the doctor says what is missing and how to mend it', async () => {
  const { stdout, code } = await runInProcess(['doctor', '--browser', '/nowhere/chrome'], {
    cwd,
    nodeVersion: '20.18.1',
  });
  expect(stdout).toMatch(/^missing {2}node {5}20\.18\.1\n {9}Install Node 20\.19 or newer/);
  expect(stdout).toMatch(/^missing {2}browser .*\/nowhere\/chrome/m);
  expect(stdout).toMatch(/^ok {7}output /m);
  expect(code).toBe(2);
});

test('without a browser the doctor ends as a build for paper would', async () => {
  const { stdout, code } = await runInProcess(['doctor', '--browser', '/nowhere/chrome', '--json'], { cwd });
  expect(code).toBe(5);
  const findings: readonly unknown[] = JSON.parse(stdout);
  expect(findings).toContainEqual(expect.objectContaining({ name: 'browser', ok: false, cure: expect.any(String) }));
});
