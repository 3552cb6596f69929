import { composeDeck } from './compose/compose-deck.ts';
import { officeStyle } from './compose/office-style.ts';
import { LecternError } from './errors.ts';
import { readOfficeWidths } from './files/read-office-widths.ts';
import type { Talk } from './make-talk.ts';
import type { TalkOptions } from './model/build-options.ts';
import type { OfficeTalk } from './model/office.ts';
import { officeColours, officePictures } from './render/office-pictures.ts';

/**
 * The talk once more, its texts fitted to the fonts of office programs.
 * @throws LecternError USAGE for a style or a size that has no layouts for them
 */
export function prepareOffice({ selection, style, assets }: Talk, options: TalkOptions): OfficeTalk {
  if (style.index !== 'shelf') {
    const hint = 'Take --style folio, or --to pdf.';
    throw new LecternError('USAGE', `--to pptx: the style ${style.name} cannot be made as PowerPoint yet`, { hint });
  }
  if (options.size === '4:3') {
    const hint = 'Leave out --size, or take --to pdf.';
    throw new LecternError('USAGE', '--to pptx: slides of 4:3 cannot be made as PowerPoint yet', { hint });
  }
  const office = officeStyle(style, readOfficeWidths());
  const language = options.lang === undefined ? {} : { language: options.lang };
  const deck = composeDeck(selection, { ...options, style: office.style, ...language });
  return {
    deck,
    ...office,
    colours: officeColours(style, assets.baseStyle),
    pictures: officePictures(deck, style),
  };
}
