import type { Drawing, DrawnGroup, Label } from '../model/drawing.ts';
import type { MarkLabel } from '../model/slides.ts';
import { isWide, levelLabel, type Rectangle, rectangle, relativeLengths, round, type Scene } from './index-drawing.ts';

/** Height of the shortest quote's spine as a share of the longest one's. */
const LOWEST = 0.66;
const DIVIDER = {
  wide: 1120,
  narrow: 832,
  height: 410,
  gap: 5,
  widest: 132,
  base: 300,
  rise: 104,
  padding: 66,
} as const;
/** Narrower spines carry no text, and still narrower ones no number. px. */
const NARROWEST = { text: 32, number: 20 } as const;

/** The lessons of one part as spines with their topics. */
export function drawDivider(labels: readonly MarkLabel[], { slide }: Scene): Drawing {
  const width = isWide(slide) ? DIVIDER.wide : DIVIDER.narrow;
  const heightOf = relativeLengths(
    labels.map((label) => label.mark),
    LOWEST,
  );
  const most = width / Math.max(labels.length, 1);
  const gap = Math.min(DIVIDER.gap, most / 4);
  const pitch = Math.min((width + gap) / Math.max(labels.length, 1), DIVIDER.widest + gap);
  const groups = labels.map((label, index) => {
    const rise = DIVIDER.rise * (heightOf(label.mark) - LOWEST);
    const wanted = Math.max(DIVIDER.base + rise, DIVIDER.padding + label.length + 18);
    const height = round(Math.min(DIVIDER.height, wanted));
    const spine = { x: round(index * pitch), y: round(DIVIDER.height - height), width: round(pitch - gap), height };
    return titledSpine(label, spine, index % 3 === 1 ? 1 : index % 4 === 3 ? 2 : 0);
  });
  return { width, height: DIVIDER.height, groups };
}

function titledSpine({ mark, lines, size }: MarkLabel, spine: Rectangle, shade: number): DrawnGroup {
  const middle = round(spine.x + spine.width / 2);
  const number = levelLabel({ look: 'mark-number', text: String(mark.number), x: middle, y: spine.y + 32, size: 22 });
  const words: Label = {
    look: 'mark-text',
    text: lines.join(' '),
    lead: '',
    tail: '',
    x: middle,
    y: round(spine.y + 52),
    size,
    angle: 90,
    room: round(spine.height - 62),
  };
  const hasText = spine.width >= NARROWEST.text;
  return {
    link: `lesson-${mark.id}`,
    name: hasText ? '' : `${mark.number} ${mark.topic}`,
    shapes: [rectangle(`mark s${shade}`, spine)],
    labels: [...(spine.width >= NARROWEST.number ? [number] : []), ...(hasText ? [words] : [])],
  };
}
