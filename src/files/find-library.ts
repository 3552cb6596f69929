import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { LecternError } from '../errors.ts';
import { BUILT_IN } from '../model/recipe.ts';
import { findPackageRoot } from './find-package-root.ts';
import { systemCode, systemReason } from './system-reason.ts';

export interface FoundLibrary {
  /** As the user would name it: relative paths are meant from the working folder. */
  readonly file: string;
  readonly why: 'named' | 'config' | 'data-folder' | 'built-in';
}

const BUILT_IN_FILE = join('data', 'armon-dadgar.yaml');
const CURATED = ['.yaml', '.yml', '.json'];
const DOCUMENTS = ['.txt', '.md'];
const NOT_A_LIBRARY = /^(?:readme|changelog|license|contributing)\b/i;

/**
 * Which library to take: the one named (`built-in` is the name of Lectern's own), the configuration's, the only one in `./data`, or the built-in one.
 * @throws LecternError FILE_UNREADABLE when `./data` is there but cannot be read.
 */
export async function findLibrary(
  named: string | undefined,
  options: { readonly cwd: string; readonly configLibrary?: string },
): Promise<FoundLibrary> {
  if (named !== undefined) {
    return { file: named === BUILT_IN ? builtInFile(options.cwd) : named, why: 'named' };
  }
  if (options.configLibrary !== undefined) {
    return { file: options.configLibrary, why: 'config' };
  }
  const [only, ...others] = await listLibraries(options.cwd);
  if (only !== undefined && others.length === 0) {
    return { file: join('data', only), why: 'data-folder' };
  }
  return { file: builtInFile(options.cwd), why: 'built-in' };
}

/** Whether an absolute path is that of the library that comes with Lectern. */
export function isBuiltIn(path: string): boolean {
  return path === join(findPackageRoot().folder, BUILT_IN_FILE);
}

function builtInFile(cwd: string): string {
  const file = join(findPackageRoot().folder, BUILT_IN_FILE);
  const fromHere = relative(cwd, file);
  return fromHere.startsWith('..') ? file : fromHere;
}

/** A curated file counts before a document: the one is often imported from the other and both kept. */
async function listLibraries(cwd: string): Promise<readonly string[]> {
  const names = await listFiles(join(cwd, 'data'));
  const curated = names.filter((name) => hasExtension(name, CURATED));
  return curated.length > 0 ? curated : names.filter((name) => hasExtension(name, DOCUMENTS));
}

async function listFiles(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.') && !NOT_A_LIBRARY.test(entry.name))
      .map((entry) => entry.name);
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') {
      return [];
    }
    const hint = 'Name the library: lectern <file>.';
    throw new LecternError('FILE_UNREADABLE', `${folder}: ${systemReason(error)}`, { hint, cause: error });
  }
}

function hasExtension(name: string, extensions: readonly string[]): boolean {
  return extensions.some((extension) => name.toLowerCase().endsWith(extension));
}
