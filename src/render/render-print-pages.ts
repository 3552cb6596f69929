import type { PageAssets } from '../model/assets.ts';
import { type Deck, slidesOf } from '../model/deck.ts';
import { ELSEWHERE, type PrintPage, SHEETS_PER_PAGE } from '../model/print-pages.ts';
import type { Slide } from '../model/slides.ts';
import type { Style } from '../model/style.ts';
import { createTemplates } from './create-templates.ts';
import { printPageOf } from './render-deck.ts';

/**
 * What a deck's PDF is printed from, a page after the other: one page for a deck of up to `most` sheets, else several. Links between them are written as `ELSEWHERE` says.
 */
export async function renderPrintPages(
  deck: Deck,
  style: Style,
  assets: PageAssets,
  most: number = SHEETS_PER_PAGE,
): Promise<readonly PrintPage[]> {
  const render = await createTemplates(assets.templates);
  const printPage = printPageOf(deck, style, assets);
  const pages = cutSlides(slidesOf(deck), most);
  if (pages.length === 1) return [() => render('print', printPage(deck.stacks, []))];
  const targets = pages.map((slides) => slides.flatMap(targetsOf));
  const homes = new Map(targets.flatMap((ids, page) => ids.map((id) => [id, page] as const)));
  return pages.map((slides, page) => () => {
    const html = render('print', printPage([{ slides }], targets[page] ?? []));
    // Text has no quotation marks of its own here, they are escaped: this finds attributes alone.
    return html.replace(/ href="#([^"]+)"/gu, (link, id: string) =>
      (homes.get(id) ?? page) === page ? link : ` href="${ELSEWHERE}${id}"`,
    );
  });
}

/** As few pages as hold all slides, and as even as a lesson's slides stay together. Where parts begin does not matter. */
export function cutSlides(slides: readonly Slide[], most: number): readonly (readonly Slide[])[] {
  const share = slides.length / Math.ceil(slides.length / most);
  const pages: Slide[][] = [[]];
  for (const [index, slide] of slides.entries()) {
    const isSameLesson = lessonOf(slide) !== undefined && lessonOf(slide) === lessonOf(slides[index - 1]);
    if (index >= share * pages.length && !isSameLesson) pages.push([]);
    pages.at(-1)?.push(slide);
  }
  return pages;
}

function lessonOf(slide: Slide | undefined): string | undefined {
  return slide && 'lessonId' in slide ? slide.lessonId : undefined;
}

/** Ids on a slide that links may lead to. */
function targetsOf(slide: Slide): readonly string[] {
  return slide.kind === 'sources'
    ? [slide.anchor, ...slide.entries.map((entry) => `source-${entry.number}`)]
    : [slide.anchor];
}
