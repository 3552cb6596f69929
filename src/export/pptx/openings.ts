import type { AgendaSlide, PartSlide, ThemeSlide, TitleSlide } from '../../model/slides.ts';
import type { Canvas } from './canvas.ts';
import { draw, drawingPlace } from './drawing.ts';
import { fittedText, placeTexts, titleText } from './place.ts';
import { layLegend, layRows } from './rows.ts';

/** What of the talk the drawing shows, for those who do not see it. */
function indexAlt({ deck }: Canvas['talk']): string {
  const parts = new Set(deck.marks.map(({ part }) => part)).size;
  return `The index: ${deck.marks.length} marks, one a lesson, in the colours of ${parts} parts`;
}

export function layTitle(canvas: Canvas, slide: TitleSlide): void {
  const { layout, talk } = canvas;
  const facts = slide.facts.join(layout.texts['facts']?.lines ? '\n' : '     ');
  placeTexts(canvas, [
    titleText(slide.title),
    { ...fittedText('subtitle', 'Subtitle', slide.subtitle), ph: 'subTitle' },
    fittedText('occasion', 'Occasion', slide.occasion),
    { slot: 'facts', name: 'Facts', runs: layout.texts['facts']?.lines ? [{ text: facts }] : facts },
  ]);
  layDrawing(canvas, slide, indexAlt(talk));
  if (layout.legend === undefined) return;
  layLegend(
    canvas,
    layout.legend,
    talk.pictures.themes
      .slice(0, 8)
      .map(({ name, title }) => ({ tone: 0, label: '', path: talk.pictures.signOf(name), title })),
  );
}

export function layAgenda(canvas: Canvas, slide: AgendaSlide): void {
  placeTexts(canvas, [titleText(slide.heading), { slot: 'summary', name: 'Summary', runs: slide.summary }]);
  const isShort = canvas.layout.rows?.texts['count']?.short === true;
  layRows(
    canvas,
    slide.rows.map((row) => ({
      tone: row.tone,
      texts: [
        { slot: 'number', name: `Number ${row.number}`, runs: String(row.number) },
        { ...fittedText('name', `Part ${row.number}`, row.title), link: canvas.linkTo(row.anchor) },
        { slot: 'count', name: 'Count', runs: isShort ? String(row.count) : `${row.count} ${row.noun}` },
      ],
      drawing: canvas.talk.pictures.rowOf(row.marks),
    })),
  );
  layDrawing(canvas, slide, indexAlt(canvas.talk));
}

export function layPart(canvas: Canvas, slide: PartSlide): void {
  const numeral = numeralSize(canvas, slide);
  const part = { ...canvas, layout: numeral };
  placeTexts(part, [
    titleText(slide.title),
    { slot: 'place', name: 'Place', runs: slide.place },
    { slot: 'count', name: 'Count', runs: slide.count },
    { slot: 'numeral', name: 'Number', runs: [{ text: String(slide.partNumber) }] },
  ]);
  layDrawing(canvas, slide, `The lessons of part ${slide.partNumber}`);
}

/** A number whose field is shared with many lessons is set smaller, and so is one of two digits. */
function numeralSize({ layout, talk }: Canvas, { labels, partNumber }: PartSlide): Canvas['layout'] {
  const place = layout.texts['numeral'];
  if (place?.size === undefined || place.y === undefined) return layout;
  const size = place.size * (labels.length > 18 ? 0.73 : labels.length > 10 ? 0.84 : 1);
  const fitting = Math.min(size, (size * place.width) / talk.measures.width(String(partNumber), 'display', size));
  const numeral = { ...place, size: fitting, height: fitting, y: (place.y * fitting) / place.size };
  return { ...layout, texts: { ...layout.texts, numeral } };
}

export function layTheme(canvas: Canvas, slide: ThemeSlide): void {
  const tops = placeTexts(canvas, [
    titleText(slide.title),
    { slot: 'place', name: 'Place', runs: slide.place },
    fittedText('description', 'Description', slide.description),
    { slot: 'count', name: 'Count', runs: slide.count },
  ]);
  const icon = canvas.layout.texts['icon'];
  const path = canvas.talk.pictures.signOf(slide.theme);
  if (icon !== undefined && path !== '') {
    const at = { x: icon.x, y: tops.get('icon') ?? icon.y ?? 0 };
    // Signs are drawn in a square of 256 that they do not fill; their places are in the square.
    canvas.shape(path, at, { name: 'Theme', fill: 'ink', scale: icon.width / 256, decorative: true });
  }
  layDrawing(canvas, slide, `The index with ${slide.count} marked`);
}

function layDrawing(canvas: Canvas, slide: TitleSlide | AgendaSlide | PartSlide | ThemeSlide, alt: string): void {
  const drawing = canvas.talk.pictures.pictureOf(slide);
  if (drawing === undefined || canvas.layout.drawing === undefined) return;
  draw(canvas, drawing, drawingPlace(canvas.talk, canvas.layout.drawing, drawing), { name: 'Index', alt });
}
