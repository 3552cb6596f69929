import { describe, expect, it } from 'vitest';
import { lineAt } from '../../src/parse/placed-data.ts';
import { readYaml } from '../../src/parse/read-yaml.ts';

const told = (text: string): readonly unknown[] =>
  readYaml(text, 'a.yaml').problems.map(({ kind, file, line, details }) => [kind, file, line, details]);
const syntax = (line: number, message: unknown): unknown => ['syntax', 'a.yaml', line, { message }];

describe('readYaml', () => {
  it.each<[text: string, value: unknown]>([
    ['a: 1.10\nb: no\nc: 2024-05-03\nd: ~', { a: '1.10', b: 'no', c: '2024-05-03', d: '~' }],
    ['a:\nb: ""\nc: ', { b: '' }],
    ['- a\n-\n- [b, c]', ['a', undefined, ['b', 'c']]],
    ['a: &x {b: c}\nd: *x', { a: { b: 'c' }, d: { b: 'c' } }],
    ['a: &x b\r\nc:\r  - *x', { a: 'b', c: ['b'] }],
    ['__proto__: a', JSON.parse('{"__proto__": "a"}')],
    ['a', 'a'],
    ['', undefined],
    ['# nothing', undefined],
  ])('reads %j as it is written', (text, value) => {
    expect(readYaml(text, 'a.yaml')).toMatchObject({ problems: [] });
    expect(readYaml(text, 'a.yaml').value).toEqual(value);
  });

  it('knows the line of each entry, and of an alias the line where it stands', () => {
    const data = readYaml('a: 1\nb:\n  - &x c\n  - {d: e}\n  - *x\n', 'a.yaml');
    expect([['a'], ['b'], ['b', 0], ['b', 1, 'd'], ['b', 2], ['c']].map((path) => lineAt(data, path))).toEqual([
      1, 2, 3, 4, 5, 1,
    ]);
  });

  it.each([
    ['title: A\nparts: &p [*p]', syntax(2, 'the alias *p stands inside what it repeats')],
    ['a: &x {b: {c: *x}}', syntax(1, 'the alias *x stands inside what it repeats')],
    ['title: A\nparts: *p', syntax(2, 'the alias *p repeats nothing that stands above it')],
    ['a: *x\nb: &x c', syntax(1, 'the alias *x repeats nothing that stands above it')],
    ['a: b\nc: d\n\na: e', ['field-duplicate', 'a.yaml', 4, { field: 'a', first: '1' }]],
    ['a: b\n---\nc: d', syntax(2, 'the file holds more than one YAML document')],
    ['a: "b', syntax(1, expect.stringContaining('Missing closing'))],
    ['a: b\n? [c, d]\n: e', syntax(2, 'With stringKeys, all keys must be strings')],
    ['a:\n  - [b\n\n\n', syntax(2, expect.any(String))],
    [`a: ${'['.repeat(200)}`, syntax(1, 'the data is nested too deeply')],
  ])('tells of %j', (text, problem) => {
    expect(told(text)[0]).toEqual(problem);
  });

  it('keeps the first of two values of a key', () => {
    expect(readYaml('a: b\na: c', 'a.yaml').value).toEqual({ a: 'b' });
  });

  it('unfolds 100,000 values and no more', () => {
    const lines = (count: number): string => `a: &a [${'x, '.repeat(99)}x]\nb:\n${'  - *a\n'.repeat(count)}`;
    expect(told(lines(990))).toEqual([]);
    expect(told(lines(991))).toEqual([syntax(1, 'the aliases in this file unfold to too many values')]);
    expect(readYaml(lines(991), 'a.yaml').value).toBe(undefined);
  });

  it('counts what aliases hold through other aliases', () => {
    const ten = (name: string): string => `[${Array(10).fill(`*${name}`).join(', ')}]`;
    const text = `a: &a [x]\nb: &b ${ten('a')}\nc: &c ${ten('b')}\nd: &d ${ten('c')}\ne: &e ${ten('d')}\nf: ${ten('e')}\n`;
    expect(told(text)).toHaveLength(1);
  });
});
