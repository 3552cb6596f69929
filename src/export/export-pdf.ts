import type { Printer } from './printer.ts';
import { readPdf } from './read-pdf.ts';
import { type PdfFacts, stampPdf } from './stamp-pdf.ts';
import { writePdf } from './write-pdf.ts';

/**
 * A page as a PDF that says whose it is. The same page, facts and browser make the same bytes.
 * @throws LecternError as `Printer.print` does
 */
export async function exportPdf(html: string, printer: Printer, facts: PdfFacts): Promise<Uint8Array> {
  return writePdf(stampPdf(readPdf(await printer.print(html)), facts));
}
