import type { SourcesChartSlide } from '../../model/slides.ts';
import { boxOf, type Canvas, points } from './canvas.ts';
import { fittedText, placeTexts, titleText } from './place.ts';
import { layLegend, layRows } from './rows.ts';
import { tagName } from './tags.ts';
import { clean } from './text.ts';

/** Lessons per source as a chart of its own, its sources and totals beside it. */
export function laySourcesChart(canvas: Canvas, slide: SourcesChartSlide): void {
  const { layout } = canvas;
  placeTexts(canvas, [titleText(slide.finding), { slot: 'lead', name: 'Key', runs: 'Coloured and numbered by part' }]);
  layRows(
    canvas,
    slide.rows.map((row) => ({
      tone: 0,
      texts: [
        fittedText('name', 'Source', row.name),
        { slot: 'more', name: 'More', runs: row.more > 0 ? `+${row.more}` : '' },
        { slot: 'total', name: 'Total', runs: String(row.total) },
      ],
    })),
  );
  layChart(canvas, slide);
  if (layout.legend === undefined) return;
  const legend = slide.legend.map(({ number, tone, title }) => ({ tone, label: String(number), path: '', title }));
  layLegend(canvas, layout.legend, legend);
  layRest(canvas, slide);
}

/** What is too small for a row, below the legend. */
function layRest(canvas: Canvas, slide: SourcesChartSlide): void {
  const { legend, texts } = canvas.layout;
  if (legend === undefined || slide.rest === '') return;
  const foot = legend.y + Math.max(slide.legend.length, 1) * legend.pitch;
  const moved = Object.fromEntries(
    Object.entries(texts).map(([slot, place]) => [
      slot,
      slot.startsWith('rest') ? { ...place, y: foot + (place.y ?? 0) } : place,
    ]),
  );
  placeTexts({ ...canvas, layout: { ...canvas.layout, texts: moved } }, [
    { slot: 'restHeading', name: 'Rest', runs: slide.restHeading },
    { slot: 'rest', name: 'Other sources', runs: [{ text: slide.rest }] },
  ]);
}

/** A part's share of each source as a stacked bar: the parts are series, named by their numbers. */
function layChart(canvas: Canvas, slide: SourcesChartSlide): void {
  const { chart: place, rows } = canvas.layout;
  if (place === undefined || rows === undefined) return;
  const marks = slide.rows.flatMap((row) => row.marks);
  const parts = [...new Map(marks.map(({ part, tone }) => [part, tone]))].sort(([a], [b]) => a - b);
  const labels = slide.rows.map(({ name }) => clean(name.pieces.map(({ text }) => text).join('')));
  const titles = new Map(slide.legend.map(({ number, title }) => [number, title]));
  const series = parts.map(([part]) => ({
    name: clean(`${part}  ${titles.get(part) ?? ''}`.trim()),
    labels,
    values: slide.rows.map((row) => row.marks.filter((mark) => mark.part === part).length),
  }));
  const most = Math.max(...slide.rows.map((row) => row.marks.length));
  const frame = { x: place.x, y: rows.y, width: place.width, height: slide.rows.length * rows.pitch };
  canvas.page?.addChart('bar', series, {
    ...boxOf(frame),
    objectName: tagName('Lessons by source', {}),
    altText: clean(`Bars: ${slide.rows.map((row, index) => `${labels[index]} ${row.total}`).join(', ')}`),
    barDir: 'bar',
    barGrouping: 'stacked',
    barGapWidthPct: Math.round(((rows.pitch - place.thickness) / place.thickness) * 100),
    chartColors: parts.map(([, tone]) => canvas.palette.paint('mark', tone).color),
    dataBorder: { pt: 1, color: canvas.palette.digits('paper', 0) },
    catAxisHidden: true,
    valAxisHidden: true,
    catAxisOrientation: 'maxMin',
    catGridLine: { style: 'none' },
    valGridLine: { style: 'none' },
    valAxisMinVal: 0,
    valAxisMaxVal: Math.max(most, Math.floor(place.width / place.unit)),
    layout: { x: 0, y: 0, w: 1, h: 1 },
    showLegend: false,
    showTitle: false,
    showValue: true,
    dataLabelColor: canvas.palette.paint(place.label, 0).color,
    dataLabelFontBold: canvas.talk.fonts[place.font].bold,
    dataLabelFontFace: canvas.talk.fonts[place.font].family,
    dataLabelFontSize: points(place.size),
    dataLabelPosition: 'ctr',
    chartArea: { roundedCorners: false },
  });
}
