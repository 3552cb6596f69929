import type { TextPlace } from '../../model/office-layout.ts';
import type { SourceEntry } from '../../model/slides.ts';
import type { Canvas, Place } from './canvas.ts';

/** Of a mark on a ground of its own. px. */
const CHIP = { least: 31, padding: 4 } as const;

interface Ref {
  readonly text: string;
  readonly tone: number;
  readonly width: number;
  readonly anchor: string;
}

/** The lessons of a source, a linked box each, from the right end of its row. */
export function layRefs(canvas: Canvas, entry: SourceEntry, place: TextPlace, row: Place): void {
  const { gap = 0 } = place;
  const lines = breakRefs(refsOf(canvas, entry, place), row.width, gap);
  const height = Math.min(place.height ?? 20, row.height / lines.length);
  const group = canvas.group();
  for (const [index, line] of lines.entries()) {
    let x = row.x + row.width - line.reduce((sum, ref) => sum + ref.width + gap, -gap);
    const y = row.y + (row.height - lines.length * height) / 2 + index * height;
    for (const ref of line) {
      layRef(canvas, ref, place, { x, y, width: ref.width, height, group });
      x += ref.width + gap;
    }
  }
}

function refsOf({ talk }: Canvas, { marks, more }: SourceEntry, place: TextPlace): readonly Ref[] {
  const { font = 'ui', size = 14 } = place;
  const refOf = (text: string, tone: number, anchor: string): Ref => {
    const width = talk.measures.width(text, font, size);
    return {
      text,
      tone,
      anchor,
      width: place.chip === undefined ? width + 1 : Math.max(CHIP.least, width + CHIP.padding),
    };
  };
  return [
    ...marks.map(({ id, tone }) => refOf(id, tone, `lesson-${id}`)),
    ...(more > 0 ? [refOf(`+${more}`, 0, '')] : []),
  ];
}

function layRef(
  canvas: Canvas,
  { text, tone, anchor }: Ref,
  place: TextPlace,
  at: Place & { readonly group: number },
): void {
  const { font = 'ui', size = 14, bold, chip, color = 'ink', strong = 'ink' } = place;
  const isLesson = anchor !== '';
  const { group, ...box } = at;
  canvas.words(box, {
    name: isLesson ? `Lesson ${text}` : 'More',
    runs: text,
    font,
    size,
    bold,
    color: isLesson ? strong : color,
    tone,
    align: 'center',
    valign: 'middle',
    unwrapped: true,
    group,
    link: canvas.linkTo(anchor),
    ...(chip !== undefined && isLesson ? { fill: chip } : {}),
  });
}

function breakRefs(refs: readonly Ref[], room: number, gap: number): readonly (readonly Ref[])[] {
  const lines: Ref[][] = [[]];
  let used = 0;
  for (const ref of refs) {
    if (used > 0 && used + ref.width > room) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(ref);
    used += ref.width + gap;
  }
  return lines;
}
