import type PptxGenJS from 'pptxgenjs';
import type { MatrixSlide, SourcesChartSlide } from '../model/slides.ts';
import { type Canvas, inches, points, textOf } from './pptx-canvas.ts';
import { toneColours } from './pptx-lesson.ts';
import { clean } from './pptx-text.ts';

/** Parts × themes as a table of its own, to be edited. */
export function layMatrix(canvas: Canvas, slide: MatrixSlide): void {
  finding(canvas, textOf(slide.finding), slide.finding.size);
  const { style, colours, fonts } = canvas.talk;
  const cell = (text: string, options: PptxGenJS.TableCellProps): PptxGenJS.TableCell => ({
    text: clean(text),
    options: {
      fontFace: fonts.ui.family,
      fontSize: points(17),
      color: colours.ink,
      margin: 0,
      valign: 'middle',
      border: [{ type: 'none' }, { type: 'none' }, { type: 'solid', pt: 0.75, color: colours.rule }, { type: 'none' }],
      ...options,
    },
  });
  const centre = { align: 'center' } as const;
  const rows = [
    [
      cell('', {}),
      ...slide.columns.map(({ title }) => cell(title, { ...centre, fontSize: points(14), color: colours.ink2 })),
      cell('', {}),
    ],
    ...slide.rows.map((row) => {
      const { accent } = toneColours(canvas, row.tone);
      const title = cell(`${row.number}  ${textOf(row.title)}`, {
        fontFace: fonts.text.family,
        fontSize: points(row.title.size),
      });
      const counts = row.counts.map((count) =>
        cell(count === 0 ? '' : String(count), { ...centre, bold: true, color: accent }),
      );
      return [title, ...counts, cell(String(row.total), { align: 'right' })];
    }),
    [
      cell('Lessons', {}),
      ...slide.columns.map(({ total }) => cell(String(total), centre)),
      cell(String(slide.total), { align: 'right' }),
    ],
  ];
  const { width, labels, totals } = style.matrix;
  const each = (width - labels - totals) / slide.columns.length;
  const colW = [labels, ...slide.columns.map(() => each), totals].map(inches);
  canvas.table(rows, { x: inches(80), y: inches(120), w: inches(width), colW, rowH: rows.map(() => inches(50)) });
}

/** Lessons per source, a mark a lesson. */
export function laySourcesChart(canvas: Canvas, slide: SourcesChartSlide): void {
  finding(canvas, textOf(slide.finding), slide.finding.size);
  const { style, colours } = canvas.talk;
  for (const [index, row] of slide.rows.entries()) {
    const y = 128 + index * 38;
    const { width, lineHeight } = style.boxes[row.name.box];
    canvas.words(
      { x: 80, y, width, height: 38 },
      {
        name: 'Source',
        runs: textOf(row.name),
        role: 'text',
        size: row.name.size,
        color: colours.ink,
        leading: lineHeight,
        valign: 'middle',
      },
    );
    for (const [place, mark] of row.marks.entries()) {
      const at = { x: 322 + place * Math.min(21, 400 / row.marks.length), y: y + 3, width: 20, height: 31 };
      const { accent } = toneColours(canvas, mark.tone);
      canvas.shape(`M0 0h${Math.min(20, 380 / row.marks.length)}v31h-${Math.min(20, 380 / row.marks.length)}z`, at, {
        name: `Lesson ${mark.id}`,
        fill: accent,
      });
      if (row.marks.length < 20)
        canvas.words(at, {
          name: `Part ${mark.part}`,
          runs: String(mark.part),
          role: 'ui',
          bold: true,
          size: 14,
          color: colours.onAccent,
          align: 'center',
          valign: 'middle',
          link: canvas.linkTo(`lesson-${mark.id}`),
        });
    }
    canvas.words(
      { x: 730, y, width: 40, height: 38 },
      {
        name: 'Total',
        runs: String(row.total),
        role: 'ui',
        size: 18,
        color: colours.ink,
        align: 'right',
        valign: 'middle',
      },
    );
  }
  layKey(canvas, slide);
}

function layKey(canvas: Canvas, slide: SourcesChartSlide): void {
  const { ink, ink2 } = canvas.talk.colours;
  const base = { role: 'ui', size: 15, color: ink } as const;
  canvas.words(
    { x: 812, y: 128, width: 388, height: 24 },
    { ...base, name: 'Key', color: ink2, runs: 'One mark is one lesson, coloured by part' },
  );
  for (const [index, part] of slide.legend.entries()) {
    const y = 164 + index * 26;
    canvas.shape(
      'M0 0h13v13h-13z',
      { x: 812, y: y + 4, width: 13, height: 13 },
      { name: 'Colour', fill: toneColours(canvas, part.tone).accent },
    );
    canvas.words(
      { x: 836, y, width: 364, height: 24 },
      { ...base, name: `Part ${part.number}`, runs: `${part.number}  ${part.title}` },
    );
  }
  if (slide.rest === '') return;
  const y = 188 + slide.legend.length * 26;
  canvas.words({ x: 812, y, width: 388, height: 24 }, { ...base, name: 'Rest', bold: true, runs: slide.restHeading });
  canvas.words(
    { x: 812, y: y + 24, width: 388, height: 240 },
    { ...base, name: 'Other sources', color: ink2, leading: 1.5, runs: slide.rest },
  );
}

function finding(canvas: Canvas, text: string, size: number): void {
  const box = canvas.talk.style.boxes.finding;
  canvas.words(
    { x: 80, y: 44, width: 1120, height: box.height },
    {
      name: 'Title',
      isTitle: true,
      runs: text,
      role: 'display',
      size,
      color: canvas.talk.colours.ink,
      leading: box.lineHeight,
      tracking: box.tracking,
    },
  );
}
