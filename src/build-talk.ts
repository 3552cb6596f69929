import { join, resolve } from 'node:path';
import { composeHandout } from './compose/compose-handout.ts';
import { composePoster } from './compose/compose-poster.ts';
import { LecternError } from './errors.ts';
import { EXPORTERS, type ExportJob } from './export/exporters.ts';
import type { Printer } from './export/printer.ts';
import { removeOtherPictures } from './files/remove-other-pictures.ts';
import { writeOutput } from './files/write-output.ts';
import type { LoadedLibrary } from './load-library.ts';
import { makeTalk, type Talk } from './make-talk.ts';
import type { BuildOptions } from './model/build-options.ts';
import { type Deck, slidesOf } from './model/deck.ts';
import { safeFileName } from './model/file-name.ts';
import { formatsOfFile, type OutputFormat, PRINTED_FORMATS } from './model/output.ts';
import { PRINT_STAGES } from './model/print-pages.ts';
import { prepareOffice } from './prepare-office.ts';
import { renderDeck } from './render/render-deck.ts';
import { renderHandoutPages } from './render/render-handout.ts';
import { renderCardPages, renderPicturePages } from './render/render-picture-pages.ts';
import { renderPoster } from './render/render-poster.ts';
import { renderPrintPages } from './render/render-print-pages.ts';
import { createTalkPrinter } from './talk-printer.ts';

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
  const printer = createTalkPrinter(options);
  try {
    return await exportWith(printer, talk, options);
  } finally {
    await printer.close();
  }
}

/** The same with a printer that others use too, and whoever made it closes. */
export async function exportWith(printer: Printer, talk: Talk, options: BuildOptions): Promise<readonly string[]> {
  checkCards(options);
  checkNamedFile(talk, options);
  const job = createJob(printer, talk, options);
  const paths: string[] = [];
  let failure: LecternError | undefined;
  for (const format of options.formats) {
    options.signal?.throwIfAborted();
    // A browser that failed once is not asked again; what needs none is made all the same.
    if (failure && PRINTED_FORMATS.includes(format)) continue;
    try {
      paths.push(...(await exportFormat(format, job, options)));
    } catch (error) {
      if (!isOfBrowser(error)) throw error;
      failure = error;
    }
  }
  if (failure) throw failure;
  return paths;
}

function isOfBrowser(error: unknown): error is LecternError {
  return error instanceof LecternError && ['BROWSER_MISSING', 'BROWSER_FAILED', 'TOOK_TOO_LONG'].includes(error.code);
}

/** Files can be on their way together; they are told in their order, those of a run that failed too. */
async function exportFormat(format: OutputFormat, job: ExportJob, options: BuildOptions): Promise<readonly string[]> {
  const written: { readonly path: string; readonly place: number }[] = [];
  const inOrder = (): readonly string[] => written.toSorted((a, b) => a.place - b.place).map(({ path }) => path);
  try {
    await EXPORTERS[format](job, async ({ ending, content, place = 0 }) => {
      options.signal?.throwIfAborted();
      const path = outputPath(format, ending, job.deck, options);
      await writeOutput(path, content, options);
      written.push({ path, place });
    });
    if (format === 'png' && !namesFile(format, options)) await removeOtherPictures(inOrder());
  } finally {
    for (const path of inOrder()) options.report.written(path);
  }
  return inOrder();
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
    onPicture: (done, of) => options.report.progress('pictures', done / of),
    renderPrintPages: () => renderPrintPages(deck, style, assets),
    renderPicturePages: () =>
      options.card === undefined ? renderPicturePages(deck, style, assets) : renderCardPages(deck, style, assets),
    pictures: {
      area: style.slide,
      scale: options.scale ?? 1,
      folder: options.card === undefined ? '-slides' : `-cards-${options.card.replace(':', 'x')}`,
    },
    renderHandoutPages: () => {
      const handout = composeHandout(deck, style, options.handout);
      return renderHandoutPages({ deck, handout, style }, assets);
    },
    renderPoster: () => {
      const poster = composePoster(deck, style, options.posterSize);
      return renderPoster({ deck, poster, style }, assets);
    },
    prepareOffice: async () => prepareOffice(talk, options),
  };
}

/** @throws LecternError USAGE where cards are asked for in a format that has none */
function checkCards({ card, formats }: BuildOptions): void {
  const other = formats.find((format) => format !== 'png');
  if (card === undefined || other === undefined) return;
  throw new LecternError('USAGE', `--size ${card}: cards are pictures, and --to asks for ${other}`, {
    hint: 'Write --to png for cards, or --size 16:9 or 4:3 for slides.',
  });
}

/** @throws LecternError USAGE where one picture is named and several would be made */
function checkNamedFile({ deck }: Talk, options: BuildOptions): void {
  const count = slidesOf(deck).length;
  if (!namesFile('png', options) || count === 1) return;
  throw new LecternError('USAGE', `--output ${options.output}: one picture is named, and there are ${count} to make`, {
    hint: 'Name a folder, such as --output pictures, or choose one lesson with --lesson.',
  });
}

/** Whether `--output` names the file of this format rather than a folder. */
function namesFile(format: OutputFormat, { formats, output }: BuildOptions): boolean {
  return formats.length === 1 && formats[0] === format && formatsOfFile(output ?? '').includes(format);
}

/** A file that `--output` names, or one in the folder that it names. */
function outputPath(format: OutputFormat, ending: string, deck: Deck, options: BuildOptions): string {
  const output = resolve(options.cwd, options.output ?? 'output');
  return namesFile(format, options) ? output : join(output, `${safeFileName(options.name ?? deck.name)}${ending}`);
}

/** SOURCE_DATE_EPOCH, in whole seconds, is the only clock; what is no time of a four-digit year says nothing. */
function readDate(env: BuildOptions['env']): { readonly date?: Date } {
  const text = env['SOURCE_DATE_EPOCH'] ?? '';
  const seconds = /^\d{1,12}$/u.test(text) ? Number(text) : Number.NaN;
  return seconds <= LAST_SECOND ? { date: new Date(seconds * 1000) } : {};
}

/** The end of the year 9999: dates of PDFs have four digits for the year. */
const LAST_SECOND = 253_402_300_799;
