import type { LiveAssets, PageAssets } from '../model/assets.ts';
import { type Deck, type Stack, slidesOf } from '../model/deck.ts';
import type { LivePage } from '../model/live.ts';
import type { FittedText } from '../model/set-text.ts';
import type { Style } from '../model/style.ts';
import { contentPolicy } from './content-policy.ts';
import { createTemplates } from './create-templates.ts';
import { pageFacts } from './page-facts.ts';
import { joinScripts, printStyles, REVEAL_STYLE_ATTRIBUTES, speakerPage } from './reveal-page.ts';
import { createViewContext, sharedShapes, slideView, type ViewContext } from './slide-view.ts';
import { styleSheet } from './style-sheet.ts';

/** What shows a slide when scripts are off: one under the other. */
const NO_SCRIPT_STYLE =
  'html,body{height:auto!important;overflow:auto!important}.reveal,.reveal .slides{position:static!important;width:auto!important;height:auto!important;overflow:visible!important}.reveal .slides section{display:block!important;position:relative!important;transform:none!important;margin:0 auto 24px!important}';

/** Slides of a talk that `far-slides.js` is for; it has the same number. */
const LONG_TALK = 200;

/** Nobody looks at a page that is printed; laying it out for a screen, and painting it there, takes a third of the time. */
const PAPER_ONLY = '@media screen{.sheets{display:none}}';

/** The deck as one self-contained reveal.js page. Touches no network; the same deck makes the same text. */
export async function renderDeck(deck: Deck, style: Style, assets: PageAssets): Promise<string> {
  return (await renderPage(deck, style, assets)).html;
}

/** The same page for a live talk: it follows the other windows through the server that it comes from, and shows edits. */
export function renderLiveDeck(
  deck: Deck,
  style: Style,
  assets: PageAssets & { readonly live: LiveAssets & { readonly version: number } },
): Promise<LivePage> {
  return renderPage(deck, style, assets, assets.live);
}

async function renderPage(
  deck: Deck,
  style: Style,
  assets: PageAssets,
  live?: LiveAssets & { readonly version: number },
): Promise<LivePage> {
  const render = await createTemplates(assets.templates);
  const view = pageView(deck, style, assets);
  // What follows the talk listens before reveal.js starts.
  const script = joinScripts(assets.reveal, [
    ...(live ? [live.link, live.follow] : []),
    // Edits may make a live talk long.
    ...(live || slidesOf(deck).length >= LONG_TALK ? [assets.farSlides] : []),
    assets.script,
  ]);
  const css = [assets.reveal.reset, assets.reveal.style, view.css, ...(live ? [live.followStyle] : [])].join('\n');
  const speaker = speakerPage(assets.reveal);
  const policy = contentPolicy({
    scripts: [script, ...speaker.scripts],
    styles: [css, NO_SCRIPT_STYLE, ...speaker.styles, ...printStyles(style.slide)],
    styleAttributes: REVEAL_STYLE_ATTRIBUTES,
    connects: live !== undefined,
  });
  const page = { ...view, css, script, policy, noScriptStyle: NO_SCRIPT_STYLE, version: live?.version ?? 0 };
  return { html: render('deck', page), policy };
}

/** The deck as one static page, a sheet a slide, without scripts: what PDFs are printed from. */
export async function renderPrintPage(deck: Deck, style: Style, assets: PageAssets): Promise<string> {
  const render = await createTemplates(assets.templates);
  return render('print', printPageOf(deck, style, assets)(deck.stacks, []));
}

/** What the print template sees of some of the deck's stacks; `targets` are ids among them that other pages link to. */
export function printPageOf(
  deck: Deck,
  style: Style,
  assets: PageAssets,
): (stacks: readonly Stack[], targets: readonly string[]) => object {
  const context = createViewContext(deck, style, assets.icons);
  const view = deckView(context, style, assets);
  const css = `${view.css}\n${PAPER_ONLY}`;
  const policy = contentPolicy({ scripts: [], styles: [css], styleAttributes: [] });
  return (stacks, targets) => ({ ...view, css, policy, ...stacksView(stacks, context), targets });
}

function pageView(deck: Deck, style: Style, assets: PageAssets): Record<string, unknown> & { readonly css: string } {
  const context = createViewContext(deck, style, assets.icons);
  return { ...deckView(context, style, assets), ...stacksView(deck.stacks, context) };
}

function stacksView(stacks: readonly Stack[], context: ViewContext): object {
  const views = stacks.map((stack) => ({
    vertical: stack.slides.length > 1,
    slides: stack.slides.map((slide) => slideView(slide, context)),
  }));
  const slides = stacks.flatMap((stack) => stack.slides);
  return { stacks: views, ...sharedShapes(context, slides) };
}

function deckView(
  context: ViewContext,
  style: Style,
  assets: PageAssets,
): Record<string, unknown> & { readonly css: string } {
  const { deck } = context;
  return {
    ...pageFacts(deck, style, assets),
    slideCount: slidesOf(deck).length,
    slideSize: `${style.slide.width} ${style.slide.height}`,
    totalSeconds: deck.seconds,
    css: styleSheet(style, assets.baseStyle, shownText(deck)),
  };
}

/** Every character that the deck shows, for choosing fonts: all slides are made from these words. */
export function shownText(deck: Deck): string {
  const lessons = deck.lessons.map(({ topic, quote, source }) => topic + quote + source);
  const titles = slidesOf(deck).map((slide) => {
    switch (slide.kind) {
      case 'title':
        return textOf(slide.title) + textOf(slide.subtitle) + textOf(slide.occasion);
      case 'theme':
        return textOf(slide.title) + textOf(slide.description);
      default:
        return 'partTitle' in slide ? slide.partTitle : '';
    }
  });
  return [deck.title, deck.subject, ...lessons, ...titles].join('');
}

function textOf({ pieces }: FittedText): string {
  return pieces.map((piece) => piece.text).join('');
}
