import type { LessonMark, SpineLabel } from '../model/slides.ts';

/** A rectangle in the drawing's own px, y downwards. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Spine extends Rectangle {
  readonly mark: LessonMark;
  /** 0 accent, 1 lighter, 2 darker. */
  readonly shade: number;
  /** Keyed to the source: the same source has the same bands. */
  readonly bands: readonly Rectangle[];
}

export interface ShelfSize {
  readonly width: number;
  readonly height: number;
  /** Between parts. */
  readonly gap: number;
  /** Share of a lesson's place that its spine fills, 0–1. */
  readonly fill: number;
  /** Greatest place of one lesson; a short shelf does not fill its width. */
  readonly widest?: number;
}

/** Height of the shortest quote's spine as a share of the longest one's. */
const LOWEST = 0.66;
const SHADES = [0, 1, 2, 0, 1, 0, 2];

/** The shelf (DESIGN, "Index drawings"): one spine a lesson, part by part, as high as its quote is long. */
export function drawShelf(marks: readonly LessonMark[], size: ShelfSize): readonly Spine[] {
  const heightOf = relativeHeights(marks);
  const parts = new Set(marks.map((mark) => mark.part)).size;
  const free = size.width - size.gap * (parts - 1);
  const pitch = Math.min(free / Math.max(marks.length, 1), size.widest ?? Number.POSITIVE_INFINITY);
  let x = 0;
  return marks.map((mark, index) => {
    if (index > 0 && marks[index - 1]?.part !== mark.part) x += size.gap;
    const height = round(size.height * heightOf(mark));
    const spine = { x: round(x), y: round(size.height - height), width: round(pitch * size.fill), height };
    x += pitch;
    return { ...spine, mark, shade: SHADES[(mark.position * 5 + mark.length) % 7] ?? 0, bands: drawBands(mark, spine) };
  });
}

/** The same shelf as outlines of whole parts, for the marker on every lesson slide: `[part, SVG path]`. */
export function outlineParts(spines: readonly Spine[], scale: number): ReadonlyMap<number, string> {
  const paths = new Map<number, string>();
  for (const spine of spines) {
    const height = round(spine.height * scale);
    const bottom = round(spine.y + spine.height);
    const path = `M${spine.x} ${bottom}v-${height}h${spine.width}v${height}z`;
    paths.set(spine.mark.part, (paths.get(spine.mark.part) ?? '') + path);
  }
  return paths;
}

export interface TitledSpine extends Rectangle {
  readonly label: SpineLabel;
  readonly shade: number;
  readonly middle: number;
  /** Where the number's baseline lies and the text begins, px from the top of the drawing. */
  readonly numberY: number;
  readonly textY: number;
  /** px for the text along the spine. */
  readonly room: number;
  readonly hasNumber: boolean;
  readonly hasText: boolean;
}

const TITLED = { width: 1120, height: 410, gap: 5, widest: 132, base: 300, rise: 104, padding: 66 } as const;
/** Narrower spines carry no text, and still narrower ones no number. px. */
const NARROWEST = { text: 32, number: 20 } as const;

/** The lessons of one part as spines with their topics, for the part's divider. */
export function drawTitledSpines(labels: readonly SpineLabel[]): readonly TitledSpine[] {
  const heightOf = relativeHeights(labels.map((label) => label.mark));
  const most = TITLED.width / Math.max(labels.length, 1);
  const gap = Math.min(TITLED.gap, most / 4);
  const pitch = Math.min((TITLED.width + gap) / Math.max(labels.length, 1), TITLED.widest + gap);
  return labels.map((label, index) => {
    const wanted = Math.max(
      TITLED.base + TITLED.rise * heightOf(label.mark) - TITLED.rise * LOWEST,
      TITLED.padding + label.length + 18,
    );
    const height = round(Math.min(TITLED.height, wanted));
    const width = round(pitch - gap);
    const x = round(index * pitch);
    const y = round(TITLED.height - height);
    return {
      label,
      x,
      y,
      width,
      height,
      shade: index % 3 === 1 ? 1 : index % 4 === 3 ? 2 : 0,
      middle: round(x + width / 2),
      numberY: y + 32,
      textY: y + 52,
      room: round(height - 62),
      hasNumber: width >= NARROWEST.number,
      hasText: width >= NARROWEST.text,
    };
  });
}

/** From the shortest quote's height to 1 for the longest. */
function relativeHeights(marks: readonly LessonMark[]): (mark: LessonMark) => number {
  let shortest = Number.POSITIVE_INFINITY;
  let longest = 0;
  for (const { length } of marks) {
    shortest = Math.min(shortest, length);
    longest = Math.max(longest, length);
  }
  const range = longest - shortest;
  return (mark) => (range === 0 ? 1 : LOWEST + ((1 - LOWEST) * (mark.length - shortest)) / range);
}

/** One or two bands near the top, and for every third source one near the foot. */
function drawBands(mark: LessonMark, spine: Rectangle): readonly Rectangle[] {
  const number = mark.sourceNumber;
  const top = spine.y + 14 + (number % 5) * 0.055 * spine.height;
  const band = (y: number, height: number): Rectangle => ({ x: spine.x, y: round(y), width: spine.width, height });
  if (number % 3 === 0) return [band(top, 2.2), band(top + 6, 2.2)];
  if (number % 3 === 1) return [band(top, 7)];
  return [band(top, 2.2), band(spine.y + spine.height - 34 - (number % 4) * 8, 2.2)];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
