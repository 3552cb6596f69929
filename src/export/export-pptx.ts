import PptxGenJS from 'pptxgenjs';
import { slidesOf } from '../model/deck.ts';
import type { OfficeTalk } from '../model/office.ts';
import type { Slide } from '../model/slides.ts';
import { type Canvas, createCanvas } from './pptx-canvas.ts';
import { layClosing, laySources } from './pptx-endings.ts';
import { finishPptx } from './pptx-finish.ts';
import { layKey, layLesson } from './pptx-lesson.ts';
import { layAgenda, layPart, layTheme, layTitle } from './pptx-lists.ts';
import { notesText } from './pptx-notes.ts';
import { layMatrix, laySourcesChart } from './pptx-overviews.ts';
import { clean } from './pptx-text.ts';
import type { PdfFacts } from './stamp-pdf.ts';

const MASTER = 'Lectern';

/** The talk as slides that people can edit in PowerPoint and its kind: text boxes, shapes and tables of their own. */
export async function exportPptx(talk: OfficeTalk, { facts }: { readonly facts: PdfFacts }): Promise<Uint8Array> {
  const pptx = new PptxGenJS();
  pptx.layout = 'LAYOUT_WIDE';
  pptx.theme = { headFontFace: talk.fonts.display.family, bodyFontFace: talk.fonts.text.family };
  const { paper, ink2 } = talk.colours;
  pptx.defineSlideMaster({
    title: MASTER,
    background: { color: paper },
    slideNumber: {
      x: 12.75,
      y: 6.9,
      w: 0.5,
      h: 0.3,
      fontFace: talk.fonts.ui.family,
      fontSize: 9,
      color: ink2,
      align: 'right',
    },
    objects: [
      { placeholder: { options: { name: 'title', type: 'title', x: 0.83, y: 0.46, w: 11.67, h: 1.2 }, text: 'Title' } },
    ],
  });
  const slides = slidesOf(talk.deck);
  const numbers = numberAnchors(slides);
  for (const slide of slides) {
    const page = pptx.addSlide({ masterName: MASTER });
    layOut(createCanvas(page, talk, numbers), slide);
    page.addNotes(clean(notesText(slide)));
  }
  const bytes = await pptx.write({ outputType: 'uint8array', compression: false });
  if (!(bytes instanceof Uint8Array)) throw new TypeError('pptxgenjs gave no bytes');
  return finishPptx(bytes, talk, facts);
}

function numberAnchors(slides: readonly Slide[]): ReadonlyMap<string, number> {
  const pairs = slides.flatMap((slide) => [
    [slide.anchor, slide.number] as const,
    ...(slide.kind === 'sources'
      ? slide.entries.map((entry) => [`source-${entry.number}`, slide.number] as const)
      : []),
  ]);
  return new Map(pairs);
}

function layOut(canvas: Canvas, slide: Slide): void {
  if (slide.kind === 'title') layTitle(canvas, slide);
  else if (slide.kind === 'agenda') layAgenda(canvas, slide);
  else if (slide.kind === 'part') layPart(canvas, slide);
  else if (slide.kind === 'theme') layTheme(canvas, slide);
  else if (slide.kind === 'key') layKey(canvas, slide);
  else if (slide.kind === 'lesson') layLesson(canvas, slide);
  else if (slide.kind === 'closing') layClosing(canvas, slide);
  else if (slide.kind === 'sources') laySources(canvas, slide);
  else if (slide.overview === 'matrix') layMatrix(canvas, slide);
  else laySourcesChart(canvas, slide);
}
