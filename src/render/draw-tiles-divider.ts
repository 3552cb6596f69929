import type { Drawing, DrawnGroup, Label } from '../model/drawing.ts';
import type { MarkLabel } from '../model/slides.ts';
import { group, isWide, levelLabel, type Rectangle, rectangle, round, type Scene } from './index-drawing.ts';

/** Width of the whole, the width that labels are measured for, their smallest size, and columns more than the grids below say. px. */
interface Room {
  readonly width: number;
  readonly words: number;
  readonly smallest: number;
  readonly more: number;
}
const WIDE: Room = { width: 1152, words: 197, smallest: 14, more: 0 };
const NARROW: Room = { width: 832, words: 175, smallest: 13, more: -1 };
const DIVIDER = { gap: 6, padding: 14, figure: 16, leading: 1.12 } as const;
/** Columns and tile heights by the number of lessons; wider tiles than the label was measured for enlarge nothing. px. */
const GRIDS = [
  { most: 10, columns: 5, height: 104, hasWords: true },
  { most: 18, columns: 6, height: 88, hasWords: true },
  { most: 24, columns: 6, height: 78, hasWords: true },
] as const;
/** Rows of tiles that bear no words. */
const WORDS = { rows: 5, height: 56, narrowest: 52 } as const;

/** The lessons of one part as tiles with their topics. */
export function drawDivider(labels: readonly MarkLabel[], { slide }: Scene): Drawing {
  const room = isWide(slide) ? WIDE : NARROW;
  const crowded = {
    columns: Math.max(6, Math.ceil(labels.length / WORDS.rows)),
    height: WORDS.height,
    hasWords: false,
  };
  const { height, hasWords, ...grid } = GRIDS.find(({ most }) => labels.length <= most) ?? crowded;
  const columns = hasWords ? grid.columns + room.more : grid.columns;
  const gap = Math.min(DIVIDER.gap, room.width / columns / 4);
  const width = (room.width - gap * (columns - 1)) / columns;
  const rows = Math.ceil(labels.length / columns);
  const groups = labels.map((label, index) => {
    const x = round((index % columns) * (width + gap));
    const y = Math.floor(index / columns) * (height + gap);
    return wordedTile(label, { x, y, width: round(width), height }, hasWords ? room : undefined);
  });
  return { width: room.width, height: rows * (height + gap) - gap, groups };
}

/** @param fitted what the words were fitted to; undefined for a tile that bears none */
function wordedTile({ mark, lines, size }: MarkLabel, place: Rectangle, fitted: Room | undefined): DrawnGroup {
  const room = place.width - 2 * DIVIDER.padding;
  const wordSize = fitted ? Math.max(fitted.smallest, round(size * Math.min(1, room / fitted.words))) : 0;
  const x = place.x + DIVIDER.padding;
  const foot = place.y + place.height - DIVIDER.padding - 2;
  const words = lines.map((text, line): Label => {
    const y = round(foot - (lines.length - 1 - line) * wordSize * DIVIDER.leading);
    return { ...levelLabel({ look: 'mark-text', text, x, y, size: wordSize }), room };
  });
  const figure = levelLabel({ look: 'mark-number', text: mark.id, x, y: place.y + 26, size: DIVIDER.figure });
  return group({
    link: `lesson-${mark.id}`,
    name: fitted ? '' : `${mark.number} ${mark.topic}`,
    shapes: [rectangle('mark', place)],
    labels: [...(place.width >= WORDS.narrowest ? [figure] : []), ...(fitted ? words : [])],
  });
}
