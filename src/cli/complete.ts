import type { Command, Option } from 'commander';

/** What the word under the cursor may be. */
export interface Wanted {
  /** The word as far as it is typed; of `--style=fo` and `--to html,p` only what is after the last = or comma. */
  readonly word: string;
  /** What stands before it in the same word, and stays. */
  readonly before: string;
  readonly what:
    | { readonly kind: 'option' }
    | { readonly kind: 'value'; readonly option: Option }
    /** The place among a command's arguments, from 0. */
    | { readonly kind: 'argument'; readonly place: number };
  readonly command: Command;
  /** Arguments that stand before. */
  readonly args: readonly string[];
}

/**
 * What is being typed, found by walking the words as commander does.
 * @param words those after `lectern`, the one under the cursor last
 */
export function readWanted(program: Command, words: readonly string[]): Wanted {
  const read = words.slice(0, -1).reduce<WordsRead>((before, word) => readWord(program, before, word), {
    command: program,
    pending: undefined,
    args: [],
  });
  const { command, args } = read;
  const word = words.at(-1) ?? '';
  const written = /^(--[a-z-]+=)(.*)$/su.exec(word);
  const option = read.pending ?? (written ? optionOf(word, program, command) : undefined);
  if (option) {
    return { command, args, ...splitList(written?.[2] ?? word, written?.[1] ?? ''), what: { kind: 'value', option } };
  }
  const what = word.startsWith('-')
    ? ({ kind: 'option' } as const)
    : ({ kind: 'argument', place: args.length } as const);
  return { command, args, word, before: '', what };
}

interface WordsRead {
  /** The program itself until a command is named. */
  readonly command: Command;
  /** An option whose value comes next. */
  readonly pending: Option | undefined;
  readonly args: readonly string[];
}

function readWord(program: Command, { command, pending, args }: WordsRead, word: string): WordsRead {
  if (pending) return { command, pending: undefined, args };
  if (word.startsWith('-')) {
    const option = word.includes('=') ? undefined : optionOf(word, program, command);
    return { command, pending: option?.required ? option : undefined, args };
  }
  const named = command === program && args.length === 0 ? commandOf(program, word) : undefined;
  return named ? { command: named, pending, args } : { command, pending, args: [...args, word] };
}

/** The command that is meant where none is typed. */
function defaultCommand(program: Command): Command {
  return commandOf(program, 'build') ?? program;
}

/** Options that can stand at a command, as its help lists them. */
export function optionsAt(program: Command, command: Command): readonly Option[] {
  const help = program.createHelp();
  const own = command === program ? defaultCommand(program) : command;
  return [...help.visibleOptions(own), ...help.visibleGlobalOptions(own)];
}

function optionOf(word: string, program: Command, command: Command): Option | undefined {
  const [flag = ''] = word.split('=', 1);
  return optionsAt(program, command).find((option) => option.long === flag || option.short === flag);
}

function commandOf(program: Command, word: string): Command | undefined {
  return program
    .createHelp()
    .visibleCommands(program)
    .find((command) => command.name() === word);
}

function splitList(value: string, before: string): { readonly word: string; readonly before: string } {
  const comma = value.lastIndexOf(',') + 1;
  return { word: value.slice(comma), before: before + value.slice(0, comma) };
}
