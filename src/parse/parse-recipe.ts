import * as z from 'zod/mini';
import { LecternError } from '../errors.ts';
import type { Recipe } from '../model/recipe.ts';
import { findNearest } from './find-nearest.ts';
import { lineAt } from './placed-data.ts';
import { readShape, TOO_MUCH_IS_WRONG } from './read-shape.ts';
import { readYaml } from './read-yaml.ts';

const HINT = 'Save it anew with --save, or mend the line.';

const text = z.string('text');
const lesson = z.strictObject({ id: text, topic: text, source: text, quote: text }, 'id, topic, source and quote');
const recipe = z.strictObject(
  {
    recipe: z.literal('1', '1, the only form there is'),
    library: text.check(z.minLength(1, 'a path')),
    order: z.enum(['library', 'ranking', 'shuffle'], 'library, ranking or shuffle'),
    options: z.optional(z.record(z.string(), z.unknown(), 'options by long name')),
    lessons: z.array(lesson, 'a list of lessons').check(z.minLength(1, 'at least one lesson')),
  },
  'named fields',
);

/**
 * Reads a recipe, as `--save` writes it.
 * @throws LecternError CONFIG_INVALID naming file and line of the first fault.
 */
export function parseRecipe(content: string, file: string): Recipe {
  const data = readYaml(content, file);
  const [problem] = data.problems;
  if (problem !== undefined) {
    const { message, field } = problem.details;
    throw invalid(file, problem.line, message ?? `"${field}" stands here a second time`);
  }
  const result = readShape(recipe, data.value);
  if (result === undefined) throw invalid(file, 1, TOO_MUCH_IS_WRONG);
  if (!result.success) {
    const [issue] = result.error.issues;
    if (issue === undefined) throw invalid(file, 1, 'this is not a recipe');
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
    throw invalid(file, lineAt(data, path), sentenceOf(issue));
  }
  const { library, order, options, lessons } = result.data;
  return {
    library,
    order,
    options: new Map(Object.entries(options ?? {})),
    lessons: lessons.map((entry, index) => ({ ...entry, line: lineAt(data, ['lessons', index]) })),
  };
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'unrecognized_keys') return `"${issue.path.join('.')}" should be ${issue.message}`;
  const [key = ''] = issue.keys;
  const names =
    issue.path.length === 0 ? ['recipe', 'library', 'order', 'options', 'lessons'] : Object.keys(lesson.shape);
  const nearest = findNearest(key, names);
  return `"${key}" is not a field of a recipe${nearest === '' ? '' : `; did you mean "${nearest}"?`}`;
}

function invalid(file: string, line: number, what: string): LecternError {
  return new LecternError('CONFIG_INVALID', `${file}:${line}: ${what}`, { hint: HINT });
}
