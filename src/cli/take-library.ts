import { LecternError } from '../errors.ts';
import type { LoadedLibrary } from '../load-library.ts';
import { loadLibraries } from '../load-library.ts';
import type { RecipeChange } from '../model/recipe.ts';
import type { Criteria } from '../model/selection.ts';
import { resolveRecipe } from '../select/resolve-recipe.ts';
import { displayPath } from './display-path.ts';
import type { Opened } from './open-recipe.ts';
import { readCriteria } from './read-criteria.ts';

/** The library that a command works on, and what the options and a recipe ask of it. */
export interface TakenLibrary extends LoadedLibrary {
  readonly criteria: Criteria;
}

/**
 * Loads the library that a command works on, says which it is when it was not named, and what has changed since a recipe.
 * @throws LecternError as `loadLibrary` does; NAME_UNKNOWN for lessons of a recipe that are gone.
 */
export async function takeLibrary({ libraries, context }: Opened): Promise<TakenLibrary> {
  const { settings, io, report, recipe } = context;
  const configLibrary = settings.text('library');
  const loaded = await loadLibraries(libraries, {
    cwd: io.cwd,
    ...(configLibrary === undefined ? {} : { configLibrary }),
  });
  const { file, why } = loaded.origin;
  if (why !== 'named') {
    report.note(`Library: ${displayPath(file, io.cwd)} (${WHY[why]})`);
  }
  report.warnings(loaded.warnings);
  if (loaded.suggested > 0) {
    const lessons = loaded.suggested === 1 ? '1 lesson carries' : `${loaded.suggested} lessons carry`;
    report.note(`${lessons} no themes; some were suggested by their words.`);
  }
  const criteria = readCriteria(context);
  if (recipe === undefined) return { ...loaded, criteria };
  const { ids, changes } = resolveRecipe(recipe.recipe, loaded.library, recipe.file);
  for (const change of changes) report.note(changeSentence(change));
  const [minutes, talk] = [settings.count('minutes'), settings.count('talk')];
  const choice = {
    ids,
    order: recipe.recipe.order,
    ...(minutes === undefined ? {} : { minutes }),
    ...(talk === undefined ? {} : { talk }),
  };
  return {
    ...loaded,
    library: { ...loaded.library, name: recipe.name },
    criteria: { ...criteria, recipe: choice },
  };
}

/** @throws LecternError USAGE: a recipe names one library */
export function checkSaving({ origins }: LoadedLibrary, file: string): void {
  if (origins.length < 2) return;
  const hint = 'Save it from one library, or leave out --save.';
  throw new LecternError('USAGE', `--save ${file}: a recipe names one library, and ${origins.length} are given`, {
    hint,
  });
}

function changeSentence({ kind, id, before }: RecipeChange): string {
  switch (kind) {
    case 'moved':
      return `Lesson ${before} of the recipe is ${id} now.`;
    case 'quote':
      return `Lesson ${id}: its quote has changed since the recipe was saved.`;
    case 'topic':
    case 'source':
      return `Lesson ${id}: its ${kind} has changed since the recipe was saved; it was ${before}.`;
  }
}

/** Why a library was taken that nobody named on the command line. */
export const WHY = {
  config: 'as configured',
  'data-folder': 'the only one in data/',
  'built-in': 'built in',
} as const;
