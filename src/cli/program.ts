import { Command } from 'commander';
import { type Config, readConfig } from '../files/read-config.ts';
import { COMMANDS } from './commands.ts';
import type { Io } from './io.ts';
import {
  addCommonOptions,
  addImportOptions,
  addMakingOptions,
  addSelectionOptions,
  addServerOptions,
  addTitleOptions,
} from './program-options.ts';
import { createReport } from './report.ts';
import { readSettings, type Settings } from './settings.ts';

export interface ProgramOptions {
  readonly io: Io;
  readonly version: string;
  /** Told the exit code of the command that ran. */
  readonly onExitCode: (code: number) => void;
}

/** The command line. Only commander is loaded for it: a command's own code is loaded when it runs. */
export function createProgram(options: ProgramOptions): Command {
  const program = new Command('lectern')
    .description('Turns a library of sourced lessons into a talk: a deck whose every slide is cited, and PDFs of it.')
    .version(options.version, '--version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .usage('[command] [library...] [options]')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => options.io.stdout.write(text),
      // Errors are printed by the report, in one form with all others.
      writeErr: () => {},
      outputError: () => {},
    })
    .configureHelp({
      showGlobalOptions: true,
      helpWidth: Math.min(options.io.stdout.columns ?? 100, 110),
    });
  addCommonOptions(program);
  addBuild(program, options);
  addPresent(program, options);
  addList(program, options);
  addShow(program, options);
  addCheck(program, options);
  addImport(program, options);
  addInit(program, options);
  addEject(program, options);
  addDoctor(program, options);
  addCompletion(program, options);
  return program.addHelpText(
    'after',
    examples([
      ['lectern', 'the deck of the library at hand, in output/'],
      ['lectern data/talks.yaml --part 3 --to html,pdf', 'one part of it, on screen and on paper'],
      ['lectern build --help', 'every option for making decks'],
    ]),
  );
}

function addBuild(program: Command, options: ProgramOptions): void {
  const command = program
    .command('build [library...]', { isDefault: true })
    .description('make a deck (what lectern does without a command)');
  addSelectionOptions(command);
  addMakingOptions(command);
  addTitleOptions(command);
  command.addHelpText(
    'after',
    examples([
      ['lectern build --theme security --to html,pdf', 'the lessons on one theme'],
      ['lectern build --part 2-4 --presenter "Ada King" --open', 'three parts, opened in the browser'],
      ['lectern build talks.yaml -o talk.pdf', 'one file, named by you'],
      ['lectern build ada.yaml grace.yaml --theme scale', 'from two libraries, one after the other'],
    ]),
  );
  runWith(command, options, 'build');
}

function addPresent(program: Command, options: ProgramOptions): void {
  const command = program
    .command('present [library...]')
    .description('show the deck in the browser, with a presenter page; edits appear at once');
  addSelectionOptions(command);
  addServerOptions(command);
  addTitleOptions(command);
  command.addHelpText(
    'after',
    examples([
      ['lectern present --theme security --minutes 20', 'a talk of twenty minutes'],
      ['lectern present talks.yaml --no-open --port 4200', 'on a port of your choice, opened by you'],
      ['lectern present --host 0.0.0.0', 'with the presenter page on a phone in the same network'],
    ]),
  );
  runWith(command, options, 'present');
}

function addList(program: Command, options: ProgramOptions): void {
  const command = program
    .command('list [what] [library...]')
    .description('list lessons, parts, themes, sources or styles')
    .option('--json', 'as JSON');
  addSelectionOptions(command);
  command.addHelpText(
    'after',
    examples([
      ['lectern list', 'all lessons'],
      ['lectern list themes --part 3', 'the themes of one part'],
      ['lectern list sources talks.yaml --json', 'the sources of another library, for a program'],
    ]),
  );
  runWith(command, options, 'list');
}

function addShow(program: Command, options: ProgramOptions): void {
  const command = program
    .command('show <id> [library...]')
    .description('show one lesson with everything known about it')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      examples([
        ['lectern show 3.4', 'lesson 4 of part 3'],
        ['lectern show 3.4 talks.yaml', 'of another library'],
        ['lectern show ada:3.4 ada.yaml grace.yaml', 'of one among several'],
        ['lectern show 3.4 --json', 'for a program'],
      ]),
    );
  runWith(command, options, 'show');
}

function addCheck(program: Command, options: ProgramOptions): void {
  const command = program
    .command('check [library...]')
    .description('list everything that is wrong in a library')
    .option('--strict', 'let warnings count as problems')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      examples([
        ['lectern check', 'the library at hand'],
        ['lectern check data/*.yaml --strict', 'several, and no warning passes'],
        ['lectern check talks.txt --json', 'for a program'],
      ]),
    );
  runWith(command, options, 'check');
}

