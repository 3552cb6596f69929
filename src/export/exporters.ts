import type { Deck } from '../model/deck.ts';
import type { Flavour } from '../model/flavour.ts';
import type { OfficeTalk } from '../model/office.ts';
import type { OutputFormat, PutFile } from '../model/output.ts';
import type { PictureOptions } from '../model/picture.ts';
import type { PicturePage, PrintPage, PrintStage } from '../model/print-pages.ts';
import type { Selection } from '../model/selection.ts';
import { exportManifest } from './export-manifest.ts';
import type { PdfFacts } from './pdf/stamp-pdf.ts';
import type { Printer } from './printer.ts';

/** What an exporter makes its files from. Pages are rendered only when an exporter asks for them. */
export interface ExportJob {
  readonly deck: Deck;
  readonly selection: Selection;
  readonly generator: string;
  /** Of Markdown; without it the document to read. */
  readonly flavour?: Flavour;
  readonly facts: PdfFacts;
  readonly printer: Printer;
  readonly onStage: (stage: PrintStage) => void;
  /** How many pictures are taken, of how many. */
  readonly onPicture: (done: number, of: number) => void;
  readonly renderDeck: () => Promise<string>;
  readonly renderPrintPages: () => Promise<readonly PrintPage[]>;
  readonly renderPicturePages: () => Promise<readonly PicturePage[]>;
  readonly pictures: PictureOptions;
  readonly renderHandoutPages: () => Promise<readonly PrintPage[]>;
  readonly renderPoster: () => Promise<string>;
  readonly prepareOffice: () => Promise<OfficeTalk>;
}

type Exporter = (job: ExportJob, put: PutFile) => Promise<void>;

/** One line an output format. What only some of them need is loaded by those. */
export const EXPORTERS: Readonly<Record<OutputFormat, Exporter>> = {
  html: one('.html', (job) => job.renderDeck()),
  md: one('.md', async (job) => {
    const { exportMarkdown } = await import('./export-markdown.ts');
    return exportMarkdown(job.deck, job.generator, job.flavour);
  }),
  json: one('.json', async (job) => exportManifest(job.deck, job.selection, job.generator)),
  pdf: one('.pdf', async (job) => toPdf(await job.renderPrintPages(), job)),
  handout: one('-handout.pdf', async (job) => toPdf(await job.renderHandoutPages(), job)),
  poster: one('-poster.pdf', async (job) => toPdf(await job.renderPoster(), job)),
  pptx: one('.pptx', async (job) => {
    const { exportPptx } = await import('./export-pptx.ts');
    return exportPptx(await job.prepareOffice(), job);
  }),
  png: async (job, put) => {
    const { exportPictures } = await import('./export-pictures.ts');
    await exportPictures(await job.renderPicturePages(), { ...job, ...job.pictures }, put);
  },
};

/** A format that is one file. */
function one(ending: string, make: (job: ExportJob) => Promise<string | Uint8Array>): Exporter {
  return async (job, put) => put({ ending, content: await make(job) });
}

async function toPdf(pages: string | readonly PrintPage[], job: ExportJob): Promise<Uint8Array> {
  const { exportPdf } = await import('./export-pdf.ts');
  return exportPdf(pages, job);
}
