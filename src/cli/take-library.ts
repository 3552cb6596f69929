import type { LoadedLibrary } from '../load-library.ts';
import { loadLibrary } from '../load-library.ts';
import type { CommandContext } from './command-context.ts';
import { displayPath } from './display-path.ts';

/**
 * Loads the library that a command works on and says which it is when it was not named.
 * @throws LecternError as `loadLibrary` does.
 */
export async function takeLibrary(
  named: string | undefined,
  { settings, io, report }: CommandContext,
): Promise<LoadedLibrary> {
  const configLibrary = settings.text('library');
  const loaded = await loadLibrary(named, {
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
  return loaded;
}

/** Why a library was taken that nobody named on the command line. */
export const WHY = {
  config: 'as configured',
  'data-folder': 'the only one in data/',
  'built-in': 'built in',
} as const;
