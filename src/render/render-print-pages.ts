import type { PageAssets } from '../model/assets.ts';
import { type Deck, slidesOf } from '../model/deck.ts';
import { type PrintPage, SHEETS_PER_PAGE } from '../model/print-pages.ts';
import type { Slide } from '../model/slides.ts';
import type { Style } from '../model/style.ts';
import { createTemplates } from './create-templates.ts';
import { cutEvenly, cutIntoPages } from './cut-into-pages.ts';
import { printPageOf } from './render-deck.ts';

/**
 * What a deck's PDF is printed from, a page after the other: one page for a deck of up to `most` sheets, else several. A lesson's
 * slides stay together; where parts begin does not matter.
 */
export async function renderPrintPages(
  deck: Deck,
  style: Style,
  assets: PageAssets,
  most: number = SHEETS_PER_PAGE,
): Promise<readonly PrintPage[]> {
  const render = await createTemplates(assets.templates);
  const printPage = printPageOf(deck, style, assets);
  return cutIntoPages(cutSlides(slidesOf(deck), most), {
    targetsOf,
    render: (slides, targets) => render('print', printPage([{ slides }], targets)),
  });
}

/** As few pages as hold all slides, and as even as a lesson's slides stay together. */
export function cutSlides(slides: readonly Slide[], most: number): readonly (readonly Slide[])[] {
  return cutEvenly(
    slides,
    most,
    (slide, before) => lessonOf(slide) !== undefined && lessonOf(slide) === lessonOf(before),
  );
}

function lessonOf(slide: Slide): string | undefined {
  return 'lessonId' in slide ? slide.lessonId : undefined;
}

/** Ids on a slide that links may lead to. */
function targetsOf(slide: Slide): readonly string[] {
  return slide.kind === 'sources'
    ? [slide.anchor, ...slide.entries.map((entry) => `source-${entry.number}`)]
    : [slide.anchor];
}
