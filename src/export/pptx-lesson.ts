import type { KeySlide, LessonSlide } from '../model/slides.ts';
import { type Canvas, type Link, type Run, textOf } from './pptx-canvas.ts';

/** A lesson: topic, quote and citation under each other, the part's name above, the index at the foot. */
export function layLesson(canvas: Canvas, slide: LessonSlide): void {
  const { style, colours } = canvas.talk;
  const tone = toneColours(canvas, slide.tone);
  const step = style.steps.find(({ name }) => name === slide.quote.step);
  if (step === undefined) throw new RangeError(`there is no step ${slide.quote.step}`);
  const isWide = step.columns === 2;
  const isRtl = slide.quote.direction === 'rtl';
  const { lesson } = style;
  const x = isWide || isRtl ? 80 : 312;
  const top = isWide ? lesson.wideTop : lesson.top;
  const width = isWide ? lesson.wideWidth : lesson.width;
  canvas.ground(tone.tint);
  const topic = style.boxes[slide.topic.box];
  const number = `${slide.lessonId}${slide.piece ? ` (${slide.piece.number}/${slide.piece.of})` : ''}`;
  const lead = isWide ? `${number}  ` : '';
  canvas.words(
    { x, y: top, width, height: slide.topic.height },
    {
      name: 'Title',
      isTitle: true,
      runs: lead + textOf(slide.topic),
      role: 'accent',
      size: slide.topic.size,
      color: tone.accent,
      leading: topic.lineHeight,
      language: slide.topicLanguage,
    },
  );
  const quoteTop = top + slide.topic.height + lesson.gapAboveQuote;
  const quoteBottom = lesson.bottom - slide.citation.words.height - lesson.gapAboveCitation;
  const marked = slide.quote.segments.flatMap((segment): Run[] => {
    const text = segment.pieces.map((piece) => piece.text).join('');
    return [segment.marked ? { text, underline: tone.accent } : { text }];
  });
  canvas.words(
    { x, y: quoteTop, width, height: quoteBottom - quoteTop },
    {
      name: 'Quote',
      runs: [{ text: slide.quote.open }, ...marked],
      role: 'text',
      size: step.size,
      color: colours.ink,
      leading: step.lineHeight,
      tracking: lesson.tracking,
      language: slide.quote.language,
      isRtl,
      align: isRtl ? 'right' : 'left',
    },
  );
  cite(canvas, slide, { x, y: quoteBottom + lesson.gapAboveCitation, width, color: colours.ink2, strong: colours.ink });
  if (!isWide) layNumber(canvas, number, tone.accent, isRtl);
  runHead(canvas, slide, tone.accent, colours.ink2);
  layMarker(canvas, slide, colours.ink, tone.accent);
}

export function layKey(canvas: Canvas, slide: KeySlide): void {
  const tone = toneColours(canvas, slide.tone);
  const box = canvas.talk.style.boxes.key;
  const { height, size } = slide.claim;
  canvas.ground(tone.deep);
  canvas.words(
    { x: 80, y: 128, width: 1120, height: Math.min(box.height, height + 8) },
    {
      name: 'Title',
      isTitle: true,
      runs: slide.open + textOf(slide.claim) + slide.close,
      role: 'display',
      size,
      color: 'FFFFFF',
      leading: box.lineHeight,
      tracking: box.tracking,
      language: slide.language,
      isRtl: slide.direction === 'rtl',
    },
  );
  cite(canvas, slide, { x: 80, y: 168 + height, width: 888, color: tone.stock, strong: 'FFFFFF' });
  runHead(canvas, slide, tone.stock, tone.stock);
  layMarker(canvas, slide, 'FFFFFF', 'FFFFFF');
}

export function toneColours({ talk }: Canvas, tone: number): Record<'deep' | 'accent' | 'tint' | 'stock', string> {
  const { ink, paper, tones } = talk.colours;
  return tones[tone - 1] ?? { deep: ink, accent: ink, tint: paper, stock: paper };
}

function layNumber(canvas: Canvas, number: string, color: string, isRtl: boolean): void {
  const [id = '', piece = ''] = number.split(' ');
  const size = id.length > 3 ? 76 : 96;
  const place = { x: isRtl ? 980 : 80, y: 96, width: 220, height: 112 };
  canvas.words(place, { name: 'Lesson number', runs: id, role: 'display', size, color, tracking: -0.035 });
  if (piece === '') return;
  canvas.words({ ...place, y: 216, height: 28 }, { name: 'Piece', runs: piece, role: 'ui', size: 22, color });
}

function cite(
  canvas: Canvas,
  { citation }: LessonSlide | KeySlide,
  at: { x: number; y: number; width: number; color: string; strong: string },
): void {
  const box = canvas.talk.style.boxes.citation;
  const link: Link | undefined = citation.url === '' ? undefined : { url: citation.url };
  const speaker = citation.speaker === '' ? '' : `${citation.speaker}, `;
  canvas.words(
    { x: at.x, y: at.y, width: at.width, height: citation.words.height },
    {
      name: 'Source',
      role: 'ui',
      size: citation.words.size,
      color: at.color,
      leading: box.lineHeight,
      runs: [
        { text: speaker },
        { text: citation.source, color: at.strong, link },
        {
          text: ` ${citation.number}`,
          raised: true,
          color: at.strong,
          link: canvas.linkTo(`source-${citation.number}`),
        },
      ],
    },
  );
}

function runHead(canvas: Canvas, slide: LessonSlide | KeySlide, accent: string, color: string): void {
  const base = { role: 'ui', size: 19, color } as const;
  canvas.words(
    { x: 80, y: 34, width: 940, height: 26 },
    {
      ...base,
      name: 'Part',
      runs: [{ text: `${slide.partNumber}   `, bold: true, color: accent }, { text: shorten(slide.partTitle) }],
    },
  );
  canvas.words(
    { x: 1060, y: 34, width: 140, height: 26 },
    { ...base, name: 'Place', align: 'right', runs: `${slide.mark.position} / ${slide.lessonCount}` },
  );
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= 70 ? text : `${characters.slice(0, 69).join('')}…`;
}

function layMarker(canvas: Canvas, slide: LessonSlide | KeySlide, rest: string, now: string): void {
  const { marker } = canvas.talk.pictures;
  const at = { x: 80, y: 720 - marker.height, width: marker.width, height: marker.height };
  const own = marker.parts
    .filter(({ part }) => part === slide.partNumber)
    .map(({ path }) => path)
    .join('');
  const others = marker.parts
    .filter(({ part }) => part !== slide.partNumber)
    .map(({ path }) => path)
    .join('');
  if (marker.whole) canvas.shape(others, at, { name: 'Index: other parts', fill: rest, transparency: 84 });
  canvas.shape(own, at, { name: 'Index: this part', fill: now, transparency: 58 });
  canvas.shape(marker.current.get(slide.lessonId) ?? '', at, { name: `Index: lesson ${slide.lessonId}`, fill: now });
}
