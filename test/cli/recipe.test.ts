import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runInProcess } from './run-in-process.ts';

let cwd = '';
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'lectern-recipe-'));
  await copyFile(join(import.meta.dirname, 'libraries/small.yaml'), join(cwd, 'small.yaml'));
});
afterEach(() => rm(cwd, { recursive: true }));

const lectern = (...words: string[]): ReturnType<typeof runInProcess> => runInProcess(words, { cwd });
const file = (name: string): string => join(cwd, name);
const read = (name: string): Promise<string> => readFile(file(name), 'utf8');

test('a talk that was saved is made again, to the letter, from another folder too', async () => {
  await mkdir(file('talks'));
  const saved = await lectern(
    'build',
    'small.yaml',
    '--minutes',
    '3',
    '--presenter',
    'Ada: "the" first',
    '--shuffle',
    '2',
    '--save',
    'talks/mine.yaml',
    '-o',
    'first.html',
  );
  expect(saved).toMatchObject({ code: 0, stdout: 'talks/mine.yaml\nfirst.html\n' });
  expect(await lectern('build', 'talks/mine.yaml', '-o', 'second.html')).toMatchObject({ code: 0, stderr: '' });
  expect(await read('second.html')).toBe(await read('first.html'));
});

test('the talk has the name of its recipe', async () => {
  await lectern('build', 'small.yaml', '--part', '1', '--save', 'monday.yaml');
  expect((await lectern('build', 'monday.yaml')).stdout).toBe('output/monday.html\n');
});

test('what is typed counts more than the recipe, and the recipe more than the configuration', async () => {
  await lectern('build', 'small.yaml', '--presenter', 'Ada', '--save', 'talk.yaml');
  await writeFile(file('lectern.config.yaml'), 'presenter: Charles\nevent: Team day\npart: 2\n');
  await lectern('build', 'talk.yaml', '-o', 'talk.html');
  expect(await read('talk.html')).toContain('Ada · Team day');
  expect((await lectern('list', 'talk.yaml')).stdout).toContain('1.1');
  await lectern('build', 'talk.yaml', '-o', 'talk.html', '--presenter', 'Grace');
  expect(await read('talk.html')).toContain('Grace · Team day');
  expect((await lectern('list', 'talk.yaml', '--part', '2')).stdout).not.toContain('1.1');
});

test('after the library has grown the talk is the same, and what changed is told', async () => {
  await lectern('build', 'small.yaml', '--part', '1', '--save', 'talk.yaml');
  const library = await read('small.yaml');
  const news = '      - topic: On news\n        quote: New.\n        source: InfoQ\n';
  await writeFile(
    file('small.yaml'),
    library.replace('    lessons:\n', `    lessons:\n${news}`).replace('Secrets expire.', 'Secrets expire at noon.'),
  );
  const { stdout, stderr } = await lectern('list', 'talk.yaml');
  expect(stdout).toContain('1.2  On shifts');
  expect(stdout).not.toContain('On news');
  expect(stderr).toContain('Lesson 1.1 of the recipe is 1.2 now.');
  expect(stderr).toContain('Lesson 1.3: its quote has changed since the recipe was saved.');
  expect((await lectern('show', '1.3', 'talk.yaml')).stdout).toContain('Secrets expire at noon.');
});

test('a recipe with lessons that are gone makes nothing', async () => {
  await lectern('build', 'small.yaml', '--save', 'talk.yaml');
  const library = await read('small.yaml');
  await writeFile(file('small.yaml'), library.replace('On perimeters', 'On walls').replace('Trust nobody.', 'Nobody.'));
  const ran = await lectern('build', 'talk.yaml', '-o', 'talk.html');
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toMatch(/talk\.yaml:\d+: no longer in Lessons from Nobody: 2\.1 On perimeters/u);
});

test('a recipe is saved over a recipe, but over nothing else', async () => {
  await lectern('build', 'small.yaml', '--part', '1', '--save', 'talk.yaml');
  expect((await lectern('build', 'small.yaml', '--save', 'talk.yaml')).code).toBe(0);
  expect((await lectern('list', 'talk.yaml')).stdout).toContain('2.1');
  const library = await read('small.yaml');
  const refused = await lectern('build', 'small.yaml', '--save', 'small.yaml', '-o', 'talk.html');
  expect(refused).toMatchObject({ code: 6, stdout: '' });
  expect(refused.stderr).toContain('Lectern did not make this file');
  expect(await read('small.yaml')).toBe(library);
});

test('check looks at the library of a recipe', async () => {
  await lectern('build', 'small.yaml', '--save', 'talk.yaml');
  const { stdout, code } = await lectern('check', 'talk.yaml');
  expect(stdout).toContain('small.yaml: 2 parts, 3 lessons');
  expect(code).toBe(0);
});

test.each([
  [
    'a field nobody knows',
    'orders: library\n',
    /talk\.yaml:\d+: "orders" is not a field of a recipe; did you mean "order"\?/u,
  ],
  ['another form', 'recipe: 2\n', /talk\.yaml:1: "recipe" should be 1/u],
  ['no lessons', 'lessons: []\n', /talk\.yaml:\d+: "lessons" should be at least one lesson/u],
  ['an option nobody knows', 'options: {presentr: Ada}\n', /talk\.yaml: there is no option presentr[\s\S]*presenter/u],
])('%s in a recipe is refused by file and line', async (_, line, message) => {
  const fields = [
    'recipe: 1\n',
    'library: small.yaml\n',
    'order: library\n',
    'lessons: [{id: "1.1", topic: On shifts, source: InfoQ, quote: x}]\n',
  ];
  const key = line.split(':')[0] ?? '';
  await writeFile(
    file('talk.yaml'),
    `${fields.filter((field) => !field.startsWith(`${key}:`)).join('')}`.replace(/^/u, key === 'recipe' ? line : '') +
      (key === 'recipe' ? '' : line),
  );
  const { code, stderr } = await lectern('list', 'talk.yaml');
  expect(code).toBe(2);
  expect(stderr).toMatch(message);
});

test('a recipe of the built-in library holds no path', async () => {
  await lectern('build', '--part', '3', '--limit', '2', '--save', 'talk.yaml', '-o', 'talk.html');
  expect(await read('talk.yaml')).toContain('library: built-in\n');
  expect((await lectern('list', 'talk.yaml')).stdout).toMatch(/3\.1 .*\n3\.2 /u);
});
