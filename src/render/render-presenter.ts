import type { LiveAssets, PageAssets } from '../model/assets.ts';
import { type Deck, slidesOf } from '../model/deck.ts';
import type { LivePage } from '../model/live.ts';
import type { Slide } from '../model/slides.ts';
import { clockTime } from '../model/speaking-time.ts';
import type { Style } from '../model/style.ts';
import { contentPolicy } from './content-policy.ts';
import { createTemplates } from './create-templates.ts';
import { inlineScript } from './inline-script.ts';
import { pageFacts } from './page-facts.ts';
import { fontRules, sizeVariables } from './style-sheet.ts';

/** The presenter page: what stands still on it. What it knows of the talk comes from `renderPlan`. */
export async function renderPresenter(
  deck: Deck,
  style: Style,
  assets: PageAssets & { readonly live: LiveAssets },
): Promise<LivePage> {
  const render = await createTemplates(assets.templates);
  const plan = renderPlan(deck);
  const css = [fontRules(style, plan), sizeVariables(style), assets.live.presenterStyle].join('\n');
  const script = inlineScript([assets.live.link, assets.live.presenter]);
  const policy = contentPolicy({ scripts: [script], styles: [css], styleAttributes: [], connects: true });
  return { html: render('presenter', { ...pageFacts(deck, style, assets), css, script, policy }), policy };
}

/** What the presenter page knows of each slide, as JSON. */
export function renderPlan(deck: Deck): string {
  return JSON.stringify({
    title: deck.title,
    seconds: deck.seconds,
    slides: slidesOf(deck).map((slide) => ({
      anchor: slide.anchor,
      kind: slide.kind,
      label: labelOf(slide),
      part: 'partNumber' in slide ? slide.partNumber : 0,
      tone: 'tone' in slide ? slide.tone : 0,
      start: slide.start,
      seconds: slide.seconds,
      time: clockTime(slide.seconds),
      ...('notes' in slide ? { notes: slide.notes } : {}),
    })),
  });
}

/** What a slide is called in a list. */
function labelOf(slide: Slide): string {
  switch (slide.kind) {
    case 'title':
      return 'Title';
    case 'overview':
      return textOf(slide.finding);
    case 'part':
      return `${slide.partNumber}  ${textOf(slide.title)}`;
    case 'theme':
      return textOf(slide.title);
    case 'key':
      return `${slide.lessonId}  Key: ${textOf(slide.claim)}`;
    case 'lesson':
      return `${slide.lessonId}  ${slide.notes.topic}${slide.piece ? ` (${slide.piece.number}/${slide.piece.of})` : ''}`;
    case 'agenda':
    case 'closing':
    case 'sources':
      return slide.heading;
  }
}

function textOf({ pieces }: { readonly pieces: readonly { readonly text: string }[] }): string {
  return pieces.map(({ text }) => text).join('');
}
