import type PptxGenJS from 'pptxgenjs';
import type { TablePlace } from '../../model/office-layout.ts';
import type { MatrixRow, MatrixSlide } from '../../model/slides.ts';
import { type Canvas, inches, points, themeFont } from './canvas.ts';
import { draw } from './drawing.ts';
import { placeTexts, textOf, titleText } from './place.ts';
import { tagName } from './tags.ts';
import { clean } from './text.ts';

/** What a figure beside its drawing takes, and what is free at the end of a field. px. */
const FIGURE = 24;
const END = 14;

/** Parts × themes as a table of its own, to be edited; the drawings of its fields lie under it. */
export function layMatrix(canvas: Canvas, slide: MatrixSlide): void {
  placeTexts(canvas, [titleText(slide.finding)]);
  const place = canvas.layout.table;
  if (place === undefined) return;
  const { width, labels, totals } = canvas.talk.style.matrix;
  const each = (width - labels - totals) / Math.max(slide.columns.length, 1);
  const row = slide.rows.length > 8 ? place.lowRow : place.row;
  layFields(canvas, slide, { each, row });
  layIcons(canvas, slide, each);
  const cells = new Cells(canvas, place);
  const rows = [
    cells.head(slide.columns.map(({ title }) => title)),
    ...slide.rows.map((one) => cells.part(one)),
    cells.foot(slide),
  ];
  canvas.table(rows, {
    x: inches(place.x),
    y: inches(place.y),
    w: inches(width),
    colW: [place.number, labels - place.number, ...slide.columns.map(() => each), totals].map(inches),
    rowH: [place.head, ...slide.rows.map(() => row), place.foot].map(inches),
    objectName: tagName('Parts and themes', {}),
  });
}

function layFields(canvas: Canvas, slide: MatrixSlide, { each, row }: { each: number; row: number }): void {
  const { table: place, ground } = canvas.layout;
  if (place === undefined) return;
  const { labels } = canvas.talk.style.matrix;
  const room = Math.floor(each) - END - (place.cell === 'beside' ? FIGURE : 0);
  for (const [at, part] of slide.rows.entries()) {
    for (const [column, count] of part.counts.entries()) {
      const drawing = canvas.talk.pictures.cellOf(slide, { row: at, column }, room);
      const x = place.x + labels + column * each + (place.cell === 'beside' ? FIGURE : (each - drawing.width) / 2);
      const y = place.y + place.head + at * row + (row - drawing.height) / 2;
      const plain = { ...drawing, groups: drawing.groups.map((group) => ({ ...group, labels: [] })) };
      draw(
        { ...canvas, tone: part.tone, layout: { ...canvas.layout, ...(ground ? { ground } : {}) } },
        plain,
        { x, y },
        { name: `${count} lessons` },
      );
    }
  }
}

function layIcons(canvas: Canvas, slide: MatrixSlide, each: number): void {
  const { table: place } = canvas.layout;
  if (place === undefined) return;
  const { labels } = canvas.talk.style.matrix;
  for (const [column, { theme, title }] of slide.columns.entries()) {
    const path = canvas.talk.pictures.signOf(theme);
    const aside = place.align === 'center' ? (each - place.icon) / 2 : 0;
    // The words stand on the foot of the row: one line of them, and the sign above.
    const y = place.y + place.head - place.headSize * 1.34 - place.icon - 14;
    const at = { x: place.x + labels + column * each + aside, y };
    canvas.shape(path, at, { name: title, fill: 'ink', scale: place.icon / 256, decorative: true });
  }
}

/** The table's rows, cell by cell. */
class Cells {
  readonly #canvas: Canvas;
  readonly #place: TablePlace;

  constructor(canvas: Canvas, place: TablePlace) {
    this.#canvas = canvas;
    this.#place = place;
  }

  head(titles: readonly string[]): PptxGenJS.TableRow {
    const { align, headSize, headColor, headRule } = this.#place;
    const base = {
      align,
      fontSize: points(headSize),
      color: this.#color(headColor),
      valign: 'bottom',
      ...this.#line(headRule),
    } as const;
    const margin = [0, 0, inches(6), 0] as const;
    return ['', '', ...titles, ''].map((title) => this.#cell(title, { ...base, margin: [...margin] }));
  }

  part(row: MatrixRow): PptxGenJS.TableRow {
    const { rule, cell, figure, label, totalColor, numberColor } = this.#place;
    const { palette, talk } = this.#canvas;
    const line = this.#line(rule);
    const font = talk.fonts[label];
    const accent = palette.paint(numberColor ?? 'accent', row.tone).color;
    const face = { ...line, fontFace: themeFont(label, talk), fontSize: points(row.title.size) };
    const number = this.#cell(String(row.number), { ...face, bold: true, color: accent });
    const title = this.#cell(textOf(row.title), { ...face, bold: font.bold, margin: [0, inches(8), 0, 0] });
    const isOn = cell === 'on';
    const counts = row.counts.map((count) =>
      this.#cell(count === 0 ? '' : String(count), {
        ...line,
        align: isOn ? 'center' : 'left',
        bold: true,
        color: isOn && figure ? this.#color(figure) : this.#color('ink'),
      }),
    );
    return [
      number,
      title,
      ...counts,
      this.#cell(String(row.total), { ...line, align: 'right', color: this.#color(totalColor) }),
    ];
  }

  foot(slide: MatrixSlide): PptxGenJS.TableRow {
    const { align, totalColor } = this.#place;
    const color = this.#color(totalColor);
    return [
      this.#cell('', {}),
      this.#cell('Lessons', { color }),
      ...slide.columns.map(({ total }) => this.#cell(String(total), { align, color })),
      this.#cell(String(slide.total), { align: 'right', color }),
    ];
  }

  #color(name: string): string {
    return this.#canvas.palette.paint(name, 0).color;
  }

  #line(rule: TablePlace['rule']): Pick<PptxGenJS.TableCellProps, 'border'> {
    const none = { type: 'none' } as const;
    if (rule === undefined) return { border: [none, none, none, none] };
    return { border: [none, none, { type: 'solid', pt: rule.size * 0.75, color: this.#color(rule.color) }, none] };
  }

  #cell(text: string, options: PptxGenJS.TableCellProps): PptxGenJS.TableCell {
    const { talk } = this.#canvas;
    const base = {
      fontFace: themeFont('ui', talk),
      fontSize: points(this.#place.size),
      color: this.#color('ink'),
      margin: [0, 0, 0, 0],
      valign: 'middle',
      ...this.#line(undefined),
    } as const;
    return { text: clean(text), options: { ...base, margin: [...base.margin], ...options } };
  }
}
