import type { Label, Shape } from '../model/drawing.ts';
import type { PosterGroup } from '../model/poster.ts';
import type { LessonMark } from '../model/slides.ts';
import { shortenTo } from './fit-text.ts';
import { columnLeft, composeColumn } from './lay-out-wheel-column.ts';
import {
  centred,
  factsOf,
  fitBox,
  label,
  type PosterChapter,
  type PosterContext,
  type PosterLayout,
  posterGroup,
  round,
  topicOf,
} from './poster-context.ts';
import { textWidth } from './text-width.ts';

/** Units are mm on A2 (DESIGN, "Poster"). */
const WHEEL = {
  x: 203,
  y: 210,
  inner: 66,
  outer: 118,
  shortest: 0.42,
  gap: 2.6,
  fill: 0.39,
  numbers: 60.4,
  widest: 9,
  widestPitch: 14,
} as const;
/** Degrees; rays that take less are no wheel. */
const FULL = 359;
const WORDS = { at: 121, edge: 7, room: 92, most: 4.55, mostOfFew: 7.5, roomy: 9, smallest: 2.9 } as const;
/** Long topics are set a little smaller before they are cut. */
const SQUEEZES = [1, 0.94, 0.88, 0.8, 0.7];
/** Half of the hub's width and height that its words may take. */
const HUB = { width: 47, above: 20, below: 3 } as const;

const TEXTS = {
  title: { look: 'title', font: 'display', sizes: [13.2, 12, 11, 10, 9, 8, 7, 6], lineHeight: 1.02 },
  facts: { look: 'facts', font: 'ui', sizes: [4, 3.6, 3.2], lineHeight: 1.3 },
} as const;

/** Every lesson a ray of a wheel with its topic, the title in the hub, each part's key sentence beside it. */
export const layOutWheel: PosterLayout = (context) => {
  const hub = { x: WHEEL.x - HUB.width, y: WHEEL.y - HUB.above - 14, width: 2 * HUB.width, height: 2 * HUB.above };
  const facts = { x: hub.x, y: hub.y + hub.height + HUB.below, width: hub.width, height: 12 };
  return {
    title: fitBox(context.deck.title, hub, TEXTS.title, context),
    groups: [
      posterGroup({ texts: [fitBox(factsOf(context), facts, TEXTS.facts, context)] }),
      ...composeWheel(context),
      ...composeColumn(context),
    ],
  };
};

function composeWheel(context: PosterContext): readonly PosterGroup[] {
  const { chapters } = context;
  const marks = chapters.flatMap((chapter) => chapter.marks);
  const gaps = chapters.length > 1 ? WHEEL.gap * chapters.length : 0;
  const pitch = Math.min((360 - gaps) / Math.max(marks.length, 1), WHEEL.widestPitch);
  const most = pitch > WORDS.roomy ? WORDS.mostOfFew : WORDS.most;
  const size = Math.min(most, Math.max(WORDS.smallest, (pitch * Math.PI * WORDS.at) / 180 / 1.75));
  const keys = new Set(chapters.flatMap((chapter) => chapter.key?.id ?? []));
  const lengthOf = lengthsOf(marks);
  // Few rays are a fan that opens to the right.
  const sweep = pitch * marks.length + gaps;
  let turned = (sweep < FULL ? -sweep / 2 : -90) + (chapters.length > 1 ? WHEEL.gap / 2 : 0);
  return chapters.map((chapter) => {
    const start = turned;
    turned += pitch * chapter.marks.length + gaps / Math.max(chapters.length, 1);
    const rays = chapter.marks.map((mark, index) => {
      const place = { angle: start + (index + 0.5) * pitch, pitch, size };
      return composeRay(mark, { ...place, length: lengthOf(mark), isKey: keys.has(mark.id) }, context);
    });
    const middle = start + (pitch * chapter.marks.length) / 2;
    return posterGroup({
      shapes: rays.flatMap((ray) => ray.shapes),
      labels: [...(chapter.number === '' ? [] : [numberLabel(chapter, middle)]), ...rays.flatMap((ray) => ray.labels)],
    });
  });
}

