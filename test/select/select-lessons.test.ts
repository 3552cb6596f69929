import { expect, test } from 'vitest';
import { LecternError } from '../../src/errors.ts';
import type { Criteria } from '../../src/model/selection.ts';
import { selectLessons } from '../../src/select/select-lessons.ts';
import { SMALL_LIBRARY, SMALL_THEMES } from './small-library.ts';

const ALL = ['1.1', '1.2', '2.1', '2.2', '2.3', '4.1'];

test.each<[why: string, criteria: Criteria, ids: readonly string[]]>([
  ['no criteria keep the whole library', {}, ALL],
  ['empty lists are no criteria', { part: [], theme: [], search: [] }, ALL],
  ['a part is named by its number', { part: ['2'] }, ['2.1', '2.2', '2.3']],
  ['a range of parts passes over missing numbers', { part: ['2-4'] }, ['2.1', '2.2', '2.3', '4.1']],
  ['an en dash makes a range too', { part: ['1–2'] }, ['1.1', '1.2', '2.1', '2.2', '2.3']],
  ['a part is named by words of its title in any order and case', { part: ['security zero'] }, ['2.1', '2.2', '2.3']],
  ['a part title may hold commas', { part: ['cloud, workflow and scale'] }, ['1.1', '1.2']],
  ['a comma list of parts is a union', { part: ['1,4'] }, ['1.1', '1.2', '4.1']],
  ['a title without spaces is found by a piece of it', { part: ['システム'] }, ['4.1']],
  ['repeated options are a union in library order', { part: ['4', '1'] }, ['1.1', '1.2', '4.1']],
  ['a theme matches any theme of a lesson', { theme: ['workflow'] }, ['1.1', '1.2']],
  ['a theme is named by its title in any case', { theme: ['SECURITY AND trust'] }, ['1.2', '2.1']],
  ['a lesson is named by its id', { lesson: ['2.2'] }, ['2.2']],
  ['a range of lessons crosses parts', { lesson: ['1.2-2.2'] }, ['1.2', '2.1', '2.2']],
  ['a source is named in any case', { source: ['infoq'] }, ['1.1', '1.2', '2.1', '2.3', '4.1']],
  ['a source may hold a comma', { source: ['Smith, Jones and Sons'] }, ['2.2']],
  ['different options are an intersection', { part: ['1'], theme: ['security'] }, ['1.2']],
  ['excluded lessons and ranges are left out', { part: ['2'], exclude: ['2.1,2.3-4.1'] }, ['2.2']],
  ['a limit keeps the first', { limit: 2 }, ['1.1', '1.2']],
  ['a search ranks the topic above the quote', { search: ['trust'] }, ['1.2', '2.1']],
  ['every word of a search must be found', { search: ['trust secrets'] }, ['1.2']],
  ['a search takes the beginning of a word', { search: ['perim'] }, ['2.1']],
  ['a search finds other forms of a word', { search: ['gossiping'] }, ['2.2']],
  ['other forms are found where the stem ends otherwise', { search: ['moving'] }, ['1.1']],
  ['a search forgives a slip when nothing is found without', { search: ['gosip'] }, ['2.2']],
  ['a search reads notes and does not mind accents', { search: ['cafe'] }, ['2.3']],
  ['a comma makes two searches, best first over both', { search: ['holds it, gossip'] }, ['4.1', '2.2']],
  ['a limit after a search keeps the best', { search: ['trust'], limit: 1 }, ['1.2']],
])('%s', async (_, criteria, ids) => {
  const { lessons } = await selectLessons(SMALL_LIBRARY, SMALL_THEMES, criteria);
  expect(lessons.map((lesson) => lesson.id)).toEqual(ids);
});

test.each<[why: string, criteria: Criteria, message: string, hint: string]>([
  ['an unknown part number', { part: ['9'] }, '--part 9: there is no such part', '1 · 2 · 4'],
  ['a range past the last part', { part: ['1-99999999'] }, '--part 1-99999999: there is no such part', '1 · 2 · 4'],
  ['a misspelt title', { part: ['Zero Trust Securty'] }, 'there is no such part', 'Did you mean Zero Trust Security?'],
  ['an unknown theme', { theme: ['workflw'] }, '--theme workflw: there is no such theme', 'Did you mean workflow?'],
  ['a style named as a theme', { theme: ['Folio'] }, 'there is no such theme', 'Did you mean --style folio?'],
  ['an unknown source', { source: ['InfoK'] }, '--source InfoK: there is no such source', 'Did you mean InfoQ?'],
  ['an unknown id', { lesson: ['2.9'] }, '--lesson 2.9: there is no such lesson', '1.1 · 1.2'],
  ['a part named as a lesson', { lesson: ['2'] }, '--lesson 2: there is no such lesson', 'Did you mean --part 2?'],
  ['an unknown id to exclude', { exclude: ['7.7'] }, '--exclude 7.7: there is no such lesson', '1.1'],
  ['one bad name in a list', { part: ['1,nine'] }, '--part nine: there is no such part', 'The parts are'],
])('%s is refused with the near misses', async (_, criteria, message, hint) => {
  const error = await errorOf(criteria);
  expect(error).toMatchObject({ code: 'NAME_UNKNOWN', exitCode: 2 });
  expect(error.message).toContain(message);
  expect(error.hint).toContain(hint);
});

test.each<[why: string, criteria: Criteria]>([
  ['a range of parts', { part: ['4-2'] }],
  ['a range of lessons', { lesson: ['2.3-2.1'] }],
])('%s that runs backwards is a usage error', async (_, criteria) => {
  expect(await errorOf(criteria)).toMatchObject({ code: 'USAGE' });
});

test.each<[criteria: Criteria]>([
  [{ part: [''] }],
  [{ theme: [' , '] }],
  [{ search: [''] }],
  [{ limit: 0 }],
  [{ limit: 1.5 }],
])('the value in %j is a usage error', async (criteria) => {
  expect(await errorOf(criteria)).toMatchObject({ code: 'USAGE' });
});

test('an empty selection names the option that emptied it and what was left before', async () => {
  const error = await errorOf({ part: ['2'], theme: ['workflow'], source: ['InfoQ'] });
  expect(error).toMatchObject({ code: 'SELECTION_EMPTY', exitCode: 4 });
  expect(error.message).toBe('--theme workflow: leaves nothing of the 3 lessons left by --part 2');
});

test('a theme that no lesson carries empties the selection', async () => {
  expect((await errorOf({ theme: ['scale'] })).message).toBe(
    "--theme scale: leaves nothing of the library's 6 lessons",
  );
});

test('a misspelt name is told before an empty selection', async () => {
  expect(await errorOf({ part: ['2'], theme: ['workflow'], source: ['nowhere'] })).toMatchObject({
    code: 'NAME_UNKNOWN',
  });
});

async function errorOf(criteria: Criteria): Promise<LecternError> {
  const outcome: unknown = await selectLessons(SMALL_LIBRARY, SMALL_THEMES, criteria, ['folio']).catch(
    (error: unknown) => error,
  );
  if (outcome instanceof LecternError) {
    return outcome;
  }
  throw new Error(`expected a LecternError, got ${JSON.stringify(outcome)}`);
}
