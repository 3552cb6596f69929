import PptxGenJS from 'pptxgenjs';
import { slidesOf } from '../model/deck.ts';
import type { OfficeTalk } from '../model/office.ts';
import type { Slide } from '../model/slides.ts';
import type { PdfFacts } from './pdf/stamp-pdf.ts';
import { type Canvas, createCanvas, inches } from './pptx/canvas.ts';
import { createPalette, type Palette } from './pptx/colours.ts';
import { layClosing, laySources } from './pptx/endings.ts';
import { finishPptx } from './pptx/finish.ts';
import type { Glow } from './pptx/glow-picture.ts';
import { layKey } from './pptx/key.ts';
import { isRtl, layoutKind, layoutName } from './pptx/layout-names.ts';
import { defineLayouts } from './pptx/layouts.ts';
import { layLesson } from './pptx/lesson.ts';
import { layMatrix } from './pptx/matrix.ts';
import { notesText } from './pptx/notes.ts';
import { layAgenda, layPart, layTheme, layTitle } from './pptx/openings.ts';
import { laySourcesChart } from './pptx/shares.ts';
import { clean } from './pptx/text.ts';

/** Where a slide's number stands: from the right and the lower edge. px. */
const NUMBER = { right: 12, bottom: 6, width: 60, height: 20, size: 14 } as const;

/** The talk as slides that people can edit in PowerPoint and its kind: text boxes, shapes, a chart and tables of their own. */
export async function exportPptx(talk: OfficeTalk, { facts }: { readonly facts: PdfFacts }): Promise<Uint8Array> {
  const { size, fonts } = talk;
  const pptx = new PptxGenJS();
  pptx.defineLayout({ name: 'Lectern', width: inches(size.width), height: inches(size.height) });
  pptx.layout = 'Lectern';
  pptx.theme = { headFontFace: fonts.display.family, bodyFontFace: fonts.text.family };
  const palette = createPalette(talk);
  const slides = slidesOf(talk.deck);
  defineLayouts(pptx, talk, palette, slides);
  const numbers = numberAnchors(slides);
  const glows = new Map<number, Glow>();
  for (const slide of slides) {
    const page = pptx.addSlide({ masterName: clean(layoutName(talk, slide)) });
    const tone = 'tone' in slide ? slide.tone : 0;
    const layout = talk.layout.kinds[layoutKind(slide)];
    const add: Parameters<typeof createCanvas>[0]['add'] = (text, options) => void page.addText(text, options);
    const canvas = createCanvas({ talk, layout, palette, tone, page, numbers, add });
    page.background = { color: palette.paint(layout.ground ?? 'paper', tone).color };
    page.slideNumber = slideNumber(canvas);
    layOut(canvas, slide);
    const glow = glowOf(canvas, palette, slide);
    if (glow) glows.set(slide.number, glow);
    page.addNotes(clean(notesText(slide)));
  }
  const bytes = await pptx.write({ outputType: 'uint8array', compression: false });
  if (!(bytes instanceof Uint8Array)) throw new TypeError('pptxgenjs gave no bytes');
  return finishPptx(bytes, { talk, palette, glows, facts });
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

function slideNumber({ talk, palette, layout, tone }: Canvas): object {
  return {
    x: inches(talk.size.width - NUMBER.right - NUMBER.width),
    y: inches(talk.size.height - NUMBER.bottom - NUMBER.height),
    w: inches(NUMBER.width),
    h: inches(NUMBER.height),
    margin: 0,
    fontFace: talk.fonts.ui.family,
    fontSize: NUMBER.size * 0.75,
    color: palette.paint(layout.pageNumber ?? 'ink-2', tone, layout.ground).color,
    align: 'right',
  };
}

function glowOf({ layout, talk, tone }: Canvas, palette: Palette, slide: Slide): Glow | undefined {
  const { ground = 'paper', glow } = layout;
  if (glow === undefined) return undefined;
  return {
    ...glow,
    light: palette.digits(glow.color, tone, ground),
    ground: palette.digits(ground, tone, ground),
    x: isRtl(slide) ? talk.size.width - glow.x : glow.x,
  };
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
