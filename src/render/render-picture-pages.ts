import type { PageAssets } from '../model/assets.ts';
import { type Deck, slidesOf } from '../model/deck.ts';
import { PICTURES_PER_PAGE, type PicturePage } from '../model/print-pages.ts';
import type { Style } from '../model/style.ts';
import { createTemplates } from './create-templates.ts';
import { printPageOf } from './render-deck.ts';
import { cutSlides } from './render-print-pages.ts';

/** A number is as wide as that of the last slide, and has three digits at least: files sort as the talk goes. */
const FEWEST_DIGITS = 3;

/** The pages that pictures of a deck are taken of: those its PDF is printed from, cut smaller. Sheets are called by number. */
export async function renderPicturePages(
  deck: Deck,
  style: Style,
  assets: PageAssets,
  most: number = PICTURES_PER_PAGE,
): Promise<readonly PicturePage[]> {
  const render = await createTemplates(assets.templates);
  const printPage = printPageOf(deck, style, assets);
  const digits = Math.max(FEWEST_DIGITS, String(slidesOf(deck).length).length);
  return cutSlides(slidesOf(deck), most).map((slides) => ({
    page: () => render('print', printPage([{ slides }], [])),
    names: slides.map(({ number }) => String(number).padStart(digits, '0')),
  }));
}
