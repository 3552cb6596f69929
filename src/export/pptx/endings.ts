import type { ClosingSlide, SourceEntry, SourcesSlide } from '../../model/slides.ts';
import type { Canvas } from './canvas.ts';
import { draw, drawingPlace } from './drawing.ts';
import { fittedText, placeTexts, textOf, titleText } from './place.ts';
import { layRefs } from './refs.ts';
import { layRows } from './rows.ts';

export function layClosing(canvas: Canvas, slide: ClosingSlide): void {
  placeTexts(canvas, [titleText(slide.heading)]);
  layRows(
    canvas,
    slide.rows.map((row) => {
      const link = canvas.linkTo(row.anchor);
      const runs = row.open + textOf(row.sentence) + row.close;
      return {
        tone: row.tone,
        texts: [
          { slot: 'number', name: `Number ${row.number}`, runs: String(row.number) },
          {
            slot: 'sentence',
            name: `Key idea ${row.id}`,
            runs,
            fitted: row.sentence,
            around: { before: row.open, after: row.close },
            link,
          },
          { slot: 'id', name: 'Lesson', runs: row.id },
        ],
      };
    }),
  );
  const drawing = canvas.talk.pictures.pictureOf(slide);
  if (drawing === undefined || canvas.layout.drawing === undefined) return;
  const alt = `The index with ${slide.marks.length} lessons marked`;
  draw(canvas, drawing, drawingPlace(canvas.talk, canvas.layout.drawing, drawing), { name: 'Index', alt });
}

export function laySources(canvas: Canvas, slide: SourcesSlide): void {
  const { rows } = canvas.layout;
  placeTexts(canvas, [titleText(slide.heading), { slot: 'summary', name: 'Summary', runs: slide.summary }]);
  if (rows === undefined) return;
  const perColumn = Math.max(Math.ceil(slide.entries.length / (rows.columns ?? 1)), 1);
  for (const [index, entry] of slide.entries.entries()) {
    const x = rows.x + Math.floor(index / perColumn) * (rows.columnPitch ?? 0);
    layEntry(canvas, entry, { x, y: rows.y + (index % perColumn) * rows.pitch });
  }
}

function layEntry(canvas: Canvas, entry: SourceEntry, { x, y }: { readonly x: number; readonly y: number }): void {
  const { layout, talk } = canvas;
  const { rows } = layout;
  if (rows === undefined) return;
  const link = entry.url ? { url: entry.url } : undefined;
  const texts = [
    { slot: 'number', name: 'Number', runs: String(entry.number) },
    { ...fittedText('name', `Source ${entry.number}`, entry.name), link },
  ];
  layRows({ ...canvas, layout: { ...layout, rows: { ...rows, x, y, columns: 1 } } }, [{ tone: 0, texts }]);
  const { refs, name } = rows.texts;
  if (refs === undefined) return;
  // What a source leaves of its row is for its lessons.
  const taken = (name?.x ?? 0) + talk.style.boxes[entry.name.box].width;
  layRefs(canvas, entry, refs, { x: x + taken, y, width: rows.width - taken, height: rows.pitch });
}
