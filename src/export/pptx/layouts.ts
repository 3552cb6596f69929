import type PptxGenJS from 'pptxgenjs';
import type { OfficeTalk } from '../../model/office.ts';
import { LAYOUT_KINDS, type LayoutKind, type SlideLayout, type TextPlace } from '../../model/office-layout.ts';
import type { Slide } from '../../model/slides.ts';
import type { BoxName } from '../../model/style.ts';
import { type Canvas, createCanvas } from './canvas.ts';
import type { Palette } from './colours.ts';
import { isRtl, layoutKind, layoutTitle } from './layout-names.ts';
import { layLogo } from './logo.ts';
import { layWholeMarker } from './marker.ts';
import { flatPath } from './place.ts';

/** One layout a kind of slide: its ground, its lines, its title's place, and what all slides of the kind show of the index. */
export function defineLayouts(pptx: PptxGenJS, talk: OfficeTalk, palette: Palette, slides: readonly Slide[]): void {
  const mirrored = new Set(slides.filter(isRtl).map(layoutKind));
  for (const kind of LAYOUT_KINDS) {
    defineLayout(pptx, { talk, palette, kind, rtl: false });
    if (mirrored.has(kind)) defineLayout(pptx, { talk, palette, kind, rtl: true });
  }
}

interface LayoutRequest {
  readonly talk: OfficeTalk;
  readonly palette: Palette;
  readonly kind: LayoutKind;
  readonly rtl: boolean;
}

function defineLayout(pptx: PptxGenJS, { talk, palette, kind, rtl }: LayoutRequest): void {
  const objects: object[] = [];
  const layout = talk.layout.kinds[kind];
  const canvas = createCanvas({
    talk,
    layout,
    palette,
    // A part's colours stand on its slides; on the layout those of the first one.
    tone: 1,
    page: undefined,
    numbers: new Map(),
    add: (text, options) => {
      const runs = typeof text === 'string' ? text : text.map((run) => run.text).join('');
      objects.push({
        text: { text: runs, options: { ...options, ...(typeof text === 'string' ? {} : text[0]?.options) } },
      });
    },
  });
  for (const shape of layout.shapes ?? []) {
    canvas.shape(flatPath(shape), shape, { name: 'Rule', fill: shape.color, decorative: true });
  }
  if (kind === 'lesson' || kind === 'key') layWholeMarker(canvas, rtl);
  layLogo(canvas, kind);
  layPlaceholders(canvas, kind, layout);
  pptx.defineSlideMaster({
    title: layoutTitle(talk, kind, rtl),
    background: { color: palette.paint(layout.ground ?? 'paper', 1).color },
    objects,
  });
}

function layPlaceholders(canvas: Canvas, kind: LayoutKind, layout: SlideLayout): void {
  if (kind === 'key') layKeyPlaceholder(canvas, layout);
  else if (kind === 'lesson') layLessonPlaceholders(canvas, layout);
  else layTitlePlaceholders(canvas, kind, layout);
}

function layKeyPlaceholder(canvas: Canvas, { column, texts }: SlideLayout): void {
  const { key } = canvas.talk.style.boxes;
  const place = { x: column?.x ?? 0, y: column?.top ?? 0, width: key.width, height: key.height };
  const { color = 'ink' } = texts['quote'] ?? {};
  placeholder(canvas, 'title', place, { size: key.sizes[0] ?? 40, font: key.font, color });
}

function layLessonPlaceholders(canvas: Canvas, { column, texts }: SlideLayout): void {
  const { boxes, lesson } = canvas.talk.style;
  const { width, height, sizes, font } = boxes.topic;
  const { x = 0, y, color = 'ink' } = texts['topic'] ?? {};
  const left = column?.x ?? 0;
  const title = y === undefined ? { x: left, y: lesson.top } : { x, y };
  placeholder(canvas, 'title', { ...title, width, height }, { size: sizes[0] ?? 40, font, color });
  const top = lesson.top + (y === undefined ? height + lesson.gapAboveQuote : 0);
  const body = { x: left, y: top, width: lesson.width, height: lesson.bottom - top - CITATION };
  placeholder(canvas, 'body', body, { size: QUOTE, font: 'text' });
}

function layTitlePlaceholders(canvas: Canvas, kind: LayoutKind, { texts, stacks }: SlideLayout): void {
  const { boxes } = canvas.talk.style;
  const { title, subtitle } = texts;
  if (title === undefined) return;
  const box = boxes[TITLE_BOXES[kind] ?? 'finding'];
  const height = title.height ?? box.height;
  const stack = stacks?.find(({ items }) => items.includes('title'));
  const middle = (canvas.talk.size.height - height) / 2;
  const y = title.y ?? (stack?.valign === 'middle' ? middle : (stack?.y ?? 0));
  const place = { x: title.x, y, width: title.width, height };
  placeholder(canvas, 'title', place, { ...title, size: title.size ?? box.sizes[0] ?? 40, font: 'display' });
  if (subtitle === undefined) return;
  const { sizes, font, height: room } = boxes.subtitle;
  const below = {
    x: subtitle.x,
    y: stack ? y + height + (subtitle.gap ?? 0) : (stacks?.[0]?.y ?? 0),
    width: subtitle.width,
    height: room,
  };
  placeholder(canvas, 'subTitle', below, { ...subtitle, size: sizes[0] ?? 24, font });
}

/** The boxes that titles are fitted to, where they are not findings. */
const TITLE_BOXES: Partial<Record<LayoutKind, BoxName>> = {
  title: 'title',
  part: 'divider-title',
  theme: 'theme-title',
};
/** Of the layout's quote: its size, and what is free under it. px. */
const QUOTE = 56;
const CITATION = 90;
const PROMPTS: Readonly<Record<string, string>> = { title: 'Title', body: 'Quote', subTitle: 'Subtitle' };

function placeholder(
  canvas: Canvas,
  ph: string,
  place: Parameters<Canvas['words']>[0],
  look: Pick<TextPlace, 'color' | 'valign'> & { readonly size: number; readonly font: NonNullable<TextPlace['font']> },
): void {
  const name = PROMPTS[ph] ?? ph;
  const { size, font, color = 'ink', valign = 'top' } = look;
  canvas.words(place, { name, ph, runs: name, size, font, color, valign });
}
