import { expect, test } from 'vitest';
import { listParts, listSources, listStyles, listThemes } from '../../src/cli/listings.ts';
import { selectLessons } from '../../src/select/select-lessons.ts';
import { SMALL_LIBRARY, SMALL_THEMES } from '../select/small-library.ts';

test('all themes are listed for a whole library, those of the lessons for a selection', async () => {
  const whole = listThemes(await selectLessons(SMALL_LIBRARY, SMALL_THEMES, {}));
  expect(whole.json).toEqual([
    { name: 'workflow', title: 'Workflow', description: '', lessons: 2, parts: 1 },
    { name: 'security', title: 'Security and Trust', description: '', lessons: 2, parts: 2 },
    { name: 'scale', title: 'Scale', description: '', lessons: 0, parts: 0 },
  ]);
  const some = listThemes(await selectLessons(SMALL_LIBRARY, SMALL_THEMES, { part: ['2'] }));
  expect(some.rows).toEqual([['security', 'Security and Trust', '1', '1', '']]);
});

test('a tag without a theme file is listed under its own name', async () => {
  const listing = listThemes(await selectLessons(SMALL_LIBRARY, [], { lesson: ['1.1'] }));
  expect(listing.json).toEqual([{ name: 'workflow', title: 'workflow', description: '', lessons: 1, parts: 1 }]);
});

test('parts and sources count the selected lessons only', async () => {
  const selection = await selectLessons(SMALL_LIBRARY, SMALL_THEMES, { lesson: ['2.1', '2.3'] });
  expect(listParts(selection).json).toEqual([{ number: 2, title: 'Zero Trust Security', lessons: 2 }]);
  expect(listSources(selection).json).toEqual([{ name: 'InfoQ', lessons: ['2.1', '2.3'] }]);
});

test('styles are those in the package, with a line on each', async () => {
  const { rows } = await listStyles();
  expect(rows).toContainEqual(['folio', 'light, dark', expect.stringMatching(/\w+ \w+/)]);
});
