import { LecternError } from '../errors.ts';

/**
 * Every option that a configuration may hold, under its long name, and what its value is. `path`: meant from the
 * configuration's folder there, from the working folder on the command line. `seed`: a number, or just that the
 * option is on. `style`: a name, or the path of a CSS file.
 */
export const OPTION_KINDS = {
  library: 'path',
  part: 'texts',
  theme: 'texts',
  lesson: 'texts',
  source: 'texts',
  search: 'texts',
  exclude: 'texts',
  limit: 'count',
  minutes: 'count',
  talk: 'seconds',
  shuffle: 'seed',
  'group-by': 'text',
  each: 'text',
  flavour: 'text',
  paper: 'text',
  'poster-size': 'text',
  'per-page': 'text',
  'handout-layout': 'text',
  notes: 'text',
  to: 'texts',
  output: 'path',
  name: 'text',
  style: 'style',
  mode: 'text',
  size: 'text',
  scale: 'text',
  templates: 'path',
  title: 'text',
  subject: 'text',
  subtitle: 'text',
  presenter: 'text',
  event: 'text',
  date: 'text',
  lang: 'text',
  browser: 'text',
  timeout: 'count',
  force: 'flag',
  yes: 'flag',
  'install-browser': 'flag',
  open: 'flag',
  save: 'path',
  port: 'count',
  host: 'text',
  columns: 'texts',
  merge: 'flag',
  prune: 'flag',
  'dry-run': 'flag',
  json: 'flag',
  strict: 'flag',
  quiet: 'flag',
  verbose: 'flag',
} as const;

export type OptionName = keyof typeof OPTION_KINDS;
export type OptionKind = (typeof OPTION_KINDS)[OptionName];
export type OptionValue = string | number | boolean | readonly string[];

/**
 * The value as its kind wants it.
 * @throws LecternError USAGE or CONFIG_INVALID (as `code` says) for a value of another kind.
 */
export function readValue(
  kind: OptionKind,
  value: unknown,
  { where, code }: { readonly where: string; readonly code: 'USAGE' | 'CONFIG_INVALID' },
): OptionValue {
  const read = READERS[kind](value);
  if (read === undefined) {
    throw new LecternError(code, `${where}: ${WANTED[kind].what} is needed here`, { hint: WANTED[kind].hint });
  }
  return read;
}

const WANTED: Readonly<Record<OptionKind, { what: string; hint: string }>> = {
  path: { what: 'a path', hint: 'Write one path.' },
  style: { what: 'the name of a style or a CSS file', hint: 'Write a name such as folio, or a path such as acme.css.' },
  text: {
    what: 'a text',
    hint: 'Write one text, in quotation marks when it holds special characters.',
  },
  texts: {
    what: 'a text or a list of texts',
    hint: 'Write one value, or a list of values.',
  },
  count: {
    what: 'a whole number from 1 up',
    hint: 'Write a number such as 5.',
  },
  seconds: {
    what: 'a whole number of seconds',
    hint: 'Write a number such as 45, or 0.',
  },
  seed: {
    what: 'a whole number',
    hint: 'Write a number such as 7, or no value at all; what else is meant stands before the option.',
  },
  flag: { what: 'true or false', hint: 'Write true or false.' },
};

const READERS: Readonly<Record<OptionKind, (value: unknown) => OptionValue | undefined>> = {
  path: (value) => readText(value) || undefined,
  style: (value) => readText(value) || undefined,
  text: readText,
  texts: readTexts,
  count: (value) => readWhole(value, 1),
  seconds: (value) => readWhole(value, 0),
  seed: readSeed,
  flag: readFlag,
};

function readText(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) {
    return String(value);
  }
  return typeof value === 'string' ? value : undefined;
}

function readTexts(value: unknown): readonly string[] | undefined {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = items.map(readText).filter((text) => text !== undefined);
  return texts.length === items.length ? texts : undefined;
}

function readWhole(value: unknown, least: number): number | undefined {
  const text = readText(value)?.trim() ?? '';
  const count = Number(text);
  return /^\d+$/.test(text) && Number.isSafeInteger(count) && count >= least ? count : undefined;
}

/** On without a number is the first seed, off is none. */
function readSeed(value: unknown): number | false | undefined {
  const isOn = readFlag(value);
  return isOn === undefined ? readWhole(value, 0) : isOn && 1;
}

function readFlag(value: unknown): boolean | undefined {
  if (value === true || value === 'true') {
    return true;
  }
  return value === false || value === 'false' ? false : undefined;
}
