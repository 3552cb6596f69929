import { describe, expect, it } from 'vitest';
import { isRecipe } from '../../src/parse/is-recipe.ts';
import { parseRecipe } from '../../src/parse/parse-recipe.ts';

const LESSON = '  - id: "1.2"\n    topic: On x\n    source: A\n    quote: Words.\n';
const RECIPE = `recipe: 1\nlibrary: ada.yaml\norder: library\nlessons:\n${LESSON}`;

describe('parseRecipe', () => {
  it('reads what was saved, with the line of each lesson', () => {
    const text = RECIPE.replace('order: library', 'order: shuffle\noptions:\n  style: raster\n  part: [1, 2]');
    expect(parseRecipe(text + LESSON.replace('1.2', '1.3'), 'talk.yaml')).toEqual({
      library: 'ada.yaml',
      order: 'shuffle',
      options: new Map<string, unknown>([
        ['style', 'raster'],
        ['part', ['1', '2']],
      ]),
      lessons: [
        { id: '1.2', topic: 'On x', source: 'A', quote: 'Words.', line: 8 },
        { id: '1.3', topic: 'On x', source: 'A', quote: 'Words.', line: 12 },
      ],
    });
    expect(parseRecipe(RECIPE, 'talk.yaml')).toMatchObject({ order: 'library', options: new Map() });
    expect(parseRecipe(RECIPE.replace('order: library', 'order: ranking'), 'talk.yaml').order).toBe('ranking');
  });

  it.each([
    ['another form', RECIPE.replace('1', '2'), '1: "recipe" should be 1, the only form there is'],
    ['no library', RECIPE.replace('ada.yaml', '""'), '2: "library" should be a path'],
    ['a library that is none', RECIPE.replace('ada.yaml', '[a]'), '2: "library" should be text'],
    ['another order', RECIPE.replace('order: library', 'order: x'), '3: "order" should be library, ranking or shuffle'],
    ['options that are none', `${RECIPE}options: x\n`, '9: "options" should be options by long name'],
    ['no lessons', RECIPE.replace(LESSON, '  []\n'), '4: "lessons" should be at least one lesson'],
    ['lessons that are none', RECIPE.replace(LESSON, '  x\n'), '4: "lessons" should be a list of lessons'],
    [
      'a lesson that is none',
      RECIPE.replace(LESSON, '  - x\n'),
      '5: "lessons.0" should be id, topic, source and quote',
    ],
    ['a lesson without a quote', RECIPE.replace('    quote: Words.\n', ''), '5: "lessons.0.quote" should be text'],
    ['a field too many', `${RECIPE}ordr: x\n`, '9: "ordr" is not a field of a recipe; did you mean "order"?'],
    ['a field like no other', `${RECIPE}zzzzzz: x\n`, '9: "zzzzzz" is not a field of a recipe'],
    ['a slip of recipe', `${RECIPE}recip: x\n`, '9: "recip" is not a field of a recipe; did you mean "recipe"?'],
    ['a slip of library', `${RECIPE}librar: x\n`, '9: "librar" is not a field of a recipe; did you mean "library"?'],
    ['a slip of options', `${RECIPE}option: x\n`, '9: "option" is not a field of a recipe; did you mean "options"?'],
    ['a slip of lessons', `${RECIPE}lesson: x\n`, '9: "lesson" is not a field of a recipe; did you mean "lessons"?'],
    ['a field of a lesson too many', RECIPE.replace('quote:', 'qoute:'), '5: "lessons.0.quote" should be text'],
    [
      'a slip in a lesson',
      RECIPE.replace('    quote:', '    topc: x\n    quote:'),
      '8: "topc" is not a field of a recipe; did you mean "topic"?',
    ],
    ['a field twice', `${RECIPE}order: x\n`, '9: "order" stands here a second time'],
    ['broken YAML', 'recipe: "1', '1: Missing closing'],
    ['nothing', '', '1: "" should be named fields'],
  ])('refuses %s by line', (_, text, message) => {
    expect(() => parseRecipe(text, 'talk.yaml')).toThrow(
      expect.objectContaining({
        code: 'CONFIG_INVALID',
        message: expect.stringContaining(`talk.yaml:${message}`),
        hint: 'Save it anew with --save, or mend the line.',
      }),
    );
  });

  it('says no more than there is to say', () => {
    const messageOf = (text: string): unknown => {
      try {
        return parseRecipe(text, 't.yaml');
      } catch (error) {
        return error instanceof Error && error.message;
      }
    };
    expect(messageOf(`${RECIPE}zzzzzz: x\n`)).toBe('t.yaml:9: "zzzzzz" is not a field of a recipe');
  });

  it.each([
    ['recipe: 1', true],
    ['# saved\nrecipe : 1', true],
    ['recipes: 1', false],
    ['title: recipe: 1', false],
  ])('%j begins a recipe: %s', (start, is) => {
    expect(isRecipe(start)).toBe(is);
  });
});
