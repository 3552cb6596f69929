import type { Command } from 'commander';
import { Option } from 'commander';

/** Options that choose lessons; every command that shows or makes lessons takes them. */
export function addSelectionOptions(command: Command): void {
  command
    .optionsGroup('Which lessons (repeat an option, or list values with commas, to widen; add options to narrow):')
    .addOption(listOption('--part <part>', 'a part: 3, 2-4, or words of its title'))
    .addOption(listOption('--theme <theme>', 'a theme, by name or title'))
    .addOption(listOption('--lesson <id>', 'a lesson: 3.4, or 3.4-3.7'))
    .addOption(listOption('--source <name>', 'where a lesson was said'))
    .addOption(listOption('--search <words>', 'lessons that hold all these words, best first'))
    .addOption(listOption('--exclude <id>', 'a lesson to leave out: 3.4, or 3.4-3.7'))
    .option('--limit <count>', 'at most this many lessons')
    .option('--minutes <count>', 'as many lessons as fit a talk this long, from all parts')
    .option('--talk <seconds>', 'talk around each quote, beside reading it (default: 45)')
    .option('--shuffle [seed]', 'in an order that the seed decides (default: 1)');
}

export function addMakingOptions(command: Command): void {
  command
    .optionsGroup('What to make:')
    .addOption(
      listOption('--to <formats>', 'html, pdf, handout, poster, pptx, png, md, json, or several (default: html)'),
    )
    .option('-o, --output <path>', 'a folder, or a file such as talk.pdf (default: output)')
    .option('--name <name>', 'name of the files (default: from the library and the selection)')
    .option('--each <what>', 'a talk for each part or theme, with their numbers or names in the files’ names')
    .option('--style <style>', 'the look: a style, or a brand’s CSS file (default: folio)')
    .option('--mode <mode>', 'light or dark (default: the style’s own); handouts are always light')
    .option(
      '--size <shape>',
      '16:9 or 4:3: the shape of the slides (default: 16:9); 1:1 or 4:5: a card of each lesson, to share',
    )
    .option('--templates <folder>', 'your own templates and CSS, in place of the package’s of the same names')
    .option('--scale <factor>', 'of pictures (png): 1, 2 or 3 pixels for each of 1280 × 720 (default: 1)')
    .option('--flavour <tool>', 'of Markdown: slides for marp, slidev or pandoc, rather than a document')
    .option('--group-by <what>', 'part or theme: what the dividers open (default: part)')
    .option('--save <file>', 'also save the selection as a recipe: lectern build <file> makes the talk again')
    .option('--force', 'overwrite files that Lectern did not make')
    .option('--open', 'open the deck in the browser when it is made')
    .optionsGroup('The handout and the poster:')
    .option('--paper <size>', 'A4 or Letter (default: A4)')
    .option('--per-page <count>', '1, 2, 3, 4 or 6 slides (default: 3)')
    .option('--handout-layout <what>', 'slides, or text without pictures (default: slides)')
    .option('--poster-size <size>', 'A3, A2, A1 or tabloid (default: A2)')
    .option('--notes <what>', 'lines to write on, the speaker’s notes (speaker), or none (default: lines)')
    .optionsGroup('The browser that makes PDFs and pictures:')
    .option('--browser <path>', 'its program, or the ws:// address of one that runs (default: looked for)')
    .option('--timeout <seconds>', 'how long one PDF or one picture may take (default: 60)');
}

export function addTitleOptions(command: Command): void {
  command
    .optionsGroup('What the title slide says:')
    .option('--title <text>', 'instead of the library’s title')
    .option('--subtitle <text>', 'instead of the library’s tagline')
    .option('--presenter <name>', 'who presents')
    .option('--event <name>', 'where it is presented')
    .option('--date <text>', 'when, as it is to be written')
    .option('--lang <tag>', 'language of the deck, such as en or pt-BR');
}

export function addServerOptions(command: Command): void {
  command
    .optionsGroup('How it is shown:')
    .option('--style <style>', 'the look: a style, or a brand’s CSS file (default: folio)')
    .option('--mode <mode>', 'light or dark (default: the style’s own)')
    .option('--size <shape>', '16:9 or 4:3: the shape of the slides (default: 16:9)')
    .option('--templates <folder>', 'your own templates and CSS, in place of the package’s of the same names')
    .option('--group-by <what>', 'part or theme: what the dividers open (default: part)')
    .option('--save <file>', 'also save the selection as a recipe: lectern present <file> shows the talk again')
    .option('--force', 'overwrite a file that Lectern did not make')
    .option('--port <number>', 'the port to listen on (default: the next free one from 4100)')
    .option('--host <address>', 'the address to listen on (default: 127.0.0.1, this machine alone)')
    .option('--no-open', 'do not open the deck in the browser');
}

export function addImportOptions(command: Command): void {
  command
    .option('-o, --output <file>', 'the library to write; - is standard output (default: data/<name>.yaml)')
    .addOption(listOption('--columns <field=name>', 'which column of a table holds what: quote=Text,source=Where'))
    .option('--title <text>', 'the library’s title')
    .option('--force', 'overwrite a file that is there')
    .option('--merge', 'bring the changes of the document into a library that is there, and keep what was edited')
    .option('--prune', 'with --merge: take lessons out that the document no longer has')
    .option('--dry-run', 'with --merge: show the changes, write nothing');
}

/** Options of every command. */
export function addCommonOptions(program: Command): void {
  program
    .option('--config <file>', 'take options from this file (default: lectern.config.yaml or .json, if there is one)')
    .option('--no-config', 'take no options from a file')
    .option('--quiet', 'no messages but errors')
    .option('--verbose', 'show where errors come from');
}

function listOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value, previous: readonly string[] | undefined) => [
    ...(previous ?? []),
    value,
  ]);
}
