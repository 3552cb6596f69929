import type { Drawing, DrawnGroup, Label } from '../model/drawing.ts';
import type { MarkLabel } from '../model/slides.ts';
import { group, levelLabel, type Rectangle, rectangle, round } from './index-drawing.ts';

const DIVIDER = { width: 1152, gap: 6, padding: 14, figure: 16, leading: 1.12 } as const;
/** Columns and tile heights by the number of lessons; wider tiles than the label was measured for enlarge nothing. px. */
const GRIDS = [
  { most: 10, columns: 5, height: 104, hasWords: true },
  { most: 18, columns: 6, height: 88, hasWords: true },
  { most: 24, columns: 6, height: 78, hasWords: true },
] as const;
/** Width that labels are measured for, and rows of tiles that bear no words. */
const WORDS = { width: 197, smallest: 14, rows: 5, height: 56, narrowest: 52 } as const;

/** The lessons of one part as tiles with their topics. */
export function drawDivider(labels: readonly MarkLabel[]): Drawing {
  const crowded = {
    columns: Math.max(6, Math.ceil(labels.length / WORDS.rows)),
    height: WORDS.height,
    hasWords: false,
  };
  const { columns, height, hasWords } = GRIDS.find((grid) => labels.length <= grid.most) ?? crowded;
  const gap = Math.min(DIVIDER.gap, DIVIDER.width / columns / 4);
  const width = (DIVIDER.width - gap * (columns - 1)) / columns;
  const rows = Math.ceil(labels.length / columns);
  const groups = labels.map((label, index) => {
    const x = round((index % columns) * (width + gap));
    const y = Math.floor(index / columns) * (height + gap);
    return wordedTile(label, { x, y, width: round(width), height }, hasWords);
  });
  return { width: DIVIDER.width, height: rows * (height + gap) - gap, groups };
}

function wordedTile({ mark, lines, size }: MarkLabel, place: Rectangle, hasWords: boolean): DrawnGroup {
  const room = place.width - 2 * DIVIDER.padding;
  const wordSize = Math.max(WORDS.smallest, round(size * Math.min(1, room / WORDS.width)));
  const x = place.x + DIVIDER.padding;
  const foot = place.y + place.height - DIVIDER.padding - 2;
  const words = lines.map((text, line): Label => {
    const y = round(foot - (lines.length - 1 - line) * wordSize * DIVIDER.leading);
    return { ...levelLabel({ look: 'mark-text', text, x, y, size: wordSize }), room };
  });
  const figure = levelLabel({ look: 'mark-number', text: mark.id, x, y: place.y + 26, size: DIVIDER.figure });
  return group({
    link: `lesson-${mark.id}`,
    name: hasWords ? '' : `${mark.number} ${mark.topic}`,
    shapes: [rectangle('mark', place)],
    labels: [...(place.width >= WORDS.narrowest ? [figure] : []), ...(hasWords ? words : [])],
  });
}
