import { readdir } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { LecternError } from '../errors.ts';
import { LARGEST_SMALL_FILE, readText } from './read-text.ts';
import { systemCode, systemReason } from './system-reason.ts';

/** A configuration as it stands in its file. What its keys may be is for the command line to say. */
export interface Config {
  /** As named, or the file's bare name when it was found in the working folder. */
  readonly file: string;
  /** Absolute; relative paths in the configuration are meant from here. */
  readonly folder: string;
  /** Scalars of a YAML file are strings as written. */
  readonly values: ReadonlyMap<string, unknown>;
}

/** A configuration's names in the working folder. */
export const CONFIG_NAMES: readonly string[] = ['lectern.config.yaml', 'lectern.config.yml', 'lectern.config.json'];

/**
 * The configuration named, or the one in the working folder; undefined when there is none.
 * @throws LecternError FILE_UNREADABLE, or CONFIG_INVALID for one that is not a map of data or for two in one folder.
 */
export async function readConfig(cwd: string, named?: string): Promise<Config | undefined> {
  const file = named ?? (await findConfig(cwd));
  if (file === undefined) {
    return undefined;
  }
  const text = decode(await readText(file, cwd, LARGEST_SMALL_FILE), file);
  const values =
    extname(file).toLowerCase() === '.json' ? parseJson(text, file) : mapOf(await readYaml(text, file), file);
  return { file, folder: dirname(resolve(cwd, file)), values };
}

async function findConfig(cwd: string): Promise<string | undefined> {
  const names = await listNames(cwd);
  const found = CONFIG_NAMES.filter((name) => names.includes(name));
  if (found.length > 1) {
    const hint = 'Keep one of them.';
    throw new LecternError('CONFIG_INVALID', `${found.join(' and ')}: two configurations in one folder`, { hint });
  }
  return found[0];
}

async function listNames(cwd: string): Promise<readonly string[]> {
  try {
    return await readdir(cwd);
  } catch (error) {
    if (systemCode(error) === 'EACCES') {
      // A folder that may be passed through but not listed is no reason to stop: a configuration can still be named.
      return [];
    }
    const hint = 'Change to a folder that exists.';
    throw new LecternError('FILE_UNREADABLE', `${cwd}: ${systemReason(error)}`, { hint, cause: error });
  }
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw invalid(file, 'the text is not UTF-8', error);
  }
}

function parseJson(text: string, file: string): ReadonlyMap<string, unknown> {
  try {
    return mapOf(JSON.parse(text), file);
  } catch (error) {
    throw error instanceof SyntaxError ? invalid(file, error.message, error) : error;
  }
}

async function readYaml(text: string, file: string): Promise<unknown> {
  // Loaded where it is needed, and by a file of its own: a bundle has CommonJS packages' names only for static imports.
  const { parseConfigYaml, YamlFault } = await import('./parse-config-yaml.ts');
  try {
    return parseConfigYaml(text);
  } catch (error) {
    if (!(error instanceof YamlFault)) throw error;
    throw invalid(error.line === undefined ? file : `${file}:${error.line}`, error.message, error);
  }
}

function mapOf(value: unknown, file: string): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid(file, 'the file does not hold `option: value` pairs');
  }
  return new Map(Object.entries(value));
}

function invalid(where: string, what: string, cause?: unknown): LecternError {
  const hint = 'A configuration holds long option names and their values, such as `style: folio`.';
  return new LecternError('CONFIG_INVALID', `${where}: ${what}`, {
    hint,
    cause,
  });
}