function addImport(program: Command, options: ProgramOptions): void {
  const command = program
    .command('import <document>')
    .description('make a library of a lessons document, Markdown notes or a table (CSV)');
  addImportOptions(command);
  command.addHelpText(
    'after',
    examples([
      ['lectern import notes.md', 'writes data/notes.yaml, with themes suggested by its words'],
      ['lectern import talks.csv --columns quote=Text,source=Where', 'a table whose columns have other names'],
      ['lectern import notes.md -o -', 'shows it, writes nothing'],
      ['lectern import notes.md --merge --dry-run', 'what has changed since in the document'],
    ]),
  );
  runWith(command, options, 'import');
}

function addInit(program: Command, options: ProgramOptions): void {
  const command = program
    .command('init [folder]')
    .description('make a library of your own, with configuration, brand and a workflow that publishes it')
    .option('--title <text>', 'what it is called (default: Lessons from …)')
    .option('--subject <name>', 'whose lessons they are')
    .option('--style <style>', 'the look to start from (default: folio)')
    .option('--yes', 'ask nothing: what is not said stays as it comes')
    .addHelpText(
      'after',
      examples([
        ['lectern init', 'here, with a few questions'],
        ['lectern init talks --subject "Ada King" --yes', 'in a folder, without questions'],
        ['lectern init --style nocturne', 'starting from another look'],
      ]),
    );
  runWith(command, options, 'init');
}

function addEject(program: Command, options: ProgramOptions): void {
  const command = program
    .command('eject [what]')
    .description('copy a template or a style to start your own from; without a name, list them')
    .option('-o, --output <folder>', 'where to (default: templates; for a style, here)')
    .option('--force', 'overwrite what is there')
    .addHelpText(
      'after',
      examples([
        ['lectern eject', 'what there is'],
        ['lectern eject slides/lesson', 'the lesson slide, for --templates templates'],
        ['lectern eject folio', 'a brand with Folio’s colours, for --style folio-brand.css'],
      ]),
    );
  runWith(command, options, 'eject');
}

function addDoctor(program: Command, options: ProgramOptions): void {
  const command = program
    .command('doctor')
    .description('see whether everything needed is there')
    .option('--browser <path>', 'look at this browser')
    .option('--install-browser', 'fetch a browser for PDFs into Puppeteer’s cache (needs a network)')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      examples([
        ['lectern doctor', 'Node, the browser, fonts, write access'],
        ['lectern doctor --browser /usr/bin/chromium', 'with a browser of your choice'],
        ['lectern doctor --json', 'for a program'],
      ]),
    );
  runWith(command, options, 'doctor');
}

function addCompletion(program: Command, options: ProgramOptions): void {
  const command = program
    .command('completion <shell>')
    .description('print a script that completes commands, options and values in bash, zsh or fish')
    .addHelpText(
      'after',
      examples([
        ['source <(lectern completion bash)', 'in ~/.bashrc'],
        ['source <(lectern completion zsh)', 'in ~/.zshrc, after compinit'],
        ['lectern completion fish > ~/.config/fish/completions/lectern.fish', 'once'],
      ]),
    );
  runWith(command, options, 'completion');
  // What the scripts ask for each word: no configuration, no report.
  program.command('__complete [words...]', { hidden: true }).action(async (words: string[]) => {
    const { runComplete } = await import('./complete-command.ts');
    await runComplete(program, words, options.io);
  });
}

function runWith(command: Command, { io, onExitCode }: ProgramOptions, name: keyof typeof COMMANDS): void {
  command.action(async () => {
    const typed = typedOptions(command);
    const read = async (recipe?: Config): Promise<Settings> =>
      readSettings(typed, await loadConfig(io.cwd, typed.config), recipe);
    const settings = await read();
    const config = typeof typed.config === 'string' ? typed.config : undefined;
    const report = createReport(io, {
      quiet: settings.flag('quiet'),
      verbose: settings.flag('verbose'),
    });
    onExitCode(await COMMANDS[name]({ args: command.args, settings, config, readSettings: read, io, report }));
  });
}

/** What stands on the command line, without commander's own defaults: a configuration comes before those. */
function typedOptions(command: Command): Readonly<Record<string, unknown>> {
  const options = Object.entries(command.optsWithGlobals());
  return Object.fromEntries(options.filter(([name]) => command.getOptionValueSourceWithGlobals(name) !== 'default'));
}

async function loadConfig(cwd: string, named: unknown): ReturnType<typeof readConfig> {
  if (named === false) {
    return undefined;
  }
  return readConfig(cwd, typeof named === 'string' ? named : undefined);
}

function examples(lines: readonly (readonly [command: string, meaning: string])[]): string {
  const width = Math.max(...lines.map(([command]) => command.length));
  return ['', 'Examples:', ...lines.map(([command, meaning]) => `  ${command.padEnd(width)}  ${meaning}`)].join('\n');
}
