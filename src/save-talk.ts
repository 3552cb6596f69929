import { dirname, relative, resolve } from 'node:path';
import type { FoundLibrary } from './files/find-library.ts';
import { isBuiltIn } from './files/find-library.ts';
import { writeOutput } from './files/write-output.ts';
import { filesOfStyle } from './load-style.ts';
import type { Talk } from './make-talk.ts';
import type { TalkOptions } from './model/build-options.ts';
import { BUILT_IN } from './model/recipe.ts';

export interface SaveOptions {
  /** The recipe's file; a relative path is meant from `cwd`. */
  readonly file: string;
  /** Absolute. */
  readonly cwd: string;
  /** Where the talk's library was found. */
  readonly origin: FoundLibrary;
  /** Overwrite a file that Lectern did not make. */
  readonly force: boolean;
}

/**
 * Saves a talk as a recipe. Returns its absolute path.
 * @throws LecternError as `writeOutput` does
 */
export async function saveTalk(talk: Talk, options: TalkOptions, save: SaveOptions): Promise<string> {
  const { exportRecipe } = await import('./export/export-recipe.ts');
  const path = resolve(save.cwd, save.file);
  const library = resolve(save.cwd, save.origin.file);
  const text = exportRecipe(talk.selection, {
    library: isBuiltIn(library) ? BUILT_IN : pathFrom(dirname(path), library),
    options: optionsOf(talk, options, dirname(path)),
    generator: talk.assets.generator,
  });
  await writeOutput(path, text, save);
  options.report.written(path);
  return path;
}

/** What makes the talk the same again, beside its lessons. */
function optionsOf({ selection }: Talk, options: TalkOptions, folder: string): Record<string, string | number> {
  const { title, subtitle, presenter, event, date, lang, mode, size, groupBy } = options;
  const [brand] = filesOfStyle(options.style, options.cwd);
  const style = brand === undefined ? options.style : pathFrom(folder, brand);
  const { minutes, talk } = selection;
  const templates = options.templates === undefined ? undefined : pathFrom(folder, options.templates);
  const look = { style, mode, size, templates };
  const given = { title, subtitle, presenter, event, date, lang, ...look, 'group-by': groupBy, minutes, talk };
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** As every system reads it. */
function pathFrom(folder: string, path: string): string {
  return relative(folder, path).replaceAll('\\', '/');
}
