import type { Deck } from '../model/deck.ts';
import type {
  AgendaSlide,
  ClosingSlide,
  KeySlide,
  LessonSlide,
  MatrixSlide,
  PartSlide,
  Slide,
  SourcesChartSlide,
  ThemeSlide,
} from '../model/slides.ts';
import { drawShelf, drawTitledSpines, outlineParts, type ShelfSize, type Spine } from './draw-shelf.ts';
import { timeHint } from './time-hint.ts';

/** Sizes of the shelf on each kind of slide, px (DESIGN, "Folio" and "Index drawings"). */
const SHELVES = {
  title: { width: 1120, height: 300, gap: 15, fill: 0.88 },
  theme: { width: 1120, height: 270, gap: 15, fill: 0.88 },
  agenda: { width: 180, height: 50, gap: 0, fill: 0.88, widest: 16 },
  marker: { width: 1120, height: 58, gap: 15, fill: 0.74 },
} as const satisfies Record<string, ShelfSize>;
/** Height of the other spines beside the current one, which has its full height. */
const MARKER_REST = 0.62;
/** A deck of more lessons marks only the current part on its lesson slides: the marks would be too thin to see. */
const MOST_MARKED = 150;

/** What the pages of one deck share: the marker is drawn once and used on every lesson slide. */
export interface DeckDrawing {
  readonly marker: ReadonlyMap<string, Spine>;
  readonly outlines: readonly { readonly part: number; readonly path: string }[];
  readonly whole: boolean;
}

export function drawMarker(deck: Deck): DeckDrawing {
  const whole = deck.marks.length <= MOST_MARKED;
  const parts = [...new Set(deck.marks.map((mark) => mark.part))];
  const marksByPart = parts.map((part) => deck.marks.filter((mark) => mark.part === part));
  const groups = whole ? [deck.marks] : marksByPart;
  const shelves = groups.map((marks) => drawShelf(marks, { ...SHELVES.marker, ...(whole ? {} : { widest: 16 }) }));
  return {
    marker: new Map(shelves.flat().map((spine) => [spine.mark.id, spine])),
    outlines: shelves.flatMap((spines) =>
      [...outlineParts(spines, MARKER_REST)].map(([part, path]) => ({ part, path })),
    ),
    whole,
  };
}

export interface ViewContext {
  readonly deck: Deck;
  readonly drawing: DeckDrawing;
  readonly icons: ReadonlyMap<string, string>;
}

/** What a slide's template sees: the slide, its template's name, and its drawing. */
export function slideView(slide: Slide, context: ViewContext): object {
  const base = { ...slide, template: templateOf(slide) };
  switch (slide.kind) {
    case 'title':
      return { ...base, shelf: shelfView(drawShelf(context.deck.marks, SHELVES.title), SHELVES.title) };
    case 'agenda':
      return { ...base, rows: agendaRows(slide) };
    case 'overview':
      return { ...base, ...(slide.overview === 'matrix' ? matrixView(slide, context) : chartView(slide)) };
    case 'part':
      return { ...base, ...dividerView(slide) };
    case 'theme':
      return { ...base, ...themeView(slide, context) };
    case 'key':
    case 'lesson':
      return { ...base, ...lessonView(slide, context) };
    case 'closing':
      return { ...base, ...closingView(slide, context) };
    case 'sources':
      return base;
  }
}

function templateOf(slide: Slide): string {
  return slide.kind === 'overview' ? `slides/overview-${slide.overview}` : `slides/${slide.kind}`;
}

function shelfView(spines: readonly Spine[], size: ShelfSize): object {
  return { width: size.width, height: size.height, spines };
}

function agendaRows(slide: AgendaSlide): readonly object[] {
  return slide.rows.map((row) => ({ ...row, shelf: shelfView(drawShelf(row.marks, SHELVES.agenda), SHELVES.agenda) }));
}

function dividerView(slide: PartSlide): object {
  return { drawn: drawTitledSpines(slide.spines) };
}

function themeView(slide: ThemeSlide, context: ViewContext): object {
  const own = new Set(slide.marks.map((mark) => mark.id));
  const spines = drawShelf(context.deck.marks, SHELVES.theme).map((spine) => ({
    ...spine,
    lit: own.has(spine.mark.id),
  }));
  return { shelf: { ...SHELVES.theme, spines }, iconPath: context.icons.get(slide.icon) ?? '' };
}

function lessonView(slide: LessonSlide | KeySlide, context: ViewContext): object {
  const now = context.drawing.marker.get(slide.lessonId);
  const hasLongId = slide.lessonId.length > 3;
  return {
    marker: {
      now: now ? { ...now, y: 58 - now.height } : undefined,
      whole: context.drawing.whole,
      part: slide.partNumber,
    },
    hasLongId,
    time: timeHint(slide),
    pieceLabel: slide.kind === 'lesson' && slide.piece ? `${slide.piece.number}/${slide.piece.of}` : '',
  };
}

function closingView(slide: ClosingSlide, context: ViewContext): object {
  return {
    lit: slide.marks.flatMap((mark) => context.drawing.marker.get(mark.id) ?? []),
    whole: context.drawing.whole,
  };
}

const MATRIX = { labels: 404, totals: 60, width: 1120, bar: 8, gap: 4 } as const;

function matrixView(slide: MatrixSlide, context: ViewContext): object {
  const columnWidth = Math.floor((MATRIX.width - MATRIX.labels - MATRIX.totals) / slide.columns.length);
  return {
    columnCount: slide.columns.length,
    columns: slide.columns.map((column) => ({ ...column, iconPath: context.icons.get(column.icon) ?? '' })),
    rows: slide.rows.map((row) => ({
      ...row,
      cells: row.counts.map((count) => ({ count, ...bars(count, columnWidth) })),
    })),
  };
}

/** One bar a lesson while they fit the column, closer together when many, then one block with the figure beside it. */
function bars(count: number, columnWidth: number): object {
  const room = columnWidth - 14;
  const pitch = Math.min(MATRIX.bar + MATRIX.gap, room / Math.max(count, 1));
  const isCrowded = pitch < 4;
  const width = isCrowded ? room - 34 : Math.round(pitch * 0.667 * 10) / 10;
  const places = isCrowded ? [0] : Array.from({ length: count }, (_, index) => Math.round(index * pitch * 10) / 10);
  return { bars: places.map((x) => ({ x, width })), crowded: isCrowded, room };
}

function chartView(slide: SourcesChartSlide): object {
  return { rows: slide.rows, hasLegend: slide.legend.length > 0 };
}
