import type { PutFile } from '../model/output.ts';
import type { PictureOptions } from '../model/picture.ts';
import type { PicturePage, PrintStage } from '../model/print-pages.ts';
import { markPng } from './mark-png.ts';
import type { Printer } from './printer.ts';

export interface PicturesJob extends PictureOptions {
  readonly printer: Printer;
  readonly generator: string;
  /** Told what is going on. */
  readonly onStage?: (stage: PrintStage) => void;
  /** How many are taken, of how many. */
  readonly onPicture?: (done: number, of: number) => void;
}

/**
 * A PNG of every sheet, in a folder beside the talk's other files: as the deck shows it on the screen, the same bytes with the
 * same browser. At most two are held at once.
 * @throws LecternError as `Printer.print` does; TEMPLATE_INVALID for a page that does not hold its sheets.
 */
export async function exportPictures(pages: readonly PicturePage[], job: PicturesJob, put: PutFile): Promise<void> {
  const { printer, generator, folder, onStage = () => undefined, onPicture = () => undefined } = job;
  const places = new Map(pages.flatMap(({ names }) => names).map((name, place) => [name, place]));
  let done = 0;
  await printer.photographAll(pages, {
    ...job,
    onStage,
    take: async (name, png) => {
      const place = places.get(name) ?? 0;
      await put({ ending: `${folder}/${name}.png`, content: markPng(png, generator), place });
      done += 1;
      onPicture(done, places.size);
    },
  });
}
