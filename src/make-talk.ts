import { checkTalkSize } from './check-talk-size.ts';
import { composeCards } from './compose/compose-cards.ts';
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

/** What talks are drawn with: loaded once, however many talks are made. */
export type Look = Pick<Talk, 'style' | 'assets'>;

/**
 * The line from a loaded library to a deck: library → selection → deck.
 * @throws LecternError for everything that the user can mend
 */
export async function makeTalk(loaded: LoadedLibrary, options: TalkOptions): Promise<Talk> {
  return composeTalk(loaded, options, await loadLook(options));
}

/** @throws LecternError for a style, brand or template that cannot be used */
export async function loadLook({ style, mode, size, card, cwd, templates, report }: TalkOptions): Promise<Look> {
  const request = { name: style, mode, size, card, cwd, warn: report.warnings };
  return { style: await loadStyle(request), assets: await loadAssets(templates) };
}

/** @throws LecternError for criteria that mean nothing in this library, or leave nothing of it, and for more than fits the memory */
export async function composeTalk(
  { library, themes }: LoadedLibrary,
  options: TalkOptions,
  { style, assets }: Look,
): Promise<Talk> {
  const selection = await selectLessons(library, themes, options.criteria, await readStyleNames());
  options.report.selected(selection);
  checkTalkSize(library.name, selection.lessons.length);
  const language = options.lang === undefined ? {} : { language: options.lang };
  const compose = options.card === undefined ? composeDeck : composeCards;
  const deck = compose(selection, { ...options, style, ...language });
  return { selection, deck, style, assets };
}
