import type { Deck } from '../model/deck.ts';
import type { OutputFormat } from '../model/output.ts';
import type { Selection } from '../model/selection.ts';
import { exportManifest } from './export-manifest.ts';
import type { PrintOptions } from './export-pdf.ts';

/** What an exporter makes its file from. Pages are rendered only when an exporter asks for them. */
export interface ExportJob {
  readonly deck: Deck;
  readonly selection: Selection;
  readonly generator: string;
  readonly renderDeck: () => Promise<string>;
  readonly renderPrintPage: () => Promise<string>;
  /** @throws LecternError BROWSER_MISSING */
  readonly printOptions: () => Promise<PrintOptions>;
}

type Exporter = (job: ExportJob) => Promise<string | Uint8Array>;

/** One line an output format. What is heavy is loaded by the exporter that needs it. */
export const EXPORTERS: Readonly<Record<OutputFormat, Exporter>> = {
  html: (job) => job.renderDeck(),
  json: async (job) => exportManifest(job.deck, job.selection, job.generator),
  pdf: async (job) => {
    const options = await job.printOptions();
    const { exportPdf } = await import('./export-pdf.ts');
    return exportPdf(await job.renderPrintPage(), options);
  },
};
