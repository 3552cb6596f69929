import type { Deck } from '../model/deck.ts';
import type { Drawing, Marker } from '../model/drawing.ts';
import type {
  AgendaSlide,
  KeySlide,
  LessonSlide,
  MatrixSlide,
  Slide,
  ThemeSlide,
  TitleSlide,
} from '../model/slides.ts';
import type { Style } from '../model/style.ts';
import { timeHint } from '../model/time-hint.ts';
import { columnRoom, type IndexDrawing, MOST_MARKED, type Scene } from './index-drawing.ts';
import { indexDrawingOf } from './index-drawings.ts';
import { joinShapes } from './join-shapes.ts';

/** A theme's picture as the page holds it once. */
export interface Sign {
  readonly id: string;
  readonly title: string;
  /** In a square of 256 × 256; empty for none. */
  readonly path: string;
}

/** What the slides of one deck share. */
export interface ViewContext {
  readonly deck: Deck;
  readonly style: Style;
  readonly index: IndexDrawing;
  readonly scene: Scene;
  /** Drawn once, used on every lesson slide. */
  readonly marker: Marker;
  /** By the theme's name. */
  readonly signs: ReadonlyMap<string, Sign>;
}

export function createViewContext(deck: Deck, style: Style, icons: ReadonlyMap<string, string>): ViewContext {
  const index = indexDrawingOf(style);
  const glyphs = new Map(deck.themes.map((theme) => [theme.name, theme.glyph]));
  const scene = { marks: deck.marks, glyphs, slide: style.slide };
  const used = new Set(deck.marks.map((mark) => mark.theme));
  const signs = deck.themes
    .filter((theme) => used.has(theme.name))
    .map(({ name, title, glyph, icon }, place) => {
      const sign: Sign = { id: `sign-${place + 1}`, title, path: index.sign(glyph) ?? icons.get(icon) ?? '' };
      return [name, sign] as const;
    });
  return { deck, style, index, scene, marker: index.marker(scene), signs: new Map(signs) };
}

/** What slides draw from, to stand once in their page. */
export function sharedShapes({ marker, signs }: ViewContext, slides: readonly Slide[]): object {
  const parts = new Set(slides.map((slide) => ('partNumber' in slide ? slide.partNumber : 0)));
  const outlines = marker.whole ? marker.parts : marker.parts.filter(({ part }) => parts.has(part));
  return { outlines, signs: [...signs.values()] };
}

/** What a slide's template sees: the slide, its template's name, and its drawing. */
export function slideView(slide: Slide, context: ViewContext): object {
  const { index, scene, marker } = context;
  const base = { ...slide, template: templateOf(slide) };
  switch (slide.kind) {
    case 'title':
      return { ...base, ...titleView(slide, context) };
    case 'agenda':
      return { ...base, ...agendaView(slide, context) };
    case 'overview':
      return {
        ...base,
        ...(slide.overview === 'matrix' ? matrixView(slide, context) : { hasLegend: slide.legend.length > 0 }),
      };
    case 'part':
      return { ...base, drawing: index.divider(slide.labels, scene) };
    case 'theme':
      return { ...base, ...themeView(slide, context) };
    case 'key':
    case 'lesson':
      return { ...base, ...lessonView(slide, context) };
    case 'closing':
      return { ...base, drawing: index.closing(slide.marks, scene, marker) };
    case 'sources':
      return base;
  }
}

function templateOf(slide: Slide): string {
  return slide.kind === 'overview' ? `slides/overview-${slide.overview}` : `slides/${slide.kind}`;
}

function titleView(_slide: TitleSlide, { index, scene, signs }: ViewContext): object {
  return { drawing: thinned(index.cover(scene), scene), legend: [...signs.values()] };
}

function agendaView(slide: AgendaSlide, { index, scene }: ViewContext): object {
  const rows = slide.rows.map((row) => ({ ...row, drawing: thinned(index.agendaRow(row.marks, scene), scene) }));
  return { rows, drawing: thinned(index.agenda(scene), scene) };
}

function themeView(slide: ThemeSlide, { index, scene, signs }: ViewContext): object {
  return { drawing: thinned(index.theme(slide.marks, scene), scene), sign: signs.get(slide.theme) };
}

/** Of an index with more marks than anybody tells apart, fewer elements. */
function thinned(drawing: Drawing | undefined, { marks }: Scene): Drawing | undefined {
  return drawing && marks.length > MOST_MARKED ? joinShapes(drawing) : drawing;
}

function lessonView(slide: LessonSlide | KeySlide, { marker, signs, style }: ViewContext): object {
  return {
    marker: { ...marker, part: slide.partNumber, path: marker.current.get(slide.lessonId) ?? '' },
    hasLongId: slide.lessonId.length > 3,
    hasLongNumber: slide.mark.number > 9,
    // A citation in rows makes a datasheet of the slide: rows have names, and the lesson's number stands apart, twice.
    isDatasheet: style.lesson.citation === 'rows',
    time: timeHint(slide),
    pieceLabel: slide.kind === 'lesson' && slide.piece ? `${slide.piece.number}/${slide.piece.of}` : '',
    opensMarked: slide.kind === 'lesson' && slide.quote.segments[0]?.marked === true,
    sign: signs.get(slide.mark.theme),
  };
}

function matrixView(slide: MatrixSlide, { index, scene, style, signs }: ViewContext): object {
  const room = columnRoom(slide.columns.length, style.matrix);
  return {
    columnCount: slide.columns.length,
    columns: slide.columns.map((column) => ({ ...column, sign: signs.get(column.theme) })),
    rows: slide.rows.map((row) => ({
      ...row,
      cells: row.counts.map((count, column) => {
        const glyph = scene.glyphs.get(slide.columns[column]?.theme ?? '') ?? '';
        return { count, drawing: index.matrixCell({ count, glyph, tone: row.tone, room }) };
      }),
    })),
  };
}
