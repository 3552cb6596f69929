import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseLibrary } from '../../src/parse/parse-library.ts';
import { runMetered } from '../files/run-metered.ts';
import { MAIN, runLectern, start } from '../files/run-with-fault.ts';
import { makeManyLines } from './many-lessons.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-limits-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const LESSON = '{topic: a, quote: b, source: c, __proto__: {polluted: yes}, constructor: {prototype: {polluted: yes}}}';
const BOMB = Array.from({ length: 9 }, (_, index) => {
  const [name, below] = [String.fromCharCode(98 + index), String.fromCharCode(97 + index)];
  return `${name}: &${name} [${Array(9).fill(`*${below}`).join(', ')}]`;
});
const HUGE: readonly (readonly [what: string, file: string, text: () => string, said: RegExp])[] = [
  ['51 MB', 'large.yaml', () => 'a'.repeat(51_000_000), /larger than 50 MB/u],
  ['100,000 lists in each other', 'deep.yaml', () => `title: x\nparts: ${'['.repeat(100_000)}`, /nested too deeply/u],
  ['3000 levels of dashes', 'steps.yaml', () => steps(3000), /nested too deeply/u],
  ['a million lists in JSON', 'deep.json', () => `{"parts": ${'['.repeat(1_000_000)}`, /nested too deeply/u],
  [
    '49 MB of lists in each other',
    'deeper.yaml',
    () => `title: x\nparts: ${'['.repeat(49_000_000)}`,
    /more than 2000000/u,
  ],
  ['1.9 million lists in each other', 'deepest.yaml', () => `parts: ${'['.repeat(1_900_000)}`, /nested too deeply/u],
  ['49 MB of comments', 'comments.yaml', () => '#\n'.repeat(24_500_000), /more than 2000000/u],
  ['49 MB of values', 'values.json', () => `{"parts":[${'1,'.repeat(24_500_000)}1]}`, /more than 2000000/u],
  ['300,000 aliases', 'aliases.yaml', () => `a: &a x\nparts:\n${'- *a\n'.repeat(300_000)}`, /unfold to too many/u],
  [
    '200,000 wrong parts',
    'parts.json',
    () => `{"title":"x","parts":[${'1,'.repeat(200_000)}1]}`,
    /than can be listed/u,
  ],
  ['49 MB of lines', 'lines.txt', () => 'a\n'.repeat(24_500_000), /more than 2000000/u],
  ['a bomb of aliases', 'bomb.yaml', () => ['a: &a [x, x]', ...BOMB, 'title: *j'].join('\n'), /unfold to too many/u],
  ['a key twice', 'twice.yaml', () => 'title: x\ntitle: y\nparts: []', /title stands here a second time/u],
  [
    'a key twice in JSON',
    'twice.json',
    () => '{"title":"x","title":"y","parts":[]}',
    /title stands here a second time/u,
  ],
  ['__proto__', 'proto.yaml', () => `title: x\nparts: [{title: a, lessons: [${LESSON}]}]`, /no field __proto__/u],
  [
    '__proto__ in JSON',
    'proto.json',
    () => '{"title":"x","__proto__":{"polluted":true},"parts":[]}',
    /no field __proto__/u,
  ],
  ['a quote of 20 MB', 'quote.txt', () => document(`"${'a '.repeat(10_000_000)}" — Source: [x]`), /more than 20000/u],
  ['two million quotation marks', 'marks.txt', () => document('"'.repeat(2_000_000)), /source is missing/u],
  ['a million dashes', 'dashes.txt', () => document('— '.repeat(1_000_000)), /does not read|missing/u],
];

function document(rest: string): string {
  return `Title\n\nPart 1: One\n\n1. On a: ${rest}\n`;
}

function steps(count: number): string {
  return `title: x\nparts:\n${Array.from({ length: count }, (_, depth) => `${' '.repeat(depth)}- `).join('\n')}`;
}

/** Processor time that a refusal may take, s. */
const SOON = 2;

test.each(HUGE)('%s: refused by name, and soon', async (_, file, text, said) => {
  writeFileSync(join(folder, file), text());
  const { code, stdout, stderr, seconds } = await runMetered(['check', file], folder);
  expect([3, 6]).toContain(code);
  expect(stdout + stderr).toMatch(said);
  expect(stdout + stderr).toContain(file);
  expect(seconds).toBeLessThan(SOON);
});

const LIBRARY = document('"b" — Source: [c]');
const BRAND = '[data-brand=a] { --b-ink: #111111; --b-logo: url("LOGO"); }';
/** Everything else that is read: what stands in the folder, the words of the run, and what is said. */
const READERS: readonly (readonly [what: string, lay: () => void, words: readonly string[], said: RegExp])[] = [
  [
    'a configuration of 1.2 MB',
    () => lay('c.yaml', '# '.repeat(600_000)),
    ['--config', 'c.yaml'],
    /c\.yaml: .*larger than 1 MB/u,
  ],
  [
    'a recipe of 48 MB',
    () => lay('talk.yaml', `recipe: 1\nlessons: [${'1,'.repeat(24_000_000)}]`),
    ['talk.yaml'],
    /talk\.yaml: .*more than 2000000/u,
  ],
  [
    'a brand of 1 MB',
    () => lay('b.css', `/*${'a'.repeat(1_000_000)}*/`),
    ['--style', 'b.css'],
    /b\.css: .*larger than 1 MB/u,
  ],
  [
    'the logo of a brand, 40 MB',
    () => [lay('logo.css', BRAND.replace('LOGO', 'l.svg')), lay('l.svg', ' '.repeat(40_000_000))],
    ['--style', 'logo.css'],
    /logo\.css:1: l\.svg: .*larger than 30 MB/u,
  ],
  [
    'a brand whose logo never ends',
    () => lay('zero.css', BRAND.replace('LOGO', '/dev/zero')),
    ['--style', 'zero.css'],
    /zero\.css:1: .*is a device/u,
  ],
  [
    'a brand whose font is a pipe that nobody writes to',
    () => [
      spawnSync('mkfifo', [join(folder, 'pipe.woff2')]),
      lay('pipe.css', '[data-brand=a] { --b-text: Own; }\n@font-face { font-family: Own; src: url(pipe.woff2); }'),
    ],
    ['--style', 'pipe.css'],
    /pipe\.css:2: .*is a device/u,
  ],
  [
    'a template of 1 MB',
    () => lay('t/deck.hbs', ' '.repeat(1_000_001)),
    ['--templates', 't'],
    /deck\.hbs: .*larger than 1 MB/u,
  ],
  [
    'a template that never ends',
    () => [lay('z/README', ''), symlinkSync('/dev/zero', join(folder, 'z/deck.hbs'))],
    ['--templates', 'z'],
    /deck\.hbs: .*is a device/u,
  ],
];

