import { resolve } from 'node:path';
import { LecternError } from '../errors.ts';
import type { Config } from '../files/read-config.ts';
import { didYouMean, nearNames } from '../select/near-names.ts';
import type { OptionKind, OptionName, OptionValue } from './option-kinds.ts';
import { OPTION_KINDS, readValue } from './option-kinds.ts';

/** The options of one run: the command line's, and where it is silent the configuration's. */
export interface Settings {
  text(name: OptionName): string | undefined;
  texts(name: OptionName): readonly string[];
  count(name: OptionName): number | undefined;
  flag(name: OptionName, unlessGiven?: boolean): boolean;
  /** Whether the value was typed rather than configured. */
  typed(name: OptionName): boolean;
}

/**
 * @param typed the values on the command line by long name; others than Lectern's options are left alone
 * @param recipe options that a recipe brings along: above the configuration's, below those that were typed
 * @throws LecternError USAGE or CONFIG_INVALID.
 */
export async function readSettings(
  typed: Readonly<Record<string, unknown>>,
  config: Config | undefined,
  recipe?: Config,
): Promise<Settings> {
  const fromCommand = readTyped(typed);
  const below = [config, recipe].filter((given) => given !== undefined);
  const configured = await Promise.all(below.map(readConfigured));
  const values = new Map([...configured.flatMap((read) => [...read]), ...fromCommand]);
  return {
    text: (name) => textOf(values.get(name)),
    texts: (name) => textsOf(values.get(name)),
    count: (name) => countOf(values.get(name)),
    flag: (name, unlessGiven = false) => (values.has(name) ? values.get(name) === true : unlessGiven),
    typed: (name) => fromCommand.has(name),
  };
}

function readTyped(typed: Readonly<Record<string, unknown>>): ReadonlyMap<OptionName, OptionValue> {
  const values = new Map<OptionName, OptionValue>();
  for (const [key, value] of Object.entries(typed)) {
    const name = longName(key);
    if (isOptionName(name) && value !== undefined) {
      values.set(
        name,
        readValue(OPTION_KINDS[name], value, {
          where: `--${name} ${value}`,
          code: 'USAGE',
        }),
      );
    }
  }
  return values;
}

/** Commander's name of an option, `groupBy`, as it is typed: `group-by`. */
function longName(key: string): string {
  return key.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}

async function readConfigured({ file, folder, values }: Config): Promise<ReadonlyMap<OptionName, OptionValue>> {
  const read = new Map<OptionName, OptionValue>();
  for (const [name, value] of values) {
    if (!isOptionName(name)) {
      throw await unknownKey(file, name);
    }
    const kind = OPTION_KINDS[name];
    const option = readValue(kind, value, {
      where: `${file}: ${name}`,
      code: 'CONFIG_INVALID',
    });
    read.set(name, typeof option === 'string' && isPath(kind, option) ? resolve(folder, option) : option);
  }
  return read;
}

function isPath(kind: OptionKind, value: string): boolean {
  return kind === 'path' || (kind === 'style' && value.toLowerCase().endsWith('.css'));
}

async function unknownKey(file: string, name: string): Promise<LecternError> {
  const all = Object.keys(OPTION_KINDS);
  const near = didYouMean(nearNames(name, all));
  const hint = near === '' ? `An option's long name is needed: ${all.join(', ')}.` : near;
  return new LecternError('CONFIG_INVALID', `${file}: there is no option ${name}`, { hint });
}

function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(OPTION_KINDS, name);
}

function textOf(value: OptionValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function textsOf(value: OptionValue | undefined): readonly string[] {
  return typeof value === 'object' ? value : [];
}

function countOf(value: OptionValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
