import { expect, test } from 'vitest';
import type { Library } from '../../src/model/library.ts';
import { lessonsOf } from '../../src/model/library.ts';
import type { Recipe, RecipeLesson } from '../../src/model/recipe.ts';
import { resolveRecipe } from '../../src/select/resolve-recipe.ts';
import { SMALL_LIBRARY } from './small-library.ts';

const saved = new Map(
  lessonsOf(SMALL_LIBRARY).map(({ id, topic, source, quote }, index) => [
    id,
    { id, topic, source, quote, line: index + 9 },
  ]),
);

function recipeOf(...ids: readonly string[]): Recipe {
  const lessons = ids.flatMap((id): readonly RecipeLesson[] => {
    const lesson = saved.get(id);
    return lesson ? [lesson] : [];
  });
  return { library: 'small.yaml', order: 'shuffle', options: new Map(), lessons };
}

/** The library with a lesson before all others of part 1, whose numbers go up by one. */
function grown(change: (library: Library) => Library = (library) => library): Library {
  const [first, ...others] = SMALL_LIBRARY.parts;
  if (!first) throw new RangeError('a part is there');
  const news = {
    ...first.lessons[0],
    id: '1.1',
    part: 1,
    number: 1,
    topic: 'On news',
    quote: 'New.',
    source: 'InfoQ',
    themes: [],
    key: false,
    line: 1,
  };
  const moved = first.lessons.map((lesson) => ({ ...lesson, number: lesson.number + 1, id: `1.${lesson.number + 1}` }));
  return change({ ...SMALL_LIBRARY, parts: [{ ...first, lessons: [news, ...moved] }, ...others] });
}

function edited(library: Library, id: string, fields: object): Library {
  const parts = library.parts.map((part) => ({
    ...part,
    lessons: part.lessons.map((lesson) => (lesson.id === id ? { ...lesson, ...fields } : lesson)),
  }));
  return { ...library, parts };
}

test('in the same library a recipe is its lessons in its order', () => {
  expect(resolveRecipe(recipeOf('4.1', '1.2', '2.1'), SMALL_LIBRARY, 'talk.yaml')).toEqual({
    ids: ['4.1', '1.2', '2.1'],
    changes: [],
  });
});

test('a lesson is found by its words where it stands now', () => {
  expect(resolveRecipe(recipeOf('1.2', '2.1'), grown(), 'talk.yaml')).toEqual({
    ids: ['1.3', '2.1'],
    changes: [{ kind: 'moved', id: '1.3', before: '1.2' }],
  });
});

test('a lesson whose words were edited is found by id and topic, and told', () => {
  const library = edited(SMALL_LIBRARY, '1.2', { quote: 'Secrets expire at noon.' });
  expect(resolveRecipe(recipeOf('1.2'), library, 'talk.yaml')).toEqual({
    ids: ['1.2'],
    changes: [{ kind: 'quote', id: '1.2', before: '' }],
  });
});

test('a lesson that moved and was edited is found by topic and source', () => {
  const library = grown((now) => edited(now, '1.3', { quote: 'Secrets expire at noon.' }));
  expect(resolveRecipe(recipeOf('1.2'), library, 'talk.yaml')).toEqual({
    ids: ['1.3'],
    changes: [
      { kind: 'moved', id: '1.3', before: '1.2' },
      { kind: 'quote', id: '1.3', before: '' },
    ],
  });
});

test('a new topic or source is told with what it was', () => {
  const library = edited(SMALL_LIBRARY, '2.1', { topic: 'On walls', source: 'Smith, Jones and Sons' });
  expect(resolveRecipe(recipeOf('2.1'), library, 'talk.yaml').changes).toEqual([
    { kind: 'topic', id: '2.1', before: 'On perimeters' },
    { kind: 'source', id: '2.1', before: 'InfoQ' },
  ]);
});

test('of lessons with the same words the one with the same id is meant', () => {
  const library = edited(edited(SMALL_LIBRARY, '1.1', { quote: 'Same.' }), '2.1', { quote: 'Same.' });
  const recipe = {
    ...recipeOf('2.1'),
    lessons: [{ id: '2.1', topic: 'On perimeters', source: 'InfoQ', quote: 'Same.', line: 9 }],
  };
  expect(resolveRecipe(recipe, library, 'talk.yaml').ids).toEqual(['2.1']);
});

test('lessons that are gone are all named, with the line of the first', () => {
  const [first, ...others] = SMALL_LIBRARY.parts;
  const library = { ...SMALL_LIBRARY, parts: others };
  expect(first?.lessons).toHaveLength(2);
  expect(() => resolveRecipe(recipeOf('2.1', '1.1', '1.2'), library, 'talk.yaml')).toThrow(
    expect.objectContaining({
      code: 'NAME_UNKNOWN',
      message: 'talk.yaml:9: no longer in Lessons from Nobody: 1.1 On shifts, 1.2 On trust',
    }),
  );
});
