import { basename, dirname, extname, resolve } from 'node:path';
import { readStart } from '../files/read-start.ts';
import { readText } from '../files/read-text.ts';
import { BUILT_IN, type Recipe } from '../model/recipe.ts';
import { decodeText } from '../parse/decode-text.ts';
import { isRecipe, parseRecipe } from '../parse/parse-recipe.ts';
import type { CommandContext } from './command-context.ts';

/** A recipe that was named in place of a library. */
export interface OpenedRecipe {
  /** As the user named it. */
  readonly file: string;
  /** Stem of its name: the talk's name. */
  readonly name: string;
  readonly recipe: Recipe;
}

/** What a command works on, once a recipe is told from a library. */
export interface Opened {
  /** The library that is meant, if one is. */
  readonly library: string | undefined;
  /** With the recipe's options below those that were typed. */
  readonly context: CommandContext;
}

/**
 * Looks whether a recipe was named where a library can be. Its options count, unless typed ones say otherwise; the
 * configuration's selection does not, since the recipe is one.
 *
 * @throws LecternError CONFIG_INVALID for a recipe that cannot be read as one
 */
export async function openRecipe(named: string | undefined, context: CommandContext): Promise<Opened> {
  const { cwd } = context.io;
  if (named === undefined || !/\.ya?ml$/iu.test(named) || !isRecipe(await readStart(resolve(cwd, named)))) {
    return { library: named, context };
  }
  const recipe = parseRecipe(decodeText(await readText(named, cwd), named), named);
  const folder = dirname(resolve(cwd, named));
  const settings = await context.readSettings({ file: named, folder, values: recipe.options });
  const library = recipe.library === BUILT_IN ? BUILT_IN : resolve(folder, recipe.library);
  const opened = { file: named, name: basename(named, extname(named)), recipe };
  return { library, context: { ...context, settings, recipe: opened } };
}
