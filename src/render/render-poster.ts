import type { PageAssets } from '../model/assets.ts';
import type { Deck } from '../model/deck.ts';
import { POSTER_SHEETS, type Poster, type PosterText } from '../model/poster.ts';
import type { Style } from '../model/style.ts';
import { contentPolicy } from './content-policy.ts';
import { createTemplates } from './create-templates.ts';
import { pageFacts } from './page-facts.ts';
import { shownText } from './render-deck.ts';
import { styleSheet } from './style-sheet.ts';

/** The poster as one static page of exactly one sheet: what its PDF is printed from. */
export async function renderPoster(
  { deck, poster, style }: { readonly deck: Deck; readonly poster: Poster; readonly style: Style },
  assets: PageAssets,
): Promise<string> {
  const render = await createTemplates(assets.templates);
  const { width, height } = POSTER_SHEETS[poster.sheet];
  // A hair smaller than the sheet: rounding must not make a second one.
  const sheet = `@page{size:${width}mm ${height}mm;margin:0}.poster svg.sheet{width:${width}mm;height:${height - 0.2}mm}`;
  const css = `${styleSheet(style, assets.baseStyle, shownText(deck))}\n${assets.posterStyle}\n${style.posterCss}\n${sheet}`;
  return render('poster', {
    ...pageFacts(deck, style, assets),
    poster: {
      ...poster,
      title: enlarge(poster.title),
      groups: poster.groups.map((group) => ({ ...group, texts: group.texts.map(enlarge) })),
    },
    css,
    policy: contentPolicy({ scripts: [], styles: [css], styleAttributes: [] }),
  });
}

/** Chromium sets lines of text on whole pixels: in tenths of the drawing's units they stand evenly. */
function enlarge(text: PosterText): PosterText {
  return { ...text, width: text.width * 10, height: text.height * 10, size: text.size * 10 };
}
