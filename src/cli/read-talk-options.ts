import { resolve } from 'node:path';
import { LecternError } from '../errors.ts';
import type { TalkOptions } from '../model/build-options.ts';
import { GROUPINGS } from '../model/selection.ts';
import { MODES, SLIDE_SIZE_NAMES } from '../model/style.ts';
import type { CommandContext } from './command-context.ts';
import type { OptionName } from './option-kinds.ts';
import { readCriteria } from './read-criteria.ts';
import type { Settings } from './settings.ts';

/**
 * What the options say about the talk itself, whatever is made of it.
 * @param size where something else than the shape of slides can be meant by it
 */
export function readTalkOptions(
  context: CommandContext,
  size: Pick<TalkOptions, 'size' | 'card'> = readSlideSize(context.settings),
): TalkOptions {
  const { settings, io, report } = context;
  const mode = readChoice(settings, 'mode', MODES);
  const templates = settings.text('templates');
  return {
    cwd: io.cwd,
    criteria: readCriteria(context),
    groupBy: readChoice(settings, 'group-by', GROUPINGS) ?? 'part',
    style: settings.text('style') ?? 'folio',
    ...(mode === undefined ? {} : { mode }),
    ...size,
    ...(templates === undefined ? {} : { templates: resolve(io.cwd, templates) }),
    ...readTexts(settings, ['title', 'subtitle', 'presenter', 'event', 'date', 'lang']),
    report,
  };
}

function readSlideSize(settings: Settings): Pick<TalkOptions, 'size' | 'card'> {
  const size = readChoice(settings, 'size', SLIDE_SIZE_NAMES);
  return size === undefined ? {} : { size };
}

/** The texts that were given, by name. */
export function readTexts<N extends OptionName>(settings: Settings, names: readonly N[]): Partial<Record<N, string>> {
  const texts: Partial<Record<N, string>> = {};
  for (const name of names) {
    const text = settings.text(name);
    if (text !== undefined) texts[name] = text;
  }
  return texts;
}

/** One of a few words, in any case. */
export function readChoice<C extends string>(
  settings: Settings,
  name: OptionName,
  choices: readonly C[],
): C | undefined {
  const value = settings.text(name);
  if (value === undefined) return undefined;
  const known = choices.find((choice) => choice.toLowerCase() === value.toLowerCase());
  if (known === undefined) {
    const hint = `Write --${name} ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}.`;
    throw new LecternError('USAGE', `--${name} ${value}: that is none of the choices`, { hint });
  }
  return known;
}
