import * as z from 'zod/mini';
import { LecternError } from '../errors.ts';
import type { Theme } from '../model/theme.ts';
import { fileStem } from './file-stem.ts';
import { findNearest } from './find-nearest.ts';
import { lineAt } from './placed-data.ts';
import { readYaml } from './read-yaml.ts';

const HINT = 'themes/README.md says what a theme file holds.';

const oneLine = z.string('text').check(z.trim(), z.regex(/^[^\n]+$/, 'one line of text'));

const shape = {
  title: oneLine,
  description: oneLine,
  icon: oneLine,
  glyph: oneLine,
  terms: z.array(oneLine, 'a list of words').check(z.minLength(1, 'at least one word')),
  order: z.optional(z.pipe(z.transform(numberFromText), z.int('a whole number').check(z.gte(1, 'a number from 1')))),
};

const themeSchema = z.strictObject(shape, 'named fields');

/**
 * Reads one file of `themes/`; the file's stem is the theme's name.
 * @throws LecternError CONFIG_INVALID naming file and line of the first fault.
 */
export function parseTheme(text: string, file: string): Theme {
  const data = readYaml(text, file);
  const [problem] = data.problems;
  if (problem !== undefined) {
    const { message, field } = problem.details;
    throw invalid(file, problem.line, message ?? `"${field}" stands here a second time`);
  }
  const result = z.safeParse(themeSchema, data.value ?? {});
  if (!result.success) {
    const [issue] = result.error.issues;
    if (issue === undefined) throw invalid(file, 1, 'this is not a theme');
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
    throw invalid(file, lineAt(data, path), sentenceOf(issue));
  }
  const { order, ...theme } = result.data;
  return { name: fileStem(file), ...theme, ...(order === undefined ? {} : { order }) };
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'unrecognized_keys') return `"${issue.path.join('.')}" should be ${issue.message}`;
  const [key = ''] = issue.keys;
  const nearest = findNearest(key, Object.keys(shape));
  return `"${key}" is not a field of a theme${nearest === '' ? '' : `; did you mean "${nearest}"?`}`;
}

function invalid(file: string, line: number, what: string): LecternError {
  return new LecternError('CONFIG_INVALID', `${file}:${line}: ${what}`, { hint: HINT });
}

function numberFromText(value: unknown): unknown {
  return typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value;
}
