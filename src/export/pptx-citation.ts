import type { CitationPlace } from '../model/office-layout.ts';
import type { Citation, KeySlide, LessonSlide } from '../model/slides.ts';
import type { Canvas, Link, Run } from './pptx-canvas.ts';
import { cutToLine, flatPath } from './pptx-place.ts';

/** Of a citation in rows: what is above the first one, and each of them. px. */
const ROWS = { above: 12, pitch: 25, rule: 2, number: 52, sign: 15 } as const;

interface CitationPoint {
  readonly x: number;
  readonly y: number;
  readonly isRtl: boolean;
}

/** px. */
export function citationHeight({ layout, talk }: Canvas, { citation, themeTitle }: LessonSlide | KeySlide): number {
  const { height } = citation.words;
  if (talk.style.lesson.citation === 'line') return height;
  const theme = hasTheme(layout.texts['citation'], themeTitle) ? ROWS.pitch : 0;
  return ROWS.above + speakerHeight(citation) + sourceHeight(citation) + theme;
}

function speakerHeight({ speaker }: Citation): number {
  return speaker === '' ? 0 : ROWS.pitch;
}

/** The whole was fitted with a row for each: what is left is the source's. */
function sourceHeight(citation: Citation): number {
  return Math.max(citation.words.height - speakerHeight(citation) - ROWS.pitch, ROWS.pitch);
}

export function layCitation(canvas: Canvas, slide: LessonSlide | KeySlide, at: CitationPoint): void {
  if (canvas.talk.style.lesson.citation === 'line') layLine(canvas, slide, at);
  else layRowsOf(canvas, slide, at);
}

function hasTheme(place: CitationPlace | undefined, themeTitle: string): boolean {
  return place?.short !== true && themeTitle !== '';
}

/** The source, with its place on the web, and its number, with its place in the bibliography. */
function sourceRuns(canvas: Canvas, { citation }: LessonSlide | KeySlide, place: CitationPlace): readonly Run[] {
  const link: Link | undefined = citation.url === '' ? undefined : { url: citation.url };
  const strong = place.strong ?? 'ink';
  const number = String(citation.number);
  const look = { color: place.mark ?? strong, link: canvas.linkTo(`source-${number}`) };
  const source = { text: citation.source, color: strong, link, bold: true };
  if (place.chip === undefined) return [source, { text: ' ' }, { ...look, text: number, raised: true }];
  return [source, { text: '  ' }, { ...look, text: `\u00a0${number}\u00a0`, chip: place.chip, bold: true }];
}

function layLine(canvas: Canvas, slide: LessonSlide | KeySlide, { x, y, isRtl }: CitationPoint): void {
  const { citation } = slide;
  const place = canvas.layout.texts['citation'] ?? { x: 0, width: 0 };
  const box = canvas.talk.style.boxes.citation;
  canvas.words(
    { x, y, width: box.width, height: citation.words.height },
    {
      name: 'Source',
      font: box.font,
      size: citation.words.size,
      color: place.color ?? 'ink',
      leading: box.lineHeight,
      bold: false,
      align: isRtl ? 'right' : 'left',
      runs: [{ text: citation.speaker === '' ? '' : `${citation.speaker}, ` }, ...sourceRuns(canvas, slide, place)],
    },
  );
}

/** Speaker, source and theme under each other, each beside its name. */
function layRowsOf(canvas: Canvas, slide: LessonSlide | KeySlide, { x, y }: CitationPoint): void {
  const { citation, themeTitle } = slide;
  const place = canvas.layout.texts['citation'] ?? { x: 0, width: 0 };
  const { size } = citation.words;
  const { font } = canvas.talk.style.boxes.citation;
  const color = place.color ?? 'ink';
  const base = { font, size, color, leading: ROWS.pitch / size } as const;
  canvas.shape(
    flatPath({ width: place.x + place.width, height: ROWS.rule }),
    { x, y },
    { name: 'Rule', fill: place.rule ?? 'ink', decorative: true },
  );
  const rows: readonly CitationRow[] = [
    { label: 'Speaker', text: citation.speaker, height: ROWS.pitch },
    { label: 'Source', text: citation.source, height: sourceHeight(citation) },
    { label: 'Theme', text: hasTheme(place, themeTitle) ? themeTitle : '', height: ROWS.pitch },
  ];
  let top = y + ROWS.above;
  for (const { label, text, height } of rows.filter((row) => row.text !== '')) {
    const sign = label === 'Theme' ? laySign(canvas, slide, { x: x + place.x, y: top }) : 0;
    const width = place.width - ROWS.number - sign;
    const fitting = label === 'Source' ? text : cutToLine(canvas, text, { font, size, width });
    const link = label === 'Source' && citation.url !== '' ? { url: citation.url } : undefined;
    canvas.words(
      { x, y: top, width: place.x, height: ROWS.pitch },
      { ...base, color: place.label ?? color, name: 'Label', runs: label },
    );
    canvas.words({ x: x + place.x + sign, y: top, width, height }, { ...base, name: label, runs: fitting, link });
    if (label === 'Source') layNumber(canvas, slide, { x: x + place.x + place.width - ROWS.number, y: top });
    top += height;
  }
}

interface CitationRow {
  readonly label: string;
  readonly text: string;
  /** px. */
  readonly height: number;
}

/** The source's number, with its place in the bibliography, at the end of its row. */
function layNumber(canvas: Canvas, { citation }: LessonSlide | KeySlide, { x, y }: { x: number; y: number }): void {
  const place = canvas.layout.texts['citation'];
  canvas.words(
    { x, y, width: ROWS.number, height: ROWS.pitch },
    {
      name: 'Source number',
      runs: `[${citation.number}]`,
      font: canvas.talk.style.boxes.citation.font,
      size: citation.words.size,
      color: place?.mark ?? 'ink',
      align: 'right',
      leading: ROWS.pitch / citation.words.size,
      link: canvas.linkTo(`source-${citation.number}`),
    },
  );
}

/** The theme's sign before its name; returns the room that it takes. px. */
function laySign(canvas: Canvas, slide: LessonSlide | KeySlide, { x, y }: { x: number; y: number }): number {
  const path = canvas.talk.pictures.signOf(slide.mark.theme);
  if (path === '') return 0;
  const at = { x, y: y + (ROWS.pitch - ROWS.sign) / 2 };
  canvas.shape(path, at, { name: 'Sign', fill: 'ink', scale: ROWS.sign / 256, decorative: true });
  return ROWS.sign + 10;
}
