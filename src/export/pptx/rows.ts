import type { Drawing } from '../../model/drawing.ts';
import type { RowsPlace } from '../../model/office-layout.ts';
import type { Canvas } from './canvas.ts';
import { draw } from './drawing.ts';
import { flatPath, type SlideText, setText } from './place.ts';

export interface SlideRow {
  readonly tone: number;
  readonly texts: readonly SlideText[];
  readonly drawing?: Drawing | undefined;
}

/** Rows under each other, in one column or more; each text in the middle of its row. */
export function layRows(canvas: Canvas, rows: readonly SlideRow[]): void {
  const place = canvas.layout.rows;
  if (place === undefined) return;
  const perColumn = Math.max(Math.ceil(rows.length / (place.columns ?? 1)), 1);
  for (const [index, row] of rows.entries()) {
    const x = place.x + Math.floor(index / perColumn) * (place.columnPitch ?? 0);
    const y = place.y + (index % perColumn) * place.pitch;
    layRow(canvas, row, place, { x, y });
  }
}

function layRow(canvas: Canvas, row: SlideRow, place: RowsPlace, { x, y }: { x: number; y: number }): void {
  for (const text of row.texts) {
    const own = place.texts[text.slot];
    if (own === undefined || text.runs.length === 0) continue;
    const at = { x, y: y + (own.y ?? 0), ...(own.height === undefined ? { height: place.pitch } : {}) };
    setText(canvas, { tone: row.tone, ...text }, own.height === undefined ? own : { valign: 'middle', ...own }, at);
  }
  if (row.drawing !== undefined && place.drawing !== undefined) {
    const { bottom, left = 0 } = place.drawing;
    const top =
      bottom === undefined ? (place.pitch - row.drawing.height) / 2 : place.pitch - bottom - row.drawing.height;
    draw({ ...canvas, tone: row.tone }, row.drawing, { x: x + left, y: y + top }, { name: 'Lessons' });
  }
  if (place.rule === undefined) return;
  const { color, size } = place.rule;
  canvas.shape(
    flatPath({ width: place.width, height: size }),
    { x, y: y + place.pitch - size },
    { name: 'Rule', fill: color, decorative: true },
  );
}

export interface LegendRow {
  readonly tone: number;
  /** In the swatch, where the style sets it there; before the title otherwise. */
  readonly label: string;
  /** Path data of a sign in a square of 256, in the swatch's place. */
  readonly path: string;
  readonly title: string;
}

export function layLegend(canvas: Canvas, place: RowsPlace, rows: readonly LegendRow[]): void {
  const columns = place.columns ?? 1;
  for (const [index, row] of rows.entries()) {
    const x = place.x + (index % columns) * place.width;
    const y = place.y + Math.floor(index / columns) * place.pitch;
    laySwatch(canvas, row, place, { x, y });
    const own = place.texts['name'];
    if (own === undefined) continue;
    const isInSwatch = place.swatch?.label !== undefined;
    const runs = row.label === '' || isInSwatch ? row.title : `${row.label}  ${row.title}`;
    setText(canvas, { slot: 'name', name: row.title, runs }, own, { x, y, height: place.pitch });
  }
}

function laySwatch(
  canvas: Canvas,
  { tone, label, path }: LegendRow,
  { swatch, pitch }: RowsPlace,
  { x, y }: { x: number; y: number },
): void {
  if (swatch === undefined) return;
  const at = { x: x + swatch.x, y: y + (pitch - swatch.size) / 2 };
  if (path !== '') {
    canvas.shape(path, at, { name: 'Sign', fill: swatch.fill, scale: swatch.size / 256, decorative: true });
    return;
  }
  const isLabelled = swatch.label !== undefined;
  canvas.words(
    { ...at, width: swatch.size, height: swatch.size },
    {
      name: `Colour of part ${label}`,
      runs: isLabelled ? label : '',
      font: swatch.font ?? 'ui',
      size: 15,
      color: swatch.label ?? 'ink',
      fill: swatch.fill,
      tone,
      align: 'center',
      valign: 'middle',
      decorative: !isLabelled,
      ...(swatch.round ? { round: true } : {}),
    },
  );
}
