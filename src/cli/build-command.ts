import { resolve } from 'node:path';
import { exportTalk } from '../build-talk.ts';
import { LecternError } from '../errors.ts';
import { isFile } from '../files/is-file.ts';
import { makeTalk } from '../make-talk.ts';
import type { BuildOptions } from '../model/build-options.ts';
import { safeFileName } from '../model/file-name.ts';
import { FLAVOURS } from '../model/flavour.ts';
import { HANDOUT_LAYOUTS, HANDOUT_NOTES, PAPERS, SLIDES_PER_PAGE } from '../model/handout.ts';
import type { OutputFormat } from '../model/output.ts';
import { formatsOfFile, OUTPUT_FORMATS } from '../model/output.ts';
import { PICTURE_SCALES } from '../model/picture.ts';
import { POSTER_SIZES } from '../model/poster.ts';
import { GROUPINGS } from '../model/selection.ts';
import { saveTalk } from '../save-talk.ts';
import { didYouMean, nearNames } from '../select/near-names.ts';
import type { CommandContext } from './command-context.ts';
import { displayPath } from './display-path.ts';
import { openRecipe } from './open-recipe.ts';
import { asksForCards, readSize } from './read-size.ts';
import { readChoice, readTalkOptions, readTexts } from './read-talk-options.ts';
import type { Settings } from './settings.ts';
import { checkSaving, takeLibrary } from './take-library.ts';

const COMMANDS = [
  'build',
  'present',
  'list',
  'show',
  'check',
  'import',
  'init',
  'eject',
  'doctor',
  'completion',
  'help',
];

/** `lectern [build] [library…]`: prints the path of each file written. */
export async function runBuild(context: CommandContext): Promise<number> {
  const { args, settings, io } = context;
  await checkFirstWord(args[0], io.cwd);
  checkName(settings.text('name'));
  const opened = await openRecipe(args, context);
  const given = readBuildOptions(opened.context);
  const loaded = await takeLibrary(opened);
  const save = settings.text('save');
  if (save !== undefined) checkSaving(loaded, save);
  const options = { ...given, criteria: loaded.criteria };
  const each = readChoice(opened.context.settings, 'each', GROUPINGS);
  if (each !== undefined) {
    checkEach(options, save);
    const { buildEachTalk } = await import('./build-each-talk.ts');
    io.takeOverStops();
    const { code, paths } = await buildEachTalk(loaded, { ...options, each }, context.report);
    if (settings.flag('open')) await openDeck(paths, context);
    return code;
  }
  const talk = await makeTalk(loaded, options);
  io.takeOverStops();
  if (save !== undefined)
    await saveTalk(talk, options, { file: save, cwd: io.cwd, origin: loaded.origin, force: options.force });
  const paths = await exportTalk(talk, options);
  if (settings.flag('open')) {
    await openDeck(paths, context);
  }
  return 0;
}

/** Several talks are several files, and no one recipe. */
function checkEach({ output }: BuildOptions, save: string | undefined): void {
  const [format] = output === undefined ? [] : formatsOfFile(output);
  if (format !== undefined) {
    const hint = `Name a folder, such as --output talks, and --to ${format}; --name begins the names of the files.`;
    throw new LecternError('USAGE', `--output ${output}: --each makes several files`, { hint });
  }
  if (save !== undefined) {
    const hint = 'Leave out --each, or save each talk with a run of its own: --part 3 --save part-3.yaml.';
    throw new LecternError('USAGE', `--save ${save}: a recipe is one talk, and --each makes several`, { hint });
  }
}

