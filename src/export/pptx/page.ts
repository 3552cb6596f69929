import type { ColumnPlace, QuotePlace, TextPlace } from '../../model/office-layout.ts';
import type { KeySlide, LessonSlide } from '../../model/slides.ts';
import type { Canvas, Run } from './canvas.ts';
import { cutToLine, type SlideText, setText } from './place.ts';

/** A slide of a lesson, or of its key idea, and which way it runs. */
export interface Page {
  readonly canvas: Canvas;
  readonly isRtl: boolean;
  readonly isWide: boolean;
}

export function startOf(column: ColumnPlace, { isRtl, isWide }: Page): number {
  if (isWide) return isRtl ? column.wideRtl : column.wide;
  return isRtl ? column.rtl : column.x;
}

/** A place as it is on this slide; undefined where it is not on it. */
export function placeOn({ canvas, isRtl, isWide }: Page, slot: string): (TextPlace & QuotePlace) | undefined {
  const place = canvas.layout.texts[slot];
  if (place === undefined || (isWide && place.wide === null)) return undefined;
  return { ...place, ...(isRtl ? place.rtl : {}), ...(isWide ? place.wide : {}) };
}

/** Scripts whose letters are not set closer. */
export function isLoose(language: string): boolean {
  return /^(?:zh|ja|ko|ar|he|fa|ur)\b/u.test(language);
}

export function idOf({ lessonId, piece }: LessonSlide): string {
  return lessonId + (piece ? ` (${piece.number}/${piece.of})` : '');
}

/** The lesson's number where the style sets it apart. */
export function layNumbers(page: Page, slide: LessonSlide): void {
  const { canvas } = page;
  const { lessonId, piece, mark } = slide;
  const texts: readonly SlideText[] = [
    { slot: 'number', name: 'Lesson number', runs: [{ text: lessonId }] },
    { slot: 'piece', name: 'Piece', runs: piece ? `${piece.number}/${piece.of}` : '' },
    { slot: 'id', name: 'Lesson', runs: idOf(slide) },
    { slot: 'big', name: 'Number', runs: [{ text: String(mark.number) }] },
  ];
  for (const text of texts) {
    const place = placeOn(page, text.slot);
    if (place === undefined || text.runs.length === 0) continue;
    setText(canvas, text, text.slot === 'id' ? place : shrink(canvas, text, place), { x: 0, y: place.y ?? 0 });
  }
}

/** A number too long for its place is set smaller, and stands on the same foot. */
function shrink({ talk }: Canvas, { runs }: SlideText, place: TextPlace): TextPlace {
  const text = typeof runs === 'string' ? runs : runs.map((run) => run.text).join('');
  const { size = 16, font = 'text', width, height = size } = place;
  const fitting = Math.min(size, (size * width) / talk.measures.width(text, font, size));
  return fitting === size ? place : { ...place, size: fitting, height, valign: place.decorative ? 'bottom' : 'middle' };
}

export function layHead(page: Page, slide: LessonSlide | KeySlide): void {
  const { canvas } = page;
  const part = placeOn(page, 'part');
  if (part !== undefined) {
    const number = part.strong === undefined ? '' : `${slide.partNumber}   `;
    const { font = 'ui', size = 16, width } = part;
    const title = cutToLine(canvas, number + slide.partTitle, { font, size, width: width * 0.96 }).slice(number.length);
    const runs: readonly Run[] = [{ text: number, bold: true, color: part.strong ?? 'ink' }, { text: title }];
    setText(canvas, { slot: 'part', name: 'Part', runs }, part, { x: 0, y: part.y ?? 0 });
  }
  const place = placeOn(page, 'place');
  if (place !== undefined) {
    const runs = `${slide.mark.position} / ${slide.lessonCount}`;
    setText(canvas, { slot: 'place', name: 'Place', runs }, place, { x: 0, y: place.y ?? 0 });
  }
  const id = slide.kind === 'key' ? placeOn(page, 'id') : undefined;
  if (id !== undefined)
    setText(canvas, { slot: 'id', name: 'Lesson', runs: slide.lessonId }, id, { x: 0, y: id.y ?? 0 });
}
