import { LecternError } from '../errors.ts';
import type { Deck } from '../model/deck.ts';
import { POSTER_SHEETS, type Poster, type PosterSize } from '../model/poster.ts';
import type { Style } from '../model/style.ts';
import { layOutShelf } from './lay-out-shelf.ts';
import { layOutTable } from './lay-out-table.ts';
import { layOutWheel } from './lay-out-wheel.ts';
import { createPosterContext, POSTER_HEIGHT, type PosterLayout } from './poster-context.ts';

/** By the name of the style's index. */
const LAYOUTS: ReadonlyMap<string, PosterLayout> = new Map([
  ['shelf', layOutShelf],
  ['fan', layOutWheel],
  ['tiles', layOutTable],
]);

/**
 * One sheet: every lesson a mark, part by part, with each part's key sentence, and where the lessons come from.
 * @throws LecternError CONFIG_INVALID for a style whose index has no poster.
 */
export function composePoster(deck: Deck, style: Style, sheet: PosterSize): Poster {
  const layOut = LAYOUTS.get(style.index);
  if (!layOut) {
    const hint = `Those with a poster are: ${[...LAYOUTS.keys()].join(', ')}.`;
    throw new LecternError('CONFIG_INVALID', `style ${style.name}: the index "${style.index}" has no poster`, { hint });
  }
  const width = (POSTER_HEIGHT * POSTER_SHEETS[sheet].width) / POSTER_SHEETS[sheet].height;
  return { sheet, width, ...layOut(createPosterContext(deck, style, width)) };
}
