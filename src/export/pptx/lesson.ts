import type { MeasuredQuote } from '../../model/office.ts';
import type { QuotePlace } from '../../model/office-layout.ts';
import type { LessonSlide } from '../../model/slides.ts';
import type { QuoteStep } from '../../model/style.ts';
import { type Canvas, emu, type Place, type Run } from './canvas.ts';
import { citationHeight, layCitation } from './citation.ts';
import { layMarker } from './marker.ts';
import { idOf, isLoose, layHead, layNumbers, type Page, placeOn, startOf } from './page.ts';
import { flatPath, textOf } from './place.ts';

/** A lesson: topic, quote and citation, the part's name above, the index at the edge. */
export function layLesson(canvas: Canvas, slide: LessonSlide): void {
  const { style } = canvas.talk;
  const step = style.steps.find(({ name }) => name === slide.quote.step);
  const { column } = canvas.layout;
  if (step === undefined || column === undefined) throw new RangeError(`there is no step ${slide.quote.step}`);
  const page: Page = { canvas, isRtl: slide.quote.direction === 'rtl', isWide: step.columns === 2 };
  const x = startOf(column, page);
  layField(page);
  layTopic(page, slide, { x, y: topicTop(page) });
  const quote = quotePlace(page, slide, x);
  layQuote(page, slide, quote, step);
  const foot = style.lesson.bottom - citationHeight(canvas, slide);
  const below = quote.y + quote.height + style.lesson.gapAboveCitation;
  const width = page.isWide ? style.lesson.wideWidth : style.lesson.width;
  const y = column.citation === 'bottom' ? foot : Math.min(below, foot);
  layCitation(canvas, slide, { x, y, width, isRtl: page.isRtl });
  layNumbers(page, slide);
  layHead(page, slide);
  layMarker(canvas, slide, page.isRtl);
}

function topicTop({ canvas, isWide }: Page): number {
  const { wideTop, top } = canvas.talk.style.lesson;
  return isWide ? wideTop : top;
}

type QuoteBox = Place & MeasuredQuote;

/** Where the quote stands: below its topic, unless that has a place of its own. */
function quotePlace(page: Page, slide: LessonSlide, x: number): QuoteBox {
  const { style, measures } = page.canvas.talk;
  const { lesson } = style;
  const isBelow = page.isWide || page.canvas.layout.column?.quote !== 'top';
  const y = topicTop(page) + (isBelow ? slide.topic.height + lesson.gapAboveQuote : 0);
  const { width, height, leading, columns } = measures.quote(slide.quote, isHung(page));
  const whole = page.isWide ? lesson.wideWidth : lesson.width;
  return { x: x + (page.isRtl ? whole - width : 0), y, width, height, leading, columns };
}

function isHung({ canvas, isRtl, isWide }: Page): boolean {
  return canvas.layout.texts['quote']?.hang === true && !isRtl && !isWide;
}

function layField({ canvas, isRtl, isWide }: Page): void {
  const { field } = canvas.layout;
  if (field === undefined) return;
  const { size } = canvas.talk;
  const width = isWide ? field.wide : field.width;
  canvas.shape(
    flatPath({ width, height: (isWide ? field.wideHeight : field.height) ?? size.height }),
    { x: isRtl ? size.width - width : 0, y: 0 },
    { name: 'Field', fill: field.color, decorative: true },
  );
}

function layTopic(page: Page, slide: LessonSlide, at: { readonly x: number; readonly y: number }): void {
  const { canvas, isWide, isRtl } = page;
  const { lead } = canvas.layout;
  const place = placeOn(page, 'topic');
  const box = canvas.talk.style.boxes[slide.topic.box];
  const hasLead = lead === 'always' || (lead === 'wide' && isWide);
  const id = { text: hasLead ? `${idOf(slide)}  ` : '', color: place?.strong ?? 'ink' };
  canvas.words(topicPlace(page, slide, { ...at, hasLead }), {
    name: 'Topic',
    ph: 'title',
    runs: [id, { text: textOf(slide.topic) }],
    font: box.font,
    size: slide.topic.size,
    color: place?.color ?? 'ink',
    leading: box.lineHeight,
    tracking: isLoose(slide.topicLanguage) ? 0 : box.tracking,
    language: slide.topicLanguage,
    isRtl: slide.topicDirection === 'rtl',
    align: isRtl ? 'right' : 'left',
    valign: isWide ? 'top' : (place?.valign ?? 'top'),
  });
}

/** In the lesson's column, or where the style has a place for it beside one column. */
function topicPlace(page: Page, slide: LessonSlide, at: { x: number; y: number; hasLead: boolean }): Place {
  const { style } = page.canvas.talk;
  const { width } = style.boxes[slide.topic.box];
  const place = placeOn(page, 'topic');
  const { height } = slide.topic;
  if (place?.y !== undefined && !page.isWide) return { x: place.x, y: place.y, width, height: place.height ?? height };
  const column = style.lesson[page.isWide ? 'wideWidth' : 'width'];
  return { x: at.x, y: at.y, width: at.hasLead ? column : width, height };
}

function layQuote(
  { canvas, isRtl, isWide }: Page,
  { quote }: LessonSlide,
  { leading, columns, ...place }: QuoteBox,
  step: QuoteStep,
): void {
  const { talk, layout } = canvas;
  const look = layout.texts['quote'];
  const hang = isHung({ canvas, isRtl, isWide }) ? talk.measures.width(quote.open, 'text', step.size) : 0;
  const isMarked = quote.segments.some(({ marked }) => marked);
  const color = (isMarked ? look?.dimmed : undefined) ?? look?.color ?? 'ink';
  const words = quote.segments.map((segment): Run => {
    const text = segment.pieces.map((piece) => piece.text).join('');
    return segment.marked ? { text, ...emphasis(look) } : { text };
  });
  canvas.words(
    { ...place, x: place.x - hang, width: place.width + hang },
    {
      name: 'Quote',
      ph: 'body',
      runs: [{ text: quote.open, ...opening(look, quote.segments[0]?.marked === true) }, ...words],
      font: 'text',
      size: step.size,
      color,
      leading,
      tracking: isLoose(quote.language) ? 0 : talk.style.lesson.tracking,
      language: quote.language,
      isRtl,
      align: isRtl ? 'right' : 'left',
      ...(hang > 0 ? { hang: emu(hang) } : {}),
      ...(columns === 2 ? { columns: emu(talk.style.lesson.columnGap) } : {}),
    },
  );
}

/** The mark that opens a quote stands out with its first words, where a colour is laid under them. */
function opening(look: QuotePlace | undefined, isMarked: boolean): Partial<Run> {
  if (look?.opening !== undefined) return { color: look.opening, ...(look.emphasis === 'bold' ? { bold: true } : {}) };
  const isBold = look?.emphasis === 'bold' || look?.emphasis === 'underline';
  return isMarked && !isBold ? emphasis(look) : {};
}

/** How the sentence that counts stands out. */
function emphasis(look: QuotePlace | undefined): Partial<Run> {
  const color = look?.strong ?? 'ink';
  if (look?.emphasis === 'underline') return { underline: color };
  if (look?.emphasis === 'bold') return { bold: true, color };
  return look?.emphasis === undefined ? {} : { chip: look.emphasis, color };
}
