import type { Deck } from '../model/deck.ts';
import type { Flavour } from '../model/flavour.ts';
import type { OfficeTalk } from '../model/office.ts';
import type { OutputFormat } from '../model/output.ts';
import type { PrintPage } from '../model/print-pages.ts';
import type { Selection } from '../model/selection.ts';
import { exportManifest } from './export-manifest.ts';
import type { Printer, PrintStage } from './printer.ts';
import type { PdfFacts } from './stamp-pdf.ts';

/** What an exporter makes its file from. Pages are rendered only when an exporter asks for them. */
export interface ExportJob {
  readonly deck: Deck;
  readonly selection: Selection;
  readonly generator: string;
  /** Of Markdown; without it the document to read. */
  readonly flavour?: Flavour;
  readonly facts: PdfFacts;
  readonly printer: Printer;
  readonly onStage: (stage: PrintStage) => void;
  readonly renderDeck: () => Promise<string>;
  readonly renderPrintPages: () => Promise<readonly PrintPage[]>;
  readonly renderHandout: () => Promise<string>;
  readonly renderPoster: () => Promise<string>;
  readonly prepareOffice: () => Promise<OfficeTalk>;
}

type Exporter = (job: ExportJob) => Promise<string | Uint8Array>;

/** One line an output format. What only some of them need is loaded by those. */
export const EXPORTERS: Readonly<Record<OutputFormat, Exporter>> = {
  html: (job) => job.renderDeck(),
  md: async (job) => {
    const { exportMarkdown } = await import('./export-markdown.ts');
    return exportMarkdown(job.deck, job.generator, job.flavour);
  },
  json: async (job) => exportManifest(job.deck, job.selection, job.generator),
  pdf: async (job) => toPdf(await job.renderPrintPages(), job),
  handout: async (job) => toPdf(await job.renderHandout(), job),
  poster: async (job) => toPdf(await job.renderPoster(), job),
  pptx: async (job) => {
    const { exportPptx } = await import('./export-pptx.ts');
    return exportPptx(await job.prepareOffice(), job);
  },
};

async function toPdf(pages: string | readonly PrintPage[], job: ExportJob): Promise<Uint8Array> {
  const { exportPdf } = await import('./export-pdf.ts');
  return exportPdf(pages, job);
}
