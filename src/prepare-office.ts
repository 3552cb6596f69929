import { composeDeck } from './compose/compose-deck.ts';
import { officeMeasures } from './compose/office-measures.ts';
import { officeStyle } from './compose/office-style.ts';
import { LecternError } from './errors.ts';
import { readOfficeLayout } from './files/read-office-layout.ts';
import { readOfficeWidths } from './files/read-office-widths.ts';
import type { Talk } from './make-talk.ts';
import type { TalkOptions } from './model/build-options.ts';
import type { OfficeTalk } from './model/office.ts';
import { officeColours } from './render/office-colours.ts';
import { officePictures } from './render/office-pictures.ts';

/**
 * The talk once more, its texts fitted to the fonts of office programs.
 * @throws LecternError USAGE for a style or a size that has no layouts for them
 */
export function prepareOffice({ selection, style, assets }: Talk, options: TalkOptions): OfficeTalk {
  const layout = readOfficeLayout(style.name, options.size);
  if (layout === undefined) {
    const hint = 'Take another --style, or --to pdf.';
    throw new LecternError('USAGE', `--to pptx: the style ${style.name} has no layouts for PowerPoint`, { hint });
  }
  const office = officeStyle(style, readOfficeWidths(), layout.fonts);
  const language = options.lang === undefined ? {} : { language: options.lang };
  const deck = composeDeck(selection, { ...options, style: office.style, ...language });
  return {
    deck,
    ...office,
    layout,
    colours: officeColours(style, assets.baseStyle),
    pictures: officePictures(deck, office.style, assets.icons),
    measures: officeMeasures(office.style),
    size: style.slide,
  };
}
