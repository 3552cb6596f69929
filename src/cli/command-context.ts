import type { Config } from '../files/read-config.ts';
import type { Recipe } from '../model/recipe.ts';
import type { Io } from './io.ts';
import type { Report } from './report.ts';
import type { Settings } from './settings.ts';

/** A recipe that was named in place of a library. */
export interface OpenedRecipe {
  /** As the user named it. */
  readonly file: string;
  /** Stem of its name: the talk's name. */
  readonly name: string;
  readonly recipe: Recipe;
}

/** What one command is run with. */
export interface CommandContext {
  readonly args: readonly string[];
  readonly settings: Settings;
  /** The configuration that was named, if one was. */
  readonly config: string | undefined;
  /** Reads the settings once more, with the configuration as it is by then and the options of a recipe. */
  readonly readSettings: (recipe?: Config) => Promise<Settings>;
  /** The recipe that was named in place of a library. */
  readonly recipe?: OpenedRecipe;
  readonly io: Io;
  readonly report: Report;
}

/** Returns the exit code. */
export type RunCommand = (context: CommandContext) => Promise<number>;
