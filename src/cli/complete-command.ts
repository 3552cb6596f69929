import type { Command } from 'commander';
import { LecternError } from '../errors.ts';
import { readConfig } from '../files/read-config.ts';
import { readStyles } from '../files/read-styles.ts';
import { loadLibraries, loadThemes } from '../load-library.ts';
import { FLAVOURS } from '../model/flavour.ts';
import { HANDOUT_LAYOUTS, HANDOUT_NOTES, PAPERS, SLIDES_PER_PAGE } from '../model/handout.ts';
import { fullId, type Library, lessonsOf } from '../model/library.ts';
import { OUTPUT_FORMATS } from '../model/output.ts';
import { PICTURE_SCALES } from '../model/picture.ts';
import { POSTER_SIZES } from '../model/poster.ts';
import { GROUPINGS } from '../model/selection.ts';
import { MODES, SLIDE_SIZE_NAMES } from '../model/style.ts';
import { optionsAt, readWanted, type Wanted } from './complete.ts';
import { SHELLS } from './completion-scripts.ts';
import { findOriginals } from './eject-command.ts';
import type { Io } from './io.ts';
import { WHATS } from './list-command.ts';
import { OPTION_KINDS } from './option-kinds.ts';

interface Candidate {
  readonly value: string;
  readonly about?: string;
}

/** What a shell is told to complete by itself. */
const FILES = ':files';

/**
 * `lectern __complete -- <words>`: what the last word may become, one a line, with a tab before what it means. Says nothing
 * where something is amiss: whoever is typing is not to be disturbed, and the command itself will say it.
 */
export async function runComplete(program: Command, words: readonly string[], io: Io): Promise<void> {
  const wanted = readWanted(program, words);
  const lines = await linesOf(program, wanted, io).catch((error: unknown): readonly string[] => {
    if (error instanceof LecternError) return [];
    throw error;
  });
  for (const line of lines) io.stdout.write(`${line}\n`);
}

async function linesOf(program: Command, wanted: Wanted, io: Io): Promise<readonly string[]> {
  const { word, before } = wanted;
  const candidates = (await candidatesFor(program, wanted, io)).filter(({ value }) =>
    value.toLowerCase().startsWith(word.toLowerCase()),
  );
  const lines = candidates.map(({ value, about = '' }) => `${before}${value}\t${about.replace(/\s+/gu, ' ')}`);
  return takesFile(wanted) ? [...lines, FILES] : lines;
}

async function candidatesFor(program: Command, wanted: Wanted, io: Io): Promise<readonly Candidate[]> {
  const { what, command } = wanted;
  switch (what.kind) {
    case 'option':
      return optionsAt(program, command).map(({ long, short, description }) => ({
        value: long ?? short ?? '',
        about: description,
      }));
    case 'value':
      return valuesOf(what.option.name(), wanted, io);
    case 'argument':
      return argumentsOf(program, wanted, io);
  }
}

async function argumentsOf(program: Command, wanted: Wanted, io: Io): Promise<readonly Candidate[]> {
  const { command, args } = wanted;
  if (args.length > 0) return [];
  const commands = (): readonly Candidate[] =>
    program
      .createHelp()
      .visibleCommands(program)
      .map((one) => ({ value: one.name(), about: one.description() }));
  switch (command === program ? '' : command.name()) {
    case '':
    case 'help':
      return commands();
    case 'list':
      return plain(WHATS);
    case 'show':
      return lessonsIn(await libraryAt([], io));
    case 'eject':
      return (await findOriginals()).map(({ name, use }) => ({ value: name, about: use }));
    case 'completion':
      return plain(SHELLS);
    default:
      return [];
  }
}

async function valuesOf(option: string, { args, command }: Wanted, io: Io): Promise<readonly Candidate[]> {
  const library = (): Promise<Library> => libraryAt(librariesAmong(args, command), io);
  switch (option) {
    case 'style':
      return (await readStyles()).map(({ name, description }) => ({ value: name, about: description }));
    case 'theme':
      return (await loadThemes()).map(({ name, title }) => ({ value: name, about: title }));
    case 'part':
      return (await library()).parts.map(({ number, title }) => ({ value: String(number), about: title }));
    case 'lesson':
    case 'exclude':
      return lessonsIn(await library());
    case 'source':
      return (await library()).sources.map(({ name, kind = '' }) => ({ value: name, about: kind }));
    default:
      return plain(CHOICES.get(option) ?? []);
  }
}

/** Options with a few words to choose from: the lists that their values are read with. */
const CHOICES: ReadonlyMap<string, readonly (string | number)[]> = new Map<string, readonly (string | number)[]>([
  ['to', OUTPUT_FORMATS],
  ['flavour', FLAVOURS],
  ['mode', MODES],
  ['scale', PICTURE_SCALES],
  ['size', SLIDE_SIZE_NAMES],
  ['group-by', GROUPINGS],
  ['each', GROUPINGS],
  ['paper', PAPERS],
  ['per-page', SLIDES_PER_PAGE],
  ['handout-layout', HANDOUT_LAYOUTS],
  ['poster-size', POSTER_SIZES],
  ['notes', HANDOUT_NOTES],
]);

function plain(values: readonly (string | number)[]): readonly Candidate[] {
  return values.map((value) => ({ value: String(value) }));
}

function lessonsIn(library: Library): readonly Candidate[] {
  return lessonsOf(library).map((lesson) => ({ value: fullId(lesson), about: lesson.topic }));
}

/** Of what stands on the line, the libraries: not what is to be listed or shown. */
function librariesAmong(args: readonly string[], command: Command): readonly string[] {
  const isFirstOther =
    command.name() === 'show' || (command.name() === 'list' && WHATS.some((what) => what === args[0]));
  return isFirstOther ? args.slice(1) : args;
}

async function libraryAt(named: readonly string[], { cwd }: Io): Promise<Library> {
  const configured = (await readConfig(cwd))?.values.get('library');
  const configLibrary = typeof configured === 'string' ? { configLibrary: configured } : {};
  return (await loadLibraries(named, { cwd, ...configLibrary })).library;
}

/** Whether a file can stand here as well, which the shell knows best how to complete. */
function takesFile({ what, command, args }: Wanted): boolean {
  if (what.kind === 'option') return false;
  if (what.kind === 'value') {
    const name = what.option.name();
    return (
      FILE_OPTIONS.includes(name) || Object.entries(OPTION_KINDS).some(([key, kind]) => key === name && kind === 'path')
    );
  }
  const name = command.parent === null ? 'build' : command.name();
  return !['help', 'eject', 'completion', 'doctor'].includes(name) && !(name === 'show' && args.length === 0);
}

/** Beside those whose value always is a path: a brand's file, a browser's program. */
const FILE_OPTIONS = ['style', 'browser', 'config'];
