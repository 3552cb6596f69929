import type { PrintPage } from '../model/print-pages.ts';
import { mergePdfs } from './merge-pdfs.ts';
import { PRINT_STAGES, type Printer, type PrintStage } from './printer.ts';
import { readPdf } from './read-pdf.ts';
import { type PdfFacts, stampPdf } from './stamp-pdf.ts';
import { writePdf } from './write-pdf.ts';

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
  const job = { read: readPdf, onStage: onlyForward(onStage) };
  const [first, ...more] = await printer.printAll(typeof pages === 'string' ? [() => pages] : pages, job);
  if (!first) throw new RangeError('there is no page to print');
  const whole = more.length > 0 ? mergePdfs([first, ...more]) : first;
  return writePdf(stampPdf(whole, facts));
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
