import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseLibrary } from '../../src/parse/parse-library.ts';
import { runLectern } from '../files/run-with-fault.ts';
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

test.each(HUGE)('%s: refused by name, and soon', async (_, file, text, said) => {
  writeFileSync(join(folder, file), text());
  const begun = performance.now();
  const { code, stdout, stderr } = await runLectern(['check', file], folder);
  // Half a second on an idle machine; tests share theirs.
  expect(performance.now() - begun).toBeLessThan(8000);
  expect([3, 6]).toContain(code);
  expect(stdout + stderr).toMatch(said);
  expect(stdout + stderr).toContain(file);
});

test('nothing that a library says reaches what all objects share', () => {
  for (const [, file, text] of HUGE.filter(([what]) => what.includes('__proto__'))) parseLibrary(text(), file);
  expect(Reflect.get({}, 'polluted')).toBe(undefined);
});

test('four times the lessons take about four times as long, not sixteen', async () => {
  const times: number[] = [];
  for (const count of [10_000, 40_000]) {
    writeFileSync(join(folder, `${count}.yaml`), makeManyLines(count).yaml);
    const begun = performance.now();
    expect((await runLectern(['list', `${count}.yaml`, '--limit', '1'], folder)).code).toBe(0);
    times.push(performance.now() - begun);
  }
  const [small = 0, large = 0] = times;
  expect(large / small).toBeLessThan(9);
});
