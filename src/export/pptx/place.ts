import type { TextPlace, TextStack } from '../../model/office-layout.ts';
import type { FittedText } from '../../model/set-text.ts';
import type { Canvas, Link, Place, Run, Words } from './canvas.ts';

/** A text of a slide, for the place that the layout has for it. */
export interface SlideText {
  /** Name of the place in the layout. */
  readonly slot: string;
  /** What the object is called. */
  readonly name: string;
  readonly runs: string | readonly Run[];
  /** With its size and its height, where it was fitted. */
  readonly fitted?: FittedText;
  /** What stands around the fitted text in its lines, as quotation marks do. */
  readonly around?: { readonly before: string; readonly after: string };
  readonly ph?: string;
  readonly link?: Link | undefined;
  readonly language?: string;
  readonly isRtl?: boolean;
  readonly tone?: number;
}

export function textOf({ pieces }: FittedText): string {
  return pieces.map((piece) => piece.text).join('');
}

export function fittedText(slot: string, name: string, fitted: FittedText): SlideText {
  return { slot, name, runs: textOf(fitted), fitted };
}

/** The title that was fitted, or one that is set in the layout's own size. */
export function titleText(title: FittedText | string): SlideText {
  const shared = { slot: 'title', name: 'Title', ph: 'title' } as const;
  return typeof title === 'string' ? { ...shared, runs: title } : { ...shared, runs: textOf(title), fitted: title };
}

/** Sets the texts that the layout has a place for, in the order given. */
export function placeTexts(canvas: Canvas, texts: readonly SlideText[]): ReadonlyMap<string, number> {
  const { texts: places, stacks = [] } = canvas.layout;
  const shown = texts.filter(({ slot, runs }) => places[slot] !== undefined && runs.length > 0);
  const tops = new Map(stacks.flatMap((stack) => [...stackTops(canvas, stack, shown)]));
  for (const text of shown) {
    const place = places[text.slot];
    if (place !== undefined) setText(canvas, text, place, { x: 0, y: tops.get(text.slot) ?? place.y ?? 0 });
  }
  return tops;
}

/** Where each text of a stack begins. */
function stackTops(canvas: Canvas, stack: TextStack, texts: readonly SlideText[]): ReadonlyMap<string, number> {
  const items = stack.items.flatMap((slot) => {
    const place = canvas.layout.texts[slot];
    const text = texts.find((candidate) => candidate.slot === slot);
    if (place === undefined || (text === undefined && slot !== 'icon')) return [];
    return [{ slot, gap: place.gap ?? 0, height: place.height ?? text?.fitted?.height ?? 0 }];
  });
  const whole = items.reduce((sum, { gap, height }, index) => sum + height + (index === 0 ? 0 : gap), 0);
  let top = stack.valign === 'middle' ? stack.y + Math.max((stack.height - whole) / 2, 0) : stack.y;
  return new Map(
    items.map(({ slot, gap, height }, index) => {
      if (index > 0) top += gap;
      const own = top;
      top += height;
      return [slot, own] as const;
    }),
  );
}

/** @param at what the place is meant from, and where it has no `y` of its own the top */
export function setText(
  canvas: Canvas,
  text: SlideText,
  place: TextPlace,
  at: { readonly x: number; readonly y: number; readonly height?: number },
): void {
  const { fitted, runs, isRtl = false } = text;
  const look = lookOf(canvas, text, place);
  const height = place.height ?? at.height ?? fitted?.height ?? look.size * 1.3;
  // A wider measure than the lines were laid out in would break them elsewhere.
  const measure = fitted ? Math.min(canvas.talk.measures.narrowest(fitted, text.around), look.width) : look.width;
  const isOneLine = typeof runs === 'string' && fitted === undefined && place.leading === undefined;
  const { width, ...letters } = look;
  canvas.words(
    { x: at.x + place.x + (isRtl ? width - measure : 0), y: at.y, width: measure, height },
    {
      name: text.name,
      ph: text.ph,
      runs: isOneLine ? cutToLine(canvas, runs, look) : runs,
      ...letters,
      color: place.color ?? 'ink',
      align: isRtl ? 'right' : (place.align ?? 'left'),
      valign: place.valign ?? (at.height === undefined ? 'top' : 'middle'),
      ...optional({ bold: place.bold, fill: place.fill, decorative: place.decorative }),
      ...optional({ tone: text.tone, link: text.link, language: text.language, isRtl: text.isRtl }),
    },
  );
}

/** How a text is set: as it was fitted, and as its place says. */
function lookOf(
  { talk }: Canvas,
  { fitted }: SlideText,
  place: TextPlace,
): Pick<Words, 'font' | 'size' | 'leading' | 'tracking'> & { readonly width: number } {
  const box = fitted && talk.style.boxes[fitted.box];
  return {
    font: place.font ?? box?.font ?? 'text',
    size: fitted?.size ?? place.size ?? 16,
    width: place.width === 0 && box ? box.width : place.width,
    ...optional({ leading: place.leading ?? box?.lineHeight, tracking: place.tracking ?? box?.tracking }),
  };
}

/** What is there, without the rest. */
function optional<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(given).filter(([, value]) => value !== undefined);
  const found: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  return Object.assign(found, Object.fromEntries(kept));
}

/** A text that was not fitted, without what its line has no room for. */
export function cutToLine(
  { talk }: Pick<Canvas, 'talk'>,
  text: string,
  {
    font,
    size,
    width,
  }: { readonly font: Parameters<typeof talk.measures.width>[1]; readonly size: number; readonly width: number },
): string {
  const fits = (candidate: string): boolean => talk.measures.width(candidate, font, size) <= width;
  if (fits(text)) return text;
  const characters = [...text].slice(0, 300);
  while (characters.length > 1 && !fits(`${characters.join('').trimEnd()}…`)) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

export function flatPath({ width, height }: Pick<Place, 'width' | 'height'>): string {
  return `M0 0h${width}v${height}h-${width}z`;
}