function readBuildOptions(context: CommandContext): BuildOptions {
  const { settings, io } = context;
  const flavour = readChoice(settings, 'flavour', FLAVOURS);
  const formats = readFormats(settings);
  return {
    ...readTalkOptions(context, readSize(settings, formats)),
    ...(flavour === undefined ? {} : { flavour }),
    ...readScale(settings),
    posterSize: readChoice(settings, 'poster-size', POSTER_SIZES) ?? 'A2',
    handout: {
      paper: readChoice(settings, 'paper', PAPERS) ?? 'A4',
      layout: readChoice(settings, 'handout-layout', HANDOUT_LAYOUTS) ?? 'slides',
      notes: readChoice(settings, 'notes', HANDOUT_NOTES) ?? 'lines',
      perPage:
        SLIDES_PER_PAGE.find(
          (count) => String(count) === readChoice(settings, 'per-page', ['1', '2', '3', '4', '6']),
        ) ?? 3,
    },
    formats,
    ...readTexts(settings, ['output', 'name', 'browser']),
    timeoutSeconds: settings.count('timeout') ?? 60,
    force: settings.flag('force'),
    env: io.env,
    signal: io.signal,
  };
}

function readScale(settings: Settings): Pick<BuildOptions, 'scale'> {
  const wanted = readChoice(settings, 'scale', PICTURE_SCALES.map(String));
  const scale = PICTURE_SCALES.find((one) => String(one) === wanted);
  return scale === undefined ? {} : { scale };
}

/** `--to`, unless `--output` names a file: then that file's format. */
function readFormats(settings: Settings): readonly OutputFormat[] {
  const wanted = settings
    .texts('to')
    .flatMap((value) => value.split(','))
    .map((format) => readFormat(format.trim().toLowerCase()));
  const output = settings.text('output');
  const named = output === undefined ? [] : formatsOfFile(output);
  const [first] = named;
  if (first === undefined)
    return wanted.length === 0 ? [asksForCards(settings) ? 'png' : 'html'] : [...new Set(wanted)];
  const fitting = wanted.filter((format) => named.includes(format));
  if (settings.typed('output') === settings.typed('to') && wanted.length > fitting.length) {
    const hint = `Leave out --to, or name a folder: --output ${first === 'html' ? 'talks' : 'output'}.`;
    const what = `--output ${output}: a ${first} file is named, but --to asks for ${wanted.join(',')}`;
    throw new LecternError('USAGE', what, { hint });
  }
  return [fitting[0] ?? first];
}

function readFormat(format: string): OutputFormat {
  const known = OUTPUT_FORMATS.find((name) => name === format);
  if (known === undefined) {
    const hint =
      `${didYouMean(nearNames(format, OUTPUT_FORMATS))} The formats are: ${OUTPUT_FORMATS.join(', ')}.`.trim();
    throw new LecternError('USAGE', `--to ${format}: there is no such format`, {
      hint,
    });
  }
  return known;
}

/** A name names files in the output folder, on every system: it is no path. */
function checkName(name: string | undefined): void {
  if (name !== undefined && safeFileName(name) !== name.normalize('NFC')) {
    const hint = 'Use up to 200 letters, digits, dots and dashes; the folder belongs to --output.';
    throw new LecternError('USAGE', `--name ${name}: this cannot be the name of a file`, { hint });
  }
}

/** A first word that is no command is a library; one that is no file either may be a slip of the pen. */
async function checkFirstWord(word: string | undefined, cwd: string): Promise<void> {
  if (word === undefined || /[./\\]/.test(word) || (await isFile(resolve(cwd, word)))) {
    return;
  }
  const [near] = nearNames(word, COMMANDS, 1);
  if (near !== undefined) {
    const what = `${word}: neither a command nor a library file`;
    const hint = near === word ? `A command comes first: lectern ${near} …` : `Did you mean \`lectern ${near}\`?`;
    throw new LecternError('USAGE', what, { hint });
  }
}

async function openDeck(paths: readonly string[], { io, report }: CommandContext): Promise<void> {
  const deck = paths.find((path) => path.endsWith('.html')) ?? paths[0];
  const { openFile } = await import('./open-file.ts');
  if (deck !== undefined && !(await openFile(resolve(io.cwd, deck), io))) {
    report.note(`Nothing on this machine opens files; open ${displayPath(deck, io.cwd)} yourself.`);
  }
}