function lay(file: string, text: string): void {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
}

test.each(READERS)('%s: refused by name, and soon', async (_, layOut, words, said) => {
  layOut();
  lay('small.txt', LIBRARY);
  const library = words.length === 1 ? [] : ['small.txt'];
  const { code, stderr, seconds } = await runMetered(['build', ...library, ...words], folder);
  expect(stderr).toMatch(said);
  expect([2, 6]).toContain(code);
  expect(seconds).toBeLessThan(SOON);
});

test.each([
  ['notes.md', '# a\n'.repeat(12_000_000)],
  ['table.csv', `quote,source\n${','.repeat(49_000_000)}`],
])('%s of 48 MB is not imported', async (file, text) => {
  lay(file, text);
  const { code, stderr, seconds } = await runMetered(['import', file, '-o', 'made.yaml'], folder);
  expect(stderr).toContain(`${file}: the file holds more than 2000000 lines, fields and values`);
  expect(code).toBe(6);
  expect(seconds).toBeLessThan(SOON);
});

test('what comes through a pipe is read no further than the limit', async () => {
  const pipe = 'yes | "$@"';
  const ended = await start('sh', ['-c', pipe, 'sh', process.execPath, MAIN, 'check', '/dev/stdin'], folder);
  expect(ended).toMatchObject({ code: 6 });
  expect(ended.stderr).toContain('/dev/stdin: the file is larger than 50 MB');
});

test.each([
  ['a hundred thousand headings', 'heads.md', '# a\n'.repeat(150_000)],
  ['front matter of many lines', 'front.md', `---\n${'a: b\n'.repeat(150_000)}---\n# T\n`],
  ['a line of many tags', 'tags.md', `# T\n## p\n- "a" — b\n  Tags: ${'a,'.repeat(900_000)}\n`],
  ['a note of 18 MB', 'note.md', `# T\n## p\n- "a" — b\n  Note: ${'a '.repeat(9_000_000)}\n`],
  ['a paragraph of 40 MB', 'paragraph.md', `# T\n## p\n- "${'a" '.repeat(13_000_000)}\n`],
])('%s overflows nothing in an import', async (_, file, text) => {
  lay(file, text);
  const { code, stderr } = await runLectern(['import', file, '-o', '-'], folder);
  expect(stderr).not.toContain('bug in Lectern');
  expect([0, 3]).toContain(code);
});

describe('with little memory', () => {
  const small = { NODE_OPTIONS: '--max-old-space-size=100' };

  test('a library that would not fit is refused by name, with what mends it', async () => {
    lay('many.yaml', makeManyLines(40_000).yaml);
    const { code, stderr } = await runLectern(['check', 'many.yaml'], folder, small);
    expect(stderr).toMatch(/many\.yaml: the file holds more than \d+ lines.*\n.*--max-old-space-size=/u);
    expect(code).toBe(6);
  });

  test('so is a talk, while what reads alone goes on', async () => {
    lay('some.yaml', makeManyLines(10_000).yaml);
    const { code, stderr } = await runLectern(['some.yaml'], folder, small);
    expect(stderr).toMatch(/some: a talk of 10000 lessons; \d+ fit the memory\n.*--each part/u);
    expect(code).toBe(6);
    expect(await runLectern(['list', 'some.yaml', '--limit', '1'], folder, small)).toMatchObject({ code: 0 });
  });
});

test('nothing that a library says reaches what all objects share', () => {
  for (const [, file, text] of HUGE.filter(([what]) => what.includes('__proto__'))) parseLibrary(text(), file);
  expect(Reflect.get({}, 'polluted')).toBe(undefined);
});

test.each([
  ['list', ['list', '--limit', '1']],
  ['check', ['check']],
  ['build', ['build', '-o', 'out']],
  ['import', ['import', '-o', '-']],
] as const)(
  'four times the lessons take %s about four times as long, not sixteen',
  async (name, [command, ...words]) => {
    const times: number[] = [];
    for (const count of [4000, 16_000]) {
      const { yaml, document: text } = makeManyLines(count);
      const file = `${count}.${name === 'import' ? 'txt' : 'yaml'}`;
      lay(file, name === 'import' ? text : yaml);
      const { code, seconds } = await runMetered([command, file, ...words], folder);
      expect(code).toBe(0);
      times.push(seconds);
    }
    const [few = 0, many = 0] = times;
    expect(many / few).toBeLessThan(8);
  },
);
