import type { Drawing, Marker, Shape } from '../model/drawing.ts';
import type { LessonMark } from '../model/slides.ts';
import type { Area } from '../model/style.ts';
import { glyphPath } from '../model/theme-glyphs.ts';
import { drawDivider } from './draw-tiles-divider.ts';
import {
  group,
  type IndexDrawing,
  isCard,
  isWide,
  levelLabel,
  type MatrixCell,
  MOST_MARKED,
  rectangle,
  rectanglePath,
  round,
  type Scene,
} from './index-drawing.ts';

/** A table whose tiles are as large as its room allows, up to a size. px. */
export interface TableSize {
  readonly width: number;
  readonly height: number;
  /** Greatest distance from tile to tile. */
  readonly pitch: number;
  /** Between tiles, as a share of the pitch. */
  readonly gap: number;
}

export interface Tile {
  readonly mark: LessonMark;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface Table {
  readonly tiles: readonly Tile[];
  readonly width: number;
  readonly height: number;
}

/** px (DESIGN, "Raster" and "Tiles"). */
const WIDE = {
  cover: { width: 640, height: 512, pitch: 128, gap: 0.0625 },
  theme: { width: 620, height: 496, pitch: 124, gap: 0.0645 },
  row: { width: 430, height: 43, pitch: 43, gap: 0.116 },
  marker: { width: 140, height: 140, pitch: 14, gap: 0.2143 },
} as const satisfies Record<string, TableSize>;
const NARROW = {
  cover: { width: 440, height: 352, pitch: 88, gap: 0.0682 },
  theme: { width: 440, height: 440, pitch: 88, gap: 0.0682 },
  row: { width: 330, height: 33, pitch: 33, gap: 0.116 },
  marker: WIDE.marker,
} as const satisfies Record<keyof typeof WIDE, TableSize>;
const CARD = { ...NARROW, marker: { width: 200, height: 200, pitch: 20, gap: 0.2 } } as const;
/** Room around a theme's shape in its tile, as a share of the tile. */
const INSET = 0.22;

/** The table of tiles: a row a part, a tile a lesson, a shape a theme. */
export const TILES: IndexDrawing = {
  cover: (scene) => tableDrawing(scene.marks, tablesFor(scene.slide).cover, scene),
  agenda: () => undefined,
  agendaRow: (marks, scene) => tableDrawing(marks, tablesFor(scene.slide).row, scene),
  divider: drawDivider,
  theme: (lit, scene) => tableDrawing(scene.marks, tablesFor(scene.slide).theme, scene, new Set(lit)),
  closing: () => undefined,
  marker: drawMarker,
  matrixCell: drawCell,
  sign: (glyph) => glyphPath(glyph, { x: 0, y: 0, size: 256 }),
};

function tablesFor(slide: Area): Record<keyof typeof WIDE, TableSize> {
  if (isCard(slide)) return CARD;
  return isWide(slide) ? WIDE : NARROW;
}

/** Rows are broken where that makes the tiles larger. */
export function layOutTable(marks: readonly LessonMark[], size: TableSize): Table {
  const counts = new Map<number, number>();
  for (const { part } of marks) counts.set(part, (counts.get(part) ?? 0) + 1);
  const { columns, pitch } = bestColumns([...counts.values()], size);
  let row = -1;
  let column = 0;
  let part: number | undefined;
  const tiles = marks.map((mark): Tile => {
    if (mark.part !== part || column === columns) {
      row += 1;
      column = 0;
    }
    part = mark.part;
    const tile = { mark, x: round(column * pitch), y: round(row * pitch), size: round(pitch * (1 - size.gap)) };
    column += 1;
    return tile;
  });
  const gap = pitch * size.gap;
  const widest = tiles.reduce((most, tile) => Math.max(most, tile.x), 0) + pitch - gap;
  return { tiles, width: round(widest), height: round((row + 1) * pitch - gap) };
}

function bestColumns(
  counts: readonly number[],
  { width, height, pitch }: TableSize,
): { readonly columns: number; readonly pitch: number } {
  const most = counts.reduce((longest, count) => Math.max(longest, count), 1);
  let best = { columns: most, pitch: 0 };
  for (let columns = most; columns > 0; columns -= 1) {
    const rows = counts.reduce((sum, count) => sum + Math.ceil(count / columns), 0);
    const fitting = Math.min(pitch, width / columns, height / Math.max(rows, 1));
    if (fitting > best.pitch) best = { columns, pitch: fitting };
  }
  return best;
}

/** @param lit the tiles in their colours; without it, all */
function tableDrawing(
  marks: readonly LessonMark[],
  size: TableSize,
  scene: Scene,
  lit?: ReadonlySet<LessonMark>,
): Drawing {
  const { tiles, width, height } = layOutTable(marks, size);
  const shapes = tiles.flatMap((tile) => {
    const isDim = lit !== undefined && !lit.has(tile.mark);
    return tileShapes(tile, scene.glyphs.get(tile.mark.theme) ?? '', isDim ? ' dim' : ` t${tile.mark.tone}`);
  });
  return { width, height, groups: [group({ shapes })] };
}

function tileShapes({ x, y, size }: Omit<Tile, 'mark'>, glyph: string, look: string): readonly Shape[] {
  const tile = rectangle(`mark${look}`, { x, y, width: size, height: size });
  if (glyph === '') return [tile];
  const inset = size * INSET;
  const path = glyphPath(glyph, { x: x + inset, y: y + inset, size: size - 2 * inset });
  return [tile, { look: look === ' dim' ? 'glyph dim' : 'glyph', path, use: '' }];
}

function drawMarker({ marks, slide }: Scene): Marker {
  const whole = marks.length <= MOST_MARKED;
  const parts = [...new Set(marks.map((mark) => mark.part))];
  const groups = whole ? [marks] : parts.map((part) => marks.filter((mark) => mark.part === part));
  const tables = groups.map((some) => layOutTable(some, tablesFor(slide).marker));
  const height = Math.max(...tables.map((table) => table.height), 0);
  const width = Math.max(...tables.map((table) => table.width), 0);
  const paths = new Map<number, string>();
  const current = new Map<string, string>();
  for (const table of tables) {
    for (const { mark, x, y, size } of table.tiles) {
      // Every table stands on the foot of the marker.
      const path = rectanglePath({ x, y: round(y + height - table.height), width: size, height: size });
      paths.set(mark.part, (paths.get(mark.part) ?? '') + path);
      current.set(mark.id, path);
    }
  }
  return { width, height, parts: [...paths].map(([part, path]) => ({ part, path })), current, whole };
}

const CELL = { pitch: 22, gap: 0.09, perLine: 4, lines: 2, smallest: 9 } as const;

/** A tile a lesson in two lines at most, smaller where they are many; then one tile with the figure beside it. */
function drawCell({ count, glyph, room }: MatrixCell): Drawing {
  const perLine = Math.max(CELL.perLine, Math.ceil(count / CELL.lines));
  const pitch = Math.min(CELL.pitch, room / (perLine - CELL.gap));
  const isCrowded = pitch < CELL.smallest;
  const drawn = isCrowded ? { pitch: CELL.pitch, count: 1, perLine: 1 } : { pitch, count, perLine };
  const size = round(drawn.pitch * (1 - CELL.gap));
  const shapes = Array.from({ length: drawn.count }, (_, index) => {
    const x = round((index % drawn.perLine) * drawn.pitch);
    const y = round(Math.floor(index / drawn.perLine) * drawn.pitch);
    return tileShapes({ x, y, size }, glyph, '');
  });
  const height = round(Math.ceil(drawn.count / drawn.perLine) * drawn.pitch - drawn.pitch * CELL.gap);
  const figure = levelLabel({ look: 'figure', text: String(count), x: size + 8, y: 16, size: 16 });
  const groups = count === 0 ? [] : [group({ shapes: shapes.flat(), labels: isCrowded ? [figure] : [] })];
  return { width: room, height, groups };
}
