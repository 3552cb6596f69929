import type { PageAssets } from '../model/assets.ts';
import type { Deck } from '../model/deck.ts';
import type { Style } from '../model/style.ts';

/** What the head of every page says, whatever it shows. */
export function pageFacts(deck: Deck, style: Style, assets: PageAssets): Record<string, string> {
  return {
    title: deck.title,
    description: deck.description,
    language: deck.language,
    direction: deck.direction,
    style: style.name,
    mode: style.mode,
    generator: assets.generator,
  };
}
