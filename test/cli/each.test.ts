import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readWhole } from '../export/open-pdf.ts';
import { runInProcess } from './run-in-process.ts';

let cwd = '';
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'lectern-each-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const lectern = (...words: string[]): ReturnType<typeof runInProcess> =>
  runInProcess(['build', ...words], { cwd, env: { PATH: process.env['PATH'] ?? '' } });
const made = async (): Promise<readonly string[]> => (await readdir(join(cwd, 'output'))).sort();
async function idsIn(file: string): Promise<readonly string[]> {
  const manifest: { lessons: { id: string }[] } = JSON.parse(await readFile(join(cwd, 'output', file), 'utf8'));
  return manifest.lessons.map(({ id }) => id);
}

test('a talk for each part, in every format, with a line for each and a summary', async () => {
  const { code, stdout, stderr } = await lectern('--each', 'part', '--part', '3-4', '--limit', '3', '--to', 'json,pdf');
  expect(code).toBe(0);
  const names = ['part-3-limit-3', 'part-4-limit-3'].flatMap((name) => [`${name}.json`, `${name}.pdf`]);
  expect(await made()).toEqual(names.map((name) => `armon-dadgar-${name}`));
  expect(stdout.trim().split('\n').sort()).toEqual(names.map((name) => `output/armon-dadgar-${name}`));
  expect(await idsIn('armon-dadgar-part-3-limit-3.json')).toEqual(['3.1', '3.2', '3.3']);
  expect(await idsIn('armon-dadgar-part-4-limit-3.json')).toEqual(['4.1', '4.2', '4.3']);
  const { outline } = await readWhole(join(cwd, 'output/armon-dadgar-part-4-limit-3.pdf'));
  expect(outline.join('\n')).toContain('4.1');
  expect(outline.join('\n')).not.toContain('3.1');
  expect(stderr).toMatch(/^1\/2 Part [34], [\s\S]*^2\/2 Part [34], [\s\S]*^2 of 2 talks made, 4 files\.$/mu);
});

test('themes: those asked for and used, each with all of its lessons', async () => {
  expect((await lectern('--each', 'theme', '--part', '3', '--to', 'json', '--name', 'monday')).code).toBe(0);
  const files = await made();
  expect(files).toContain('monday-theme-security.json');
  expect(files).not.toContain('monday-theme-workflow.json');
  const all = await Promise.all(files.map(idsIn));
  expect(new Set(all.flat())).toEqual(new Set(Array.from({ length: 10 }, (_, index) => `3.${index + 1}`)));
  await rm(join(cwd, 'output'), { recursive: true });
  expect((await lectern('--each', 'theme', '--theme', 'Security,scale', '--to', 'json')).code).toBe(0);
  expect(await made()).toEqual(['armon-dadgar-theme-scale.json', 'armon-dadgar-theme-security.json']);
});

test('lessons without a theme are named, and a library without any is an error', async () => {
  const lesson = (topic: string, more = ''): string =>
    `      - topic: ${topic}\n        quote: What is said of it.\n        source: InfoQ\n${more}`;
  const head = 'title: T\nsubject: Ada\nparts:\n  - title: One\n    lessons:\n';
  await writeFile(join(cwd, 'some.yaml'), head + lesson('On a', '        themes: [scale]\n') + lesson('On b'));
  const some = await lectern('some.yaml', '--each', 'theme');
  expect(some).toMatchObject({ code: 0, stdout: 'output/some-theme-scale.html\n' });
  expect(some.stderr).toContain('Without a theme, and so in no talk: 1.2.');
  await writeFile(join(cwd, 'none.yaml'), head + lesson('On a'));
  const none = await lectern('none.yaml', '--each', 'theme');
  expect(none).toMatchObject({ code: 4, stderr: expect.stringMatching(/no lesson has a theme[\s\S]*--each part/u) });
});

test('one that fails does not stop the others, and the exit code tells', async () => {
  await mkdir(join(cwd, 'output'));
  await writeFile(join(cwd, 'output/armon-dadgar-part-2.html'), 'a file of my own');
  const { code, stdout, stderr } = await lectern('--each', 'part', '--part', '1-3');
  expect(code).toBe(6);
  expect(stdout.trim().split('\n').sort()).toEqual([1, 3].map((part) => `output/armon-dadgar-part-${part}.html`));
  expect(stderr).toMatch(
    /Part 2, Distributed Systems and Complexity failed:\n.*armon-dadgar-part-2\.html: .*\n.*FILE_NOT_OURS/u,
  );
  expect(stderr).toContain('2 of 3 talks made, 2 files. Failed: Part 2, Distributed Systems and Complexity.');
  expect(await readFile(join(cwd, 'output/armon-dadgar-part-2.html'), 'utf8')).toBe('a file of my own');
});

test('what was written of a talk before it failed is counted', async () => {
  const { code, stdout, stderr } = await lectern(
    '--each',
    'part',
    '--part',
    '3',
    '--to',
    'json,pdf',
    '--browser',
    '/no',
  );
  expect({ code, stdout }).toEqual({ code: 5, stdout: 'output/armon-dadgar-part-3.json\n' });
  expect(stderr).toContain('0 of 1 talks made, 1 file.');
});

test('what fails for all is told in full once', async () => {
  const { code, stdout, stderr } = await lectern(
    '--each',
    'part',
    '--part',
    '1-3',
    '--to',
    'pdf',
    '--browser',
    '/bin/nothing',
  );
  expect({ code, stdout }).toEqual({ code: 5, stdout: '' });
  expect(stderr.match(/BROWSER_MISSING/gu)).toHaveLength(1);
  expect(stderr.match(/the same as above/gu)).toHaveLength(2);
});

test.each([
  [['--each', 'lesson'], /part or theme/u],
  [['--each', 'part', '-o', 'talk.pdf'], /--each makes several files[\s\S]*--to pdf/u],
  [['--each', 'part', '--save', 'talk.yaml'], /--save talk\.yaml: a recipe is one talk/u],
])('%s is a usage error with a cure', async (words, message) => {
  expect(await lectern(...words)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
});

test('a run that is stopped ends without the talks that are left', async () => {
  const stopped = new AbortController();
  const run = runInProcess(['build', '--each', 'part', '--to', 'html,pdf'], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '' },
    signal: stopped.signal,
  });
  setTimeout(() => stopped.abort('SIGINT'), 700);
  expect((await run).code).toBe(130);
  expect(
    (await readdir(join(cwd, 'output')).catch(() => [])).filter((name) => !name.startsWith('armon-dadgar-part-')),
  ).toEqual([]);
});

test('what is asked for and left empty by other options is said', async () => {
  const { stdout, stderr, code } = await lectern(
    '--each',
    'part',
    '--part',
    '3-4',
    '--lesson',
    '3.1,3.2',
    '--to',
    'json',
  );
  expect({ stdout, code }).toEqual({ stdout: expect.stringMatching(/^output\/[^\n]*part-3[^\n]*\.json\n$/u), code: 0 });
  expect(stderr).toContain('Left out, since nothing of them is chosen: Part 4, ');
});
