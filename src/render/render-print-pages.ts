import type { PageAssets } from '../model/assets.ts';
import type { Deck, Stack } from '../model/deck.ts';
import { ELSEWHERE, type PrintPage, SHEETS_PER_PAGE } from '../model/print-pages.ts';
import type { Slide } from '../model/slides.ts';
import type { Style } from '../model/style.ts';
import { createTemplates } from './create-templates.ts';
import { printPageOf } from './render-deck.ts';

/**
 * What a deck's PDF is printed from, a page after the other: one page for a deck of up to `most` sheets, else several, cut at
 * the borders of parts. Links between them are written as `ELSEWHERE` says.
 */
export async function renderPrintPages(
  deck: Deck,
  style: Style,
  assets: PageAssets,
  most: number = SHEETS_PER_PAGE,
): Promise<readonly PrintPage[]> {
  const render = await createTemplates(assets.templates);
  const printPage = printPageOf(deck, style, assets);
  const pages = cutStacks(deck.stacks, most);
  if (pages.length === 1) return [() => render('print', printPage(deck.stacks, []))];
  const targets = pages.map((stacks) => stacks.flatMap((stack) => stack.slides.flatMap(targetsOf)));
  const homes = new Map(targets.flatMap((ids, page) => ids.map((id) => [id, page] as const)));
  return pages.map((stacks, page) => () => {
    const html = render('print', printPage(stacks, targets[page] ?? []));
    // Text has no quotation marks of its own here, they are escaped: this finds attributes alone.
    return html.replace(/ href="#([^"]+)"/gu, (link, id: string) =>
      (homes.get(id) ?? page) === page ? link : ` href="${ELSEWHERE}${id}"`,
    );
  });
}

/** Stacks that share a page while they fit it; a larger one is cut into even pieces, a lesson's slides staying together. */
export function cutStacks(stacks: readonly Stack[], most: number): readonly (readonly Stack[])[] {
  const pages: Stack[][] = [[]];
  let size = 0;
  for (const piece of stacks.flatMap((stack) => cutStack(stack, most))) {
    if (size > 0 && size + piece.slides.length > most) {
      pages.push([]);
      size = 0;
    }
    pages.at(-1)?.push(piece);
    size += piece.slides.length;
  }
  return pages;
}

function cutStack({ slides }: Stack, most: number): readonly Stack[] {
  const share = slides.length / Math.ceil(slides.length / most);
  const pieces: Slide[][] = [[]];
  for (const [index, slide] of slides.entries()) {
    const isSameLesson = lessonOf(slide) !== undefined && lessonOf(slide) === lessonOf(slides[index - 1]);
    if (index >= share * pieces.length && !isSameLesson) pieces.push([]);
    pieces.at(-1)?.push(slide);
  }
  return pieces.map((piece) => ({ slides: piece }));
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
