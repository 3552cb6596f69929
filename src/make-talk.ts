import { composeDeck } from './compose/compose-deck.ts';
import { readStyleNames } from './files/read-styles.ts';
import { loadAssets } from './load-assets.ts';
import type { LoadedLibrary } from './load-library.ts';
import { loadStyle } from './load-style.ts';
import type { PageAssets } from './model/assets.ts';
import type { TalkOptions } from './model/build-options.ts';
import type { Deck } from './model/deck.ts';
import type { Selection } from './model/selection.ts';
import type { Style } from './model/style.ts';
import { selectLessons } from './select/select-lessons.ts';

/** A talk before it is a page: its slides, and what they are drawn with. */
export interface Talk {
  readonly selection: Selection;
  readonly deck: Deck;
  readonly style: Style;
  readonly assets: PageAssets;
}

/**
 * The line from a loaded library to a deck: library → selection → deck.
 * @throws LecternError for everything that the user can mend
 */
export async function makeTalk({ library, themes }: LoadedLibrary, options: TalkOptions): Promise<Talk> {
  const style = await loadStyle({
    name: options.style,
    mode: options.mode,
    size: options.size,
    cwd: options.cwd,
    warn: options.report.warnings,
  });
  const selection = await selectLessons(library, themes, options.criteria, await readStyleNames());
  options.report.selected(selection);
  const language = options.lang === undefined ? {} : { language: options.lang };
  const deck = composeDeck(selection, { ...options, style, ...language });
  return { selection, deck, style, assets: await loadAssets(options.templates) };
}
