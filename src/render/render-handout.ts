import type { PageAssets } from '../model/assets.ts';
import { type Deck, slidesOf } from '../model/deck.ts';
import { type Handout, type HandoutPage, PAPER_SIZES } from '../model/handout.ts';
import { type PrintPage, SHEETS_PER_PAGE } from '../model/print-pages.ts';
import type { LessonMark } from '../model/slides.ts';
import type { Style } from '../model/style.ts';
import { timeHint } from '../model/time-hint.ts';
import { contentPolicy } from './content-policy.ts';
import { createTemplates } from './create-templates.ts';
import { cutEvenly, cutIntoPages } from './cut-into-pages.ts';
import { drawShelf } from './draw-shelf.ts';
import { MOST_MARKED } from './index-drawing.ts';
import { pageFacts } from './page-facts.ts';
import { shownText } from './render-deck.ts';
import { createViewContext, sharedShapes, slideView, type ViewContext } from './slide-view.ts';
import { styleSheet } from './style-sheet.ts';

/** The shelf at the foot of each page, in units of 0.1 mm. */
const FOOT = { width: 1300, height: 50, gap: 14, fill: 0.74, widest: 24 } as const;
/** Lines to write on; those that do not fit the room are cut. */
const LINES = 30;

export interface HandoutTalk {
  readonly deck: Deck;
  readonly handout: Handout;
  readonly style: Style;
}

/** The handout as one static page, a sheet a page. Holds speaker notes only where they are asked for. */
export async function renderHandout(talk: HandoutTalk, assets: PageAssets): Promise<string> {
  const [page] = await renderHandoutPages(talk, assets, Number.POSITIVE_INFINITY);
  return page?.() ?? '';
}

/** What a handout's PDF is printed from: one page for up to `most` slides or texts of lessons, else several, cut between its sheets. */
export async function renderHandoutPages(
  { deck, handout, style }: HandoutTalk,
  assets: PageAssets,
  most: number = SHEETS_PER_PAGE,
): Promise<readonly PrintPage[]> {
  const render = await createTemplates(assets.templates);
  const { width, height } = PAPER_SIZES[handout.options.paper];
  const paper = `@page{size:${width}mm ${height}mm;margin:0}.page{width:${width}mm;height:${height}mm}`;
  const css = `${styleSheet(style, assets.baseStyle, shownText(deck))}\n${assets.handoutStyle}\n${paper}`;
  // Paper for the audience is white, whatever the talk's mode.
  const context = createViewContext(deck, style, assets.icons);
  const view = {
    ...pageFacts(deck, { ...style, mode: 'light' }, assets),
    ...sharedShapes(context, slidesOf(deck)),
    pageCount: handout.pages.length,
    layout: handout.options.layout,
    perPage: handout.options.perPage,
    css,
    policy: contentPolicy({ scripts: [], styles: [css], styleAttributes: [] }),
  };
  const lessons = Math.max(...handout.pages.map(({ lit }) => lit.length), 1);
  return cutIntoPages(cutEvenly(handout.pages, Math.ceil(most / lessons)), {
    targetsOf,
    render: (pages, targets) =>
      render('handout', { ...view, targets, pages: pages.map((page) => pageView(page, handout, context)) }),
  });
}

/** Ids on a page that links may lead to. */
function targetsOf(page: HandoutPage): readonly string[] {
  switch (page.kind) {
    case 'slides':
      return [...(page.opens ? [page.chapter.anchor] : []), ...page.slides.map(({ anchor }) => anchor)];
    case 'text':
      return [...(page.opens ? [page.chapter.anchor] : []), ...page.lessons.map(({ id }) => `lesson-${id}`)];
    case 'sources':
      return [...(page.opens ? ['sources'] : []), ...page.sources.map(({ number }) => `source-${number}`)];
  }
}

/** The whole index while its marks can be told apart; of a larger one the parts that the page is of, as on lesson slides. */
function footMarks({ lit }: HandoutPage, { deck: { marks } }: ViewContext): readonly LessonMark[] {
  if (marks.length <= MOST_MARKED) return marks;
  const parts = new Set(lit.map(({ part }) => part));
  return marks.filter(({ part }) => parts.has(part));
}

function pageView(page: HandoutPage, { options }: Handout, context: ViewContext): object {
  const lit = new Set(page.lit.map((mark) => mark.id));
  const foot = drawShelf(footMarks(page, context), FOOT).map((spine) => ({ ...spine, lit: lit.has(spine.mark.id) }));
  const base = {
    ...page,
    foot,
    titled: page.number === 1,
    headed: page.kind === 'slides' && page.opens,
    chapter: 'chapter' in page ? page.chapter : undefined,
  };
  switch (page.kind) {
    case 'slides':
      return {
        ...base,
        template: 'handout/slides',
        items: page.slides.map((slide) => slideItem(slide, options, context)),
      };
    case 'text':
      return { ...base, template: 'handout/text', withSay: options.notes === 'speaker' };
    case 'sources':
      return { ...base, template: 'handout/sources', count: context.deck.sources.length };
  }
}

/** A slide's picture with what stands beside it. The picture never holds notes: they are the presenter's. */
function slideItem(
  slide: Parameters<typeof slideView>[0] & { readonly kind: 'lesson' },
  options: Handout['options'],
  context: ViewContext,
): object {
  return {
    slide: { ...slideView(slide, context), notes: undefined },
    id: slide.lessonId,
    topic: slide.notes.topic,
    tone: slide.tone,
    source: slide.citation.source,
    sourceNumber: slide.citation.number,
    say: options.notes === 'speaker' ? slide.notes.say : '',
    time: options.notes === 'speaker' ? timeHint(slide) : '',
    next: options.notes === 'speaker' ? slide.notes.next : '',
    lines: options.notes === 'lines' ? Array.from({ length: LINES }, (_, index) => index) : [],
  };
}
