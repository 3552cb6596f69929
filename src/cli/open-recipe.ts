import { basename, dirname, extname, resolve } from 'node:path';
import { LecternError } from '../errors.ts';
import { readStart } from '../files/read-start.ts';
import { readText } from '../files/read-text.ts';
import { BUILT_IN } from '../model/recipe.ts';
import { decodeText } from '../parse/decode-text.ts';
import { isRecipe } from '../parse/is-recipe.ts';
import type { CommandContext } from './command-context.ts';

/** What a command works on, once a recipe is told from a library. */
export interface Opened {
  /** The libraries that are meant, if any is named. */
  readonly libraries: readonly string[];
  /** With the recipe's options below those that were typed. */
  readonly context: CommandContext;
}

/**
 * Looks whether a recipe was named where a library can be. Its options count, unless typed ones say otherwise; the
 * configuration's selection does not, since the recipe is one.
 *
 * @throws LecternError CONFIG_INVALID for a recipe that cannot be read as one
 */
export async function openRecipe(libraries: readonly string[], context: CommandContext): Promise<Opened> {
  const { cwd } = context.io;
  const recipes = await Promise.all(libraries.map((name) => namesRecipe(name, cwd)));
  const named = libraries[recipes.indexOf(true)];
  if (named === undefined) return { libraries, context };
  if (libraries.length > 1) {
    const hint = 'Name the recipe alone: it knows its library.';
    throw new LecternError('USAGE', `${named}: a recipe among several libraries`, { hint });
  }
  const { parseRecipe } = await import('../parse/parse-recipe.ts');
  const recipe = parseRecipe(decodeText(await readText(named, cwd), named), named);
  const folder = dirname(resolve(cwd, named));
  const settings = await context.readSettings({ file: named, folder, values: recipe.options });
  const library = recipe.library === BUILT_IN ? BUILT_IN : resolve(folder, recipe.library);
  const opened = { file: named, name: basename(named, extname(named)), recipe };
  return { libraries: [library], context: { ...context, settings, recipe: opened } };
}

async function namesRecipe(name: string, cwd: string): Promise<boolean> {
  return /\.ya?ml$/iu.test(name) && isRecipe(await readStart(resolve(cwd, name)));
}
