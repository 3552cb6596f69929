import type { ClosingSlide, SourcesSlide } from '../model/slides.ts';
import { type Canvas, textOf } from './pptx-canvas.ts';
import { toneColours } from './pptx-lesson.ts';
import { head, rule } from './pptx-lists.ts';

export function layClosing(canvas: Canvas, slide: ClosingSlide): void {
  const { colours, style } = canvas.talk;
  const box = style.boxes['closing-sentence'];
  canvas.words(
    { x: 80, y: 48, width: 1120, height: 72 },
    {
      name: 'Title',
      isTitle: true,
      runs: slide.heading,
      role: 'display',
      size: 60,
      color: colours.ink,
      tracking: -0.03,
    },
  );
  for (const [index, row] of slide.rows.entries()) {
    const y = 140 + index * 62;
    const { accent } = toneColours(canvas, row.tone);
    const middle = { valign: 'middle' } as const;
    canvas.words(
      { x: 80, y, width: 60, height: 62 },
      { name: `Number ${row.number}`, runs: String(row.number), role: 'display', size: 36, color: accent, ...middle },
    );
    canvas.words(
      { x: 144, y, width: 990, height: 62 },
      {
        name: `Key idea ${row.id}`,
        runs: row.open + textOf(row.sentence) + row.close,
        role: 'text',
        size: row.sentence.size,
        color: colours.ink,
        leading: box.lineHeight,
        link: canvas.linkTo(row.anchor),
        ...middle,
      },
    );
    canvas.words(
      { x: 1136, y, width: 64, height: 62 },
      { name: 'Lesson', runs: row.id, role: 'ui', bold: true, size: 18, color: accent, align: 'right', ...middle },
    );
  }
}

export function laySources(canvas: Canvas, slide: SourcesSlide): void {
  const { colours } = canvas.talk;
  head(canvas, slide.heading, slide.summary);
  const perColumn = Math.max(Math.ceil(slide.entries.length / 2), 1);
  for (const [index, entry] of slide.entries.entries()) {
    const x = index < perColumn ? 80 : 664;
    const y = 142 + (index % perColumn) * 47;
    const middle = { valign: 'middle' } as const;
    canvas.words(
      { x, y, width: 36, height: 46 },
      { name: 'Number', runs: String(entry.number), role: 'ui', size: 16, color: colours.ink2, ...middle },
    );
    const { width, lineHeight } = canvas.talk.style.boxes[entry.name.box];
    canvas.words(
      { x: x + 40, y, width, height: 46 },
      {
        name: `Source ${entry.number}`,
        runs: textOf(entry.name),
        role: 'text',
        size: entry.name.size,
        color: colours.ink,
        leading: lineHeight,
        link: entry.url ? { url: entry.url } : undefined,
        ...middle,
      },
    );
    const refs = entry.marks.map((mark) => ({
      text: `${mark.id}  `,
      color: toneColours(canvas, mark.tone).accent,
      link: canvas.linkTo(`lesson-${mark.id}`),
    }));
    const more = entry.more > 0 ? [{ text: `+${entry.more}` }] : [];
    canvas.words(
      { x: x + 40 + width, y, width: 496 - width, height: 46 },
      {
        name: 'Lessons',
        runs: [...refs, ...more],
        role: 'ui',
        bold: true,
        size: 14,
        color: colours.ink2,
        align: 'right',
        ...middle,
      },
    );
    rule(canvas, x, y + 46, 536);
  }
}
