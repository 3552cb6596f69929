import type { Deck } from '../model/deck.ts';
import type { OfficePictures } from '../model/office.ts';
import type { Style } from '../model/style.ts';
import { createViewContext } from './slide-view.ts';

/**
 * What the pages draw of the index, for slides of an office program.
 * @param icons SVG path data in a 256 × 256 box, by icon name
 */
export function officePictures(deck: Deck, style: Style, icons: ReadonlyMap<string, string>): OfficePictures {
  const { index, scene, marker, signs } = createViewContext(deck, style, icons);
  return {
    marker,
    rowOf: (marks) => index.agendaRow(marks, scene),
    pictureOf: (slide) => {
      if (slide.kind === 'title') return index.cover(scene);
      if (slide.kind === 'agenda') return index.agenda(scene);
      if (slide.kind === 'part') return index.divider(slide.labels, scene);
      if (slide.kind === 'theme') return index.theme(slide.marks, scene);
      if (slide.kind === 'closing') return index.closing(slide.marks, scene, marker);
      return undefined;
    },
    cellOf: (slide, at, room) => {
      const row = slide.rows[at.row];
      const glyph = scene.glyphs.get(slide.columns[at.column]?.theme ?? '') ?? '';
      return index.matrixCell({ count: row?.counts[at.column] ?? 0, glyph, tone: row?.tone ?? 0, room });
    },
    signOf: (theme) => signs.get(theme)?.path ?? '',
    themes: [...signs].map(([name, { title }]) => ({ name, title })),
  };
}
