import type { PageAssets } from '../model/assets.ts';
import { type Deck, slidesOf } from '../model/deck.ts';
import { PICTURES_PER_PAGE, type PicturePage } from '../model/print-pages.ts';
import type { Slide } from '../model/slides.ts';
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
): Promise<readonly PicturePage[]> {
  const digits = Math.max(FEWEST_DIGITS, String(slidesOf(deck).length).length);
  return renderPages({ deck, style, assets }, ({ number }) => String(number).padStart(digits, '0'));
}

/** The same of a deck of cards, which are called by their lesson's id. */
export async function renderCardPages(deck: Deck, style: Style, assets: PageAssets): Promise<readonly PicturePage[]> {
  // A bibliography is not on the card, and nothing comes before or behind it.
  const plain = { ...style, css: `${style.css}\n.run .rn,.cite .bn{display:none}` };
  return renderPages({ deck, style: plain, assets }, (slide) => {
    if (slide.kind !== 'lesson') return String(slide.number);
    const { number } = slide.piece ?? { number: 1 };
    return number === 1 ? slide.lessonId : `${slide.lessonId}-${number}`;
  });
}

async function renderPages(
  { deck, style, assets }: { readonly deck: Deck; readonly style: Style; readonly assets: PageAssets },
  nameOf: (slide: Slide) => string,
): Promise<readonly PicturePage[]> {
  const render = await createTemplates(assets.templates);
  const printPage = printPageOf(deck, style, assets);
  return cutSlides(slidesOf(deck), PICTURES_PER_PAGE).map((slides) => ({
    page: () => render('print', printPage([{ slides }], [])),
    names: slides.map(nameOf),
  }));
}
