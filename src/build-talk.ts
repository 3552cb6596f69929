import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { composeHandout } from './compose/compose-handout.ts';
import { composePoster } from './compose/compose-poster.ts';
import { EXPORTERS, type ExportJob } from './export/exporters.ts';
import { createPrinter, PRINT_STAGES, type Printer, type PrinterOptions } from './export/printer.ts';
import { findBrowser } from './files/find-browser.ts';
import { makeTemporaryFolder } from './files/temporary-folder.ts';
import { writeOutput } from './files/write-output.ts';
import type { LoadedLibrary } from './load-library.ts';
import { makeTalk, type Talk } from './make-talk.ts';
import type { BuildOptions } from './model/build-options.ts';
import type { Deck } from './model/deck.ts';
import { safeFileName } from './model/file-name.ts';
import { formatsOfFile, OUTPUT_ENDINGS, type OutputFormat } from './model/output.ts';
import { prepareOffice } from './prepare-office.ts';
import { renderDeck } from './render/render-deck.ts';
import { renderHandout } from './render/render-handout.ts';
import { renderPoster } from './render/render-poster.ts';
import { renderPrintPages } from './render/render-print-pages.ts';

/**
 * The line from a loaded library to files: library → talk → pages → files. Returns the absolute paths written, in the order of
 * the formats; each file is written whole before the next one is made.
 *
 * @throws LecternError for everything that the user can mend
 */
export async function buildTalk(loaded: LoadedLibrary, options: BuildOptions): Promise<readonly string[]> {
  return exportTalk(await makeTalk(loaded, options), options);
}

/** The rest of the line: talk → pages → files. */
export async function exportTalk(talk: Talk, options: BuildOptions): Promise<readonly string[]> {
  const printer = createPrinter(printerOptions(options));
  try {
    return await exportWith(printer, talk, options);
  } finally {
    await printer.close();
  }
}

/** The same with a printer that others use too, and whoever made it closes. */
export async function exportWith(printer: Printer, talk: Talk, options: BuildOptions): Promise<readonly string[]> {
  const job = createJob(printer, talk, options);
  const paths: string[] = [];
  for (const format of options.formats) {
    options.signal?.throwIfAborted();
    const path = outputPath(format, talk.deck, options);
    await writeOutput(path, await EXPORTERS[format](job), options);
    options.report.written(path);
    paths.push(path);
  }
  return paths;
}

function createJob(printer: Printer, talk: Talk, options: BuildOptions): ExportJob {
  const { deck, selection, style, assets } = talk;
  return {
    deck,
    selection,
    generator: assets.generator,
    ...(options.flavour === undefined ? {} : { flavour: options.flavour }),
    facts: {
      title: deck.title,
      author: deck.subject,
      subject: deck.description,
      creator: assets.generator,
      ...readDate(options.env),
    },
    printer,
    onStage: (stage) => options.report.progress(stage, PRINT_STAGES.indexOf(stage) / PRINT_STAGES.length),
    renderDeck: () => renderDeck(deck, style, assets),
    renderPrintPages: () => renderPrintPages(deck, style, assets),
    renderHandout: () => {
      const handout = composeHandout(deck, style, options.handout);
      return renderHandout({ deck, handout, style }, assets);
    },
    renderPoster: () => {
      const poster = composePoster(deck, style, options.posterSize);
      return renderPoster({ deck, poster, style }, assets);
    },
    prepareOffice: async () => prepareOffice(talk, options),
  };
}

/** What a build's options say about its browser. */
export function printerOptions({ env, browser, timeoutSeconds, signal, report }: BuildOptions): PrinterOptions {
  return {
    findBrowser: async () => {
      const found = await findBrowser({ env, ...(browser === undefined ? {} : { explicit: browser }) });
      // Of a remote one we do not know.
      if (found.kind !== 'remote' && isRoot()) report.note('The browser runs without its sandbox, since you are root.');
      return found;
    },
    env,
    makeFolder: makeTemporaryFolder,
    timeoutSeconds,
    isRoot: isRoot(),
    ...(signal ? { signal } : {}),
  };
}

function isRoot(): boolean {
  return userInfo().uid === 0;
}

/** A file that `--output` names, or one in the folder that it names. */
function outputPath(format: OutputFormat, deck: Deck, options: BuildOptions): string {
  const output = resolve(options.cwd, options.output ?? 'output');
  const isFile = options.formats.length === 1 && formatsOfFile(output).includes(format);
  return isFile ? output : join(output, `${safeFileName(options.name ?? deck.name)}${OUTPUT_ENDINGS[format]}`);
}

/** SOURCE_DATE_EPOCH, in whole seconds, is the only clock; what is no time of a four-digit year says nothing. */
function readDate(env: BuildOptions['env']): { readonly date?: Date } {
  const text = env['SOURCE_DATE_EPOCH'] ?? '';
  const seconds = /^\d{1,12}$/u.test(text) ? Number(text) : Number.NaN;
  return seconds <= LAST_SECOND ? { date: new Date(seconds * 1000) } : {};
}

/** The end of the year 9999: dates of PDFs have four digits for the year. */
const LAST_SECOND = 253_402_300_799;
