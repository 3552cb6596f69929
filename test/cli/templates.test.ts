import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startPresent } from '../present/start-present.ts';

const PROJECT = join(import.meta.dirname, '../..');
const MAIN = join(PROJECT, 'dist/main.js');
const LESSON = readFileSync(join(PROJECT, 'templates/slides/lesson.hbs'), 'utf8');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-templates-'));
  cpSync(join(PROJECT, 'test/cli/libraries/small.yaml'), join(folder, 'small.yaml'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, text: string): void {
  mkdirSync(dirname(join(folder, 'mine', name)), { recursive: true });
  writeFileSync(join(folder, 'mine', name), text);
}

function build(...words: string[]): string {
  const argv = [MAIN, 'build', 'small.yaml', '--quiet', '--force', '-o', 'deck.html', ...words];
  execFileSync(process.execPath, argv, { cwd: folder, stdio: 'pipe' });
  return readFileSync(join(folder, 'deck.html'), 'utf8');
}

/** The error of a build that fails, without its hint. */
function failure(): string {
  const argv = [MAIN, 'build', 'small.yaml', '--quiet', '--templates', 'mine'];
  const { status, stderr } = spawnSync(process.execPath, argv, { cwd: folder, encoding: 'utf8', timeout: 20_000 });
  expect(status).toBe(2);
  expect(stderr).toContain('(TEMPLATE_INVALID)');
  return stderr.split('\n')[0] ?? '';
}

test('copies of all the package’s templates and CSS make the same deck', () => {
  cpSync(join(PROJECT, 'templates'), join(folder, 'mine'), {
    recursive: true,
    filter: (path) => !/styles|office|present(?!er)|\.js$/u.test(path.slice(PROJECT.length)),
  });
  expect(build('--templates', 'mine')).toBe(build());
});

test('a template and CSS of one’s own take the place of those of the same name, also from the configuration', () => {
  put('slides/lesson.hbs', LESSON.replace('class="slide lesson', 'class="slide lesson mine'));
  put('base.css', '.mine{color:red}');
  put('README.md', 'What these are for.');
  writeFileSync(join(folder, 'lectern.config.yaml'), 'templates: mine\n');
  const deck = build();
  expect(deck).toContain('class="slide lesson mine');
  expect(deck).toContain('.mine{color:red}');
});

test('a recipe keeps them, from wherever it stands', () => {
  put('slides/lesson.hbs', LESSON.replace('class="slide lesson', 'class="slide lesson mine'));
  mkdirSync(join(folder, 'saved'));
  build('--templates', 'mine', '--save', 'saved/talk.yaml');
  expect(readFileSync(join(folder, 'saved/talk.yaml'), 'utf8')).toContain('templates: ../mine');
  execFileSync(process.execPath, [MAIN, 'saved/talk.yaml', '--quiet', '-o', 'again.html'], {
    cwd: folder,
    stdio: 'pipe',
  });
  expect(readFileSync(join(folder, 'again.html'), 'utf8')).toContain('class="slide lesson mine');
});

test('what stands for no template is refused with the near miss', () => {
  put('notes.hbs', '');
  expect(failure()).toBe('lectern: mine/notes.hbs: no template has this name');
});

test('CSS that fetches something is refused', () => {
  put('base.css', 'p{color:red}\n@import "more.css";');
  expect(failure()).toBe('lectern: mine/base.css:2: @import cannot stand in a deck');
});

test('names that the view does not have are told with their line, in conditions too', () => {
  put('slides/lesson.hbs', `${LESSON}\n\n{{#if misspelt}}x{{/if}}`);
  expect(failure()).toMatch(/^lectern: mine\/slides\/lesson\.hbs:\d\d: the view has no misspelt$/u);
});

test('a name that is missing just there is told as well', () => {
  put('partials/notes.hbs', '<aside class="notes">\n{{anchor}}</aside>');
  expect(failure()).toBe('lectern: mine/partials/notes.hbs:2: there is no anchor here');
});

test('loops without end are broken off', { timeout: 30_000 }, () => {
  const loops = 12;
  put('slides/lesson.hbs', `${'{{#each @root.stacks}}'.repeat(loops)}x${'{{/each}}'.repeat(loops)}`);
  cpSync(join(PROJECT, 'data/armon-dadgar.yaml'), join(folder, 'small.yaml'));
  expect(failure()).toBe('lectern: mine/slides/lesson.hbs: takes longer than 5 s');
  put('slides/lesson.hbs', '{{> slides/lesson}}');
  expect(failure()).toBe('lectern: mine/slides/lesson.hbs: the template calls itself without end');
});

test('a live talk shows an edit of a template, and keeps the last good deck when it is broken', {
  timeout: 30_000,
}, async () => {
  put('slides/lesson.hbs', LESSON.replace('class="slide lesson', 'class="slide lesson first'));
  const talk = await startPresent(folder, ['small.yaml', '--templates', 'mine']);
  try {
    expect(await page(talk.deck)).toContain('slide lesson first');
    put('slides/lesson.hbs', LESSON.replace('class="slide lesson', 'class="slide lesson second'));
    await expect.poll(() => page(talk.deck), { timeout: 10_000 }).toContain('slide lesson second');
    put('slides/lesson.hbs', `${LESSON}<p onclick="x">`);
    await expect.poll(talk.said, { timeout: 10_000 }).toContain('onclick= is an inline event handler');
    expect(await page(talk.deck)).toContain('slide lesson second');
  } finally {
    await talk.stop();
  }
});

async function page(address: string): Promise<string> {
  return (await fetch(address)).text();
}
