import { LecternError } from './errors.ts';
import type { FoundLibrary } from './files/find-library.ts';
import { findLibrary } from './files/find-library.ts';
import { readPrepared } from './files/read-prepared.ts';
import { readText } from './files/read-text.ts';
import { readThemes } from './files/read-themes.ts';
import type { Library } from './model/library.ts';
import type { Problem } from './model/problem.ts';
import { severityOf } from './model/problem.ts';
import type { Theme } from './model/theme.ts';
import { checkThemes } from './parse/check-themes.ts';
import { decodeText } from './parse/decode-text.ts';
import { fileExtension, fileStem } from './parse/file-stem.ts';
import { suggestThemes } from './parse/suggest-themes.ts';

export interface LoadedLibrary {
  readonly library: Library;
  readonly themes: readonly Theme[];
  readonly warnings: readonly Problem[];
  /** How many lessons without tags were given themes by their words. */
  readonly suggested: number;
  readonly origin: FoundLibrary;
  /** All libraries, where several were put together; else the one. */
  readonly origins: readonly FoundLibrary[];
}

export interface CheckedLibrary {
  /** Missing when the file is too broken to be one. */
  readonly library?: Library;
  readonly problems: readonly Problem[];
}

/**
 * Finds, reads and checks a library, and gives lessons without themes those their words suggest.
 * @throws LecternError FILE_UNREADABLE; LIBRARY_INVALID with every problem at once.
 */
export async function loadLibrary(
  path: string | undefined,
  options: { readonly cwd: string; readonly configLibrary?: string },
): Promise<LoadedLibrary> {
  const origin = await findLibrary(path, options);
  const themes = await loadThemes();
  const { library, problems } = await checkLibrary(origin.file, {
    cwd: options.cwd,
    themes,
  });
  if (library === undefined || problems.some((problem) => severityOf(problem) === 'error')) {
    throw invalid(origin.file, problems);
  }
  return {
    ...suggestThemes(library, themes),
    themes,
    warnings: problems,
    origin,
    origins: [origin],
  };
}

/**
 * Several libraries as one; none named or one is `loadLibrary`.
 * @throws LecternError as `loadLibrary` does, with the problems of all of them; USAGE for one that is named twice.
 */
export async function loadLibraries(
  paths: readonly string[],
  options: { readonly cwd: string; readonly configLibrary?: string },
): Promise<LoadedLibrary> {
  const [path, ...others] = paths;
  if (path === undefined || others.length === 0) return loadLibrary(path, options);
  const twice = paths.find((one, place) => paths.indexOf(one) !== place);
  if (twice !== undefined) {
    throw new LecternError('USAGE', `${twice}: the library is named twice`, { hint: 'Name each library once.' });
  }
  const results = await Promise.allSettled(paths.map((one) => loadLibrary(one, options)));
  const loaded = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failures = results.flatMap((result): unknown[] => (result.status === 'rejected' ? [result.reason] : []));
  if (failures.length > 0) throw joinFailures(failures);
  const [first] = loaded;
  if (first === undefined) throw new RangeError('no library was loaded');
  const { mergeLibraries } = await import('./select/merge-libraries.ts');
  return {
    library: mergeLibraries(loaded.map(({ library, origin }) => ({ library, file: origin.file }))),
    themes: first.themes,
    warnings: loaded.flatMap(({ warnings }) => warnings),
    suggested: loaded.reduce((sum, { suggested }) => sum + suggested, 0),
    origin: first.origin,
    origins: loaded.map(({ origin }) => origin),
  };
}

/** Problems of several libraries are told at once; anything else comes first. */
function joinFailures(failures: readonly unknown[]): unknown {
  const invalids = failures.filter((failure) => failure instanceof LecternError && failure.code === 'LIBRARY_INVALID');
  const problems = invalids.flatMap((failure) => (failure instanceof LecternError ? failure.problems : []));
  const [first] = failures;
  if (invalids.length < failures.length || invalids.length === 1) {
    return failures.find((failure) => !invalids.includes(failure)) ?? first;
  }
  const files = [...new Set(problems.map((problem) => problem.file))];
  return invalid(files.join(', '), problems);
}

/**
 * What a library file holds and everything that is wrong with it.
 * @throws LecternError FILE_UNREADABLE.
 */
export async function checkLibrary(
  file: string,
  options: { readonly cwd: string; readonly themes: readonly Theme[] },
): Promise<CheckedLibrary> {
  const bytes = await readText(file, options.cwd);
  // The ending says how a text is read, and what is prepared was read as YAML.
  const prepared = isYaml(file) ? readPrepared<Library>('library', [bytes]) : undefined;
  const { library, problems } = prepared ? renamed(prepared, file) : await readLibrary(bytes, file);
  if (library === undefined) {
    return { problems };
  }
  return {
    library,
    problems: [...problems, ...checkThemes(library, options.themes, file)],
  };
}

/** A file that is no text is one more thing wrong with it, so that a check of several files goes on to the next. */
async function readLibrary(bytes: Uint8Array, file: string): Promise<CheckedLibrary> {
  // Loaded where it is needed: the library that comes with Lectern was read when Lectern was built.
  const { parseLibrary } = await import('./parse/parse-library.ts');
  try {
    return parseLibrary(decodeText(bytes, file), file);
  } catch (error) {
    if (error instanceof LecternError && error.code === 'LIBRARY_INVALID') {
      const reason = error.message.replace(`${file}: `, '');
      return {
        problems: [{ kind: 'document-unreadable', file, line: 1, details: { reason } }],
      };
    }
    throw error;
  }
}

function isYaml(file: string): boolean {
  return ['.yaml', '.yml'].includes(fileExtension(file));
}

/** Only libraries without a problem are prepared; a copy has the words of the original and a name of its own. */
function renamed(library: Library, file: string): CheckedLibrary {
  return { library: { ...library, name: fileStem(file) }, problems: [] };
}

/** The themes that come with Lectern, by their order, then by name. */
export async function loadThemes(): Promise<readonly Theme[]> {
  const files = await readThemes();
  const prepared = readPrepared<readonly Theme[]>(
    'themes',
    files.map(({ bytes }) => bytes),
  );
  return prepared ?? parseThemes(files);
}

async function parseThemes(files: Awaited<ReturnType<typeof readThemes>>): Promise<readonly Theme[]> {
  const { parseTheme } = await import('./parse/parse-theme.ts');
  const themes = files.map(({ file, bytes }) => parseTheme(decodeText(bytes, file), file));
  return themes.toSorted((a, b) => placeOf(a) - placeOf(b) || (a.name < b.name ? -1 : 1));
}

function placeOf(theme: Theme): number {
  return theme.order ?? Number.MAX_SAFE_INTEGER;
}

function invalid(file: string, problems: readonly Problem[]): LecternError {
  const count = problems.filter((problem) => severityOf(problem) === 'error').length;
  const what = count === 1 ? 'the library has a problem' : `the library has ${count} problems`;
  return new LecternError('LIBRARY_INVALID', `${file}: ${what}`, {
    hint: 'Nothing was written. Mend the lines above.',
    problems,
  });
}
