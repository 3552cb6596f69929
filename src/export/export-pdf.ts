import type { Printer, PrintStage } from './printer.ts';
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
 * A page as a PDF that says whose it is. The same page, facts and browser make the same bytes.
 * @throws LecternError as `Printer.print` does
 */
export async function exportPdf(
  html: string,
  { printer, facts, onStage = () => undefined }: PdfJob,
): Promise<Uint8Array> {
  return writePdf(stampPdf(readPdf(await printer.print(html, onStage)), facts));
}
