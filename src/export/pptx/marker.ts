import type { KeySlide, LessonSlide } from '../../model/slides.ts';
import type { Canvas } from './canvas.ts';
import { drawingPlace, wholePath } from './drawing.ts';

/** The part of the lesson in the index, and its own mark; the rest of the index is the layout's. */
export function layMarker(canvas: Canvas, slide: LessonSlide | KeySlide, isRtl: boolean): void {
  const { marker } = canvas.talk.pictures;
  const own = marker.parts.filter(({ part }) => part === slide.partNumber);
  const group = canvas.group();
  drawMarker(canvas, own.map(({ path }) => path).join(''), { look: 'part', name: 'Index: this part', group, isRtl });
  const now = marker.current.get(slide.lessonId) ?? '';
  drawMarker(canvas, now, { look: 'now', name: 'Index: this lesson', group, isRtl });
}

/** The whole index, for what all lessons of a style share; nothing where each slide shows its own part alone. */
export function layWholeMarker(canvas: Canvas, isRtl: boolean): void {
  const { marker } = canvas.talk.pictures;
  if (marker.whole)
    drawMarker(canvas, wholePath(marker), { look: 'rest', name: 'Index', group: canvas.group(), isRtl });
}

function drawMarker(
  canvas: Canvas,
  path: string,
  { look, name, group, isRtl }: { look: string; name: string; group: number; isRtl: boolean },
): void {
  const { layout, talk } = canvas;
  if (layout.drawing === undefined) return;
  const { mirror, ...at } = drawingPlace(talk, layout.drawing, talk.pictures.marker, isRtl);
  const fill = layout.marks?.[look] ?? talk.layout.marks[look] ?? 'ink';
  canvas.shape(path, at, { name, fill, group, mirror, decorative: true });
}
