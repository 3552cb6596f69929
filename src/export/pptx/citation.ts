import type { CitationPlace } from '../../model/office-layout.ts';
import type { Citation, KeySlide, LessonSlide } from '../../model/slides.ts';
import type { Canvas, Link, Run } from './canvas.ts';
import { cutToLine, flatPath } from './place.ts';

/** Of a citation in rows: what is above the first one, and each of them. px. */
const ROWS = { above: 12, rule: 2, number: 52, sign: 15 } as const;

interface CitationPoint {
  readonly x: number;
  readonly y: number;
  /** Of its column. */
  readonly width: number;
  readonly isRtl: boolean;
}

/** px. */
export function citationHeight(canvas: Canvas, { citation, themeTitle }: LessonSlide | KeySlide): number {
  const { height } = citation.words;
  if (canvas.talk.style.lesson.citation === 'line') return height;
  // The whole was fitted with a row for each of the three.
  const hasRow = hasTheme(canvas.layout.texts['citation'], themeTitle);
  return ROWS.above + height - (hasRow ? 0 : rowPitch(canvas, citation));
}

/** px of a line. */
function rowPitch({ talk }: Canvas, { words }: Citation): number {
  return talk.style.boxes.citation.lineHeight * words.size;
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
function layRowsOf(canvas: Canvas, slide: LessonSlide | KeySlide, { y, ...at }: CitationPoint): void {
  const { citation } = slide;
  const place = canvas.layout.texts['citation'] ?? { x: 0, width: 0 };
  // At the side where lines begin.
  const x = at.isRtl ? at.x + at.width - place.x - place.width : at.x;
  const { size } = citation.words;
  const { font, lineHeight } = canvas.talk.style.boxes.citation;
  const color = place.color ?? 'ink';
  const pitch = rowPitch(canvas, citation);
  const base = { font, size, color, leading: lineHeight } as const;
  canvas.shape(
    flatPath({ width: place.x + place.width, height: ROWS.rule }),
    { x, y },
    { name: 'Rule', fill: place.rule ?? 'ink', decorative: true },
  );
  const rows = citationRows(canvas, slide);
  let top = y + ROWS.above;
  for (const { label, text, height } of rows) {
    const sign = label === 'Theme' ? laySign(canvas, slide, { x: x + place.x, y: top }) : 0;
    const width = place.width - ROWS.number - sign;
    const fitting = label === 'Source' ? text : cutToLine(canvas, text, { font, size, width });
    const link = label === 'Source' && citation.url !== '' ? { url: citation.url } : undefined;
    canvas.words(
      { x, y: top, width: place.x, height: pitch },
      { ...base, color: place.label ?? color, name: 'Label', runs: label },
    );
    canvas.words({ x: x + place.x + sign, y: top, width, height }, { ...base, name: label, runs: fitting, link });
    if (label === 'Source') layNumber(canvas, slide, { x: x + place.x + place.width - ROWS.number, y: top });
    top += height;
  }
}

function citationRows(canvas: Canvas, { citation, themeTitle }: LessonSlide | KeySlide): readonly CitationRow[] {
  const pitch = rowPitch(canvas, citation);
  const theme = hasTheme(canvas.layout.texts['citation'], themeTitle) ? themeTitle : '';
  const source = citation.words.height - pitch - (citation.speaker === '' ? 0 : pitch);
  const rows = [
    { label: 'Speaker', text: citation.speaker, height: pitch },
    { label: 'Source', text: citation.source, height: source },
    { label: 'Theme', text: theme, height: pitch },
  ];
  return rows.filter(({ text }) => text !== '');
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
    { x, y, width: ROWS.number, height: rowPitch(canvas, citation) },
    {
      name: 'Source number',
      runs: `[${citation.number}]`,
      font: canvas.talk.style.boxes.citation.font,
      size: citation.words.size,
      color: place?.mark ?? 'ink',
      align: 'right',
      leading: canvas.talk.style.boxes.citation.lineHeight,
      link: canvas.linkTo(`source-${citation.number}`),
    },
  );
}

/** The theme's sign before its name; returns the room that it takes. px. */
function laySign(canvas: Canvas, slide: LessonSlide | KeySlide, { x, y }: { x: number; y: number }): number {
  const path = canvas.talk.pictures.signOf(slide.mark.theme);
  if (path === '') return 0;
  const at = { x, y: y + (rowPitch(canvas, slide.citation) - ROWS.sign) / 2 };
  canvas.shape(path, at, { name: 'Sign', fill: 'ink', scale: ROWS.sign / 256, decorative: true });
  return ROWS.sign + 10;
}