function lengthsOf(marks: readonly LessonMark[]): (mark: LessonMark) => number {
  const lengths = marks.map((mark) => mark.length);
  const shortest = lengths.reduce((least, length) => Math.min(least, length), Number.POSITIVE_INFINITY);
  const range = lengths.reduce((most, length) => Math.max(most, length), 0) - shortest;
  return (mark) => (range === 0 ? 1 : WHEEL.shortest + ((1 - WHEEL.shortest) * (mark.length - shortest)) / range);
}

interface RayPlace {
  /** Degrees, clockwise from the right. */
  readonly angle: number;
  readonly pitch: number;
  readonly size: number;
  /** 0–1. */
  readonly length: number;
  readonly isKey: boolean;
}

function composeRay(
  mark: LessonMark,
  place: RayPlace,
  context: PosterContext,
): { readonly shapes: readonly Shape[]; readonly labels: readonly Label[] } {
  const { angle, size, isKey } = place;
  const outer = WHEEL.inner + (WHEEL.outer - WHEEL.inner) * place.length;
  const half = Math.min(place.pitch, WHEEL.widest) * WHEEL.fill;
  const corners = [
    pointAt(WHEEL.inner, angle - half),
    pointAt(outer, angle - half),
    pointAt(outer, angle + half),
    pointAt(WHEEL.inner, angle + half),
  ];
  const path = `M${corners.map((corner) => `${corner.x} ${corner.y}`).join('L')}z`;
  const ends = [pointAt(outer + 1.2, angle), pointAt(WORDS.at - 1.2, angle)];
  const leader = `M${ends.map((end) => `${end.x} ${end.y}`).join('L')}`;
  const room = roomAt(angle, context.width);
  const table = context.style.widths.ui;
  const widthOf = (text: string): number => textWidth(table, `${mark.id}\u2002${text}`);
  const sizes = SQUEEZES.map((squeeze) => size * squeeze);
  const wordSize = sizes.find((one) => widthOf(topicOf(mark)) * one <= room) ?? sizes.at(-1) ?? size;
  const topic = shortenTo(topicOf(mark), (text) => widthOf(text) * wordSize <= room);
  // On the left half words are turned round, to stand upright, and end at the wheel.
  const isLeft = Math.cos((angle * Math.PI) / 180) < -0.0001;
  const turned = round(angle + (isLeft ? 180 : 0));
  const at = pointAt(WORDS.at, angle);
  const look = `topic${isLeft ? ' turned' : ''}${isKey ? ' key' : ''} t${mark.tone}`;
  const id = isLeft ? { tail: mark.id } : { lead: mark.id };
  return {
    shapes: [
      { look: `mark t${mark.tone}`, path, use: '' },
      ...(outer + 2.4 < WORDS.at ? [{ look: `leader t${mark.tone}`, path: leader, use: '' }] : []),
    ],
    labels: [centred(label({ look, text: topic, ...id, ...at, size: round(wordSize), angle: turned, room }))],
  };
}

/** What words may take until the sheet's edge or the column beside the wheel. */
function roomAt(angle: number, width: number): number {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const horizontal = cos > 0 ? columnLeft(width) - 10 - WHEEL.x : WHEEL.x - WORDS.edge;
  const toSide = Math.abs(cos) < 0.001 ? Number.POSITIVE_INFINITY : horizontal / Math.abs(cos);
  const toTop = Math.abs(sin) < 0.001 ? Number.POSITIVE_INFINITY : (WHEEL.y - WORDS.edge) / Math.abs(sin);
  return Math.min(WORDS.room, toSide - WORDS.at, toTop - WORDS.at);
}

function numberLabel({ number, tone }: PosterChapter, angle: number): Label {
  return centred(label({ look: `part-number t${tone}`, text: number, ...pointAt(WHEEL.numbers, angle), size: 6 }));
}

function pointAt(radius: number, angle: number): { readonly x: number; readonly y: number } {
  const radians = (angle * Math.PI) / 180;
  return { x: round(WHEEL.x + radius * Math.cos(radians)), y: round(WHEEL.y + radius * Math.sin(radians)) };
}
