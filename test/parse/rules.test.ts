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
