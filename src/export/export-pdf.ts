import { PRINT_STAGES, type PrintPage, type PrintStage } from '../model/print-pages.ts';
import { createMerger } from './pdf/merge-pdfs.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { nameTags, type PdfFacts, stampPdf } from './pdf/stamp-pdf.ts';
import { createPdfFile, writePdf } from './pdf/write-pdf.ts';
import type { Printer } from './printer.ts';

export interface PdfJob {
  readonly printer: Printer;
  readonly facts: PdfFacts;
  /** Told what is going on. */
  readonly onStage?: (stage: PrintStage) => void;
}

/**
 * A page as a PDF that says whose it is; or several pages as one, in their order. The same pages, facts and browser make the
 * same bytes.
 * @throws LecternError as `Printer.print` does
 */
export async function exportPdf(
  pages: string | readonly PrintPage[],
  { printer, facts, onStage = () => undefined }: PdfJob,
): Promise<Uint8Array> {
  const job = { printer, facts, onStage: onlyForward(onStage) };
  if (typeof pages === 'string') return exportPage(pages, job);
  const [first, ...more] = pages;
  if (!first) throw new RangeError('there is no page to print');
  return more.length > 0 ? exportPages(pages, job) : exportPage(first(), job);
}

async function exportPage(page: string, { printer, facts, onStage }: Required<PdfJob>): Promise<Uint8Array> {
  return writePdf(stampPdf(nameTags(readPdf(await printer.print(page, onStage))), facts));
}

/** What is printed goes into the file while the next pages are: it need not be kept, and little is left to do at the end. */
async function exportPages(
  pages: readonly PrintPage[],
  { printer, facts, onStage }: Required<PdfJob>,
): Promise<Uint8Array> {
  const file = createPdfFile();
  const merger = createMerger();
  await printer.printAll(pages, { take: (pdf) => file.add(merger.add(nameTags(readPdf(pdf)))), onStage });
  return file.end(stampPdf(merger.end(), facts));
}

/** Of pages that are printed side by side, the first tells what is going on. */
function onlyForward(onStage: (stage: PrintStage) => void): (stage: PrintStage) => void {
  let last = -1;
  return (stage) => {
    const place = PRINT_STAGES.indexOf(stage);
    if (place > last) onStage(stage);
    last = Math.max(last, place);
  };
}
