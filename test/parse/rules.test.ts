import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/parse/check-content.ts';
import { checkUnusedThemes } from '../../src/parse/check-unused-themes.ts';
import { parseLibrary } from '../../src/parse/parse-library.ts';
import { makeLesson, makeLibrary } from '../make-library.ts';

const FOLDER = 'test/parse/rules/cases';
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));

describe('checkContent', () => {
  it.each(files)('tells of %s what its .expected.json says', async (file) => {
    const { library } = parseLibrary(readFileSync(`${FOLDER}/${file}`, 'utf8'), file);
    const problems = library && checkContent(library, file);
    const told = problems?.map(({ kind, line, details }) => ({ kind, line, details }));
    await expect(`${JSON.stringify(told, null, 2)}\n`).toMatchFileSnapshot(`rules/cases/${file}.expected.json`);
  });

  it('finds nothing doubtful in the built-in library', () => {
    const file = 'data/armon-dadgar.yaml';
    const { library } = parseLibrary(readFileSync(file, 'utf8'), file);
    expect(library && checkContent(library, file)).toEqual([]);
  });

  it.each([
    [
      'quotes of their own',
      (index: number) => Array.from({ length: 20 }, (_, at) => `w${(index * 31 + at * at * 7) % 5000}`),
    ],
    [
      'quotes of one mould',
      (index: number) => [`${index}`, ...'of many that all go on in just the same words to the very end'.split(' ')],
    ],
  ])('is quick with 10,000 lessons of %s', (_, words) => {
    const lessons = Array.from({ length: 10_000 }, (_, index) =>
      makeLesson(`1.${index + 1}`, {
        quote: words(index).join(' '),
        source: `Source number${'abcdefghij'[index % 10]} ${index}`,
      }),
    );
    const library = makeLibrary(lessons);
    const start = performance.now();
    checkContent(library, 'a.yaml');
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('checkUnusedThemes', () => {
  it('tells of themes that no lesson of any library has', () => {
    const themes = ['scale', 'security', 'teams'].map((name) => ({
      name,
      title: name,
      description: '',
      icon: '',
      glyph: '',
      terms: [],
    }));
    const libraries = ['scale', 'security'].map((theme) => makeLibrary([makeLesson('1.1', { themes: [theme] })]));
    expect(checkUnusedThemes(libraries, themes, 'a.yaml')).toEqual([
      { kind: 'theme-unused', file: 'a.yaml', line: 1, details: { theme: 'teams' } },
    ]);
  });
});
