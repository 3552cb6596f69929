import type { AgendaSlide, PartSlide, ThemeSlide, TitleSlide } from '../model/slides.ts';
import { type Canvas, textOf, type Words } from './pptx-canvas.ts';
import { draw } from './pptx-drawing.ts';
import { toneColours } from './pptx-lesson.ts';

export function layTitle(canvas: Canvas, slide: TitleSlide): void {
  const { colours, style, pictures } = canvas.talk;
  const { title, subtitle, occasion } = style.boxes;
  canvas.words(
    { x: 74, y: 112, width: 790, height: title.height },
    {
      name: 'Title',
      isTitle: true,
      runs: textOf(slide.title),
      role: 'display',
      size: slide.title.size,
      color: colours.ink,
      leading: title.lineHeight,
      tracking: title.tracking,
    },
  );
  canvas.words(
    { x: 880, y: 212, width: 320, height: subtitle.height },
    {
      name: 'Subtitle',
      runs: textOf(slide.subtitle),
      role: 'text',
      size: slide.subtitle.size,
      color: colours.ink2,
      leading: subtitle.lineHeight,
    },
  );
  if (slide.occasion.pieces.length > 0)
    canvas.words(
      { x: 880, y: 356, width: 320, height: occasion.height },
      {
        name: 'Occasion',
        runs: textOf(slide.occasion),
        role: 'ui',
        size: slide.occasion.size,
        color: colours.ink,
        leading: occasion.lineHeight,
      },
    );
  canvas.words(
    { x: 80, y: 56, width: 1120, height: 26 },
    { name: 'Facts', runs: slide.facts.join('     '), role: 'ui', size: 19, color: colours.ink2 },
  );
  const drawing = pictures.pictureOf(slide);
  if (drawing) draw(canvas, drawing, 80, 720 - drawing.height);
}

export function layAgenda(canvas: Canvas, slide: AgendaSlide): void {
  const { colours, style, pictures } = canvas.talk;
  head(canvas, slide.heading, slide.summary);
  const box = style.boxes['agenda-item'];
  for (const [index, row] of slide.rows.entries()) {
    const y = 142 + index * 66;
    const { accent } = toneColours(canvas, row.tone);
    const link = canvas.linkTo(row.anchor);
    const middle = { height: 66, valign: 'middle' } as const;
    canvas.words(
      { x: 80, y, width: 60, height: 66 },
      { name: `Number ${row.number}`, runs: String(row.number), role: 'display', size: 36, color: accent, ...middle },
    );
    canvas.words(
      { x: 144, y, width: box.width, height: 66 },
      {
        name: `Part ${row.number}`,
        runs: textOf(row.title),
        role: 'text',
        size: row.title.size,
        color: colours.ink,
        leading: box.lineHeight,
        link,
        ...middle,
      },
    );
    canvas.words(
      { x: 1080, y, width: 120, height: 66 },
      {
        name: 'Count',
        runs: `${row.count} ${row.noun}`,
        role: 'ui',
        size: 19,
        color: colours.ink2,
        align: 'right',
        ...middle,
      },
    );
    const drawing = pictures.rowOf(row.marks);
    if (drawing) draw(canvas, drawing, 900, y + 65 - drawing.height, { fill: accent });
    rule(canvas, 80, y + 65, 1120);
  }
}

export function layPart(canvas: Canvas, slide: PartSlide): void {
  const tone = toneColours(canvas, slide.tone);
  const box = canvas.talk.style.boxes['divider-title'];
  canvas.ground(tone.deep);
  canvas.words(
    { x: 77, y: 98, width: 1123, height: box.height },
    {
      name: 'Title',
      isTitle: true,
      runs: textOf(slide.title),
      role: 'display',
      size: slide.title.size,
      color: 'FFFFFF',
      leading: box.lineHeight,
      tracking: box.tracking,
    },
  );
  canvas.words(
    { x: 80, y: 48, width: 1120, height: 30 },
    { name: 'Place', runs: slide.place, role: 'ui', size: 22, color: tone.stock },
  );
  const drawing = canvas.talk.pictures.pictureOf(slide);
  if (drawing === undefined) return;
  const top = 720 - drawing.height;
  draw(canvas, drawing, 80, top, { fill: tone.stock });
  for (const { labels, link } of drawing.groups) {
    for (const { angle, x, y, size, text, room } of labels) {
      const base: Omit<Words, 'role' | 'name'> = { runs: text, size, color: '15171C', link: canvas.linkTo(link) };
      if (angle === 0)
        canvas.words(
          { x: 80 + x - 40, y: top + y - size, width: 80, height: size * 1.2 },
          { ...base, name: 'Number', role: 'ui', bold: true, align: 'center' },
        );
      // What is turned by a quarter lies about its middle.
      else
        canvas.words(
          { x: 80 + x - room / 2, y: top + y + room / 2 - size * 0.6, width: room, height: size * 1.2 },
          { ...base, name: 'Lesson', role: 'text', rotate: 90, valign: 'middle' },
        );
    }
  }
}

export function layTheme(canvas: Canvas, slide: ThemeSlide): void {
  const { colours, style, pictures } = canvas.talk;
  const title = style.boxes['theme-title'];
  const description = style.boxes['theme-description'];
  canvas.words(
    { x: 80, y: 84, width: 1120, height: title.height },
    {
      name: 'Title',
      isTitle: true,
      runs: textOf(slide.title),
      role: 'display',
      size: slide.title.size,
      color: colours.ink,
      leading: title.lineHeight,
      tracking: title.tracking,
    },
  );
  canvas.words(
    { x: 80, y: 48, width: 1120, height: 30 },
    { name: 'Place', runs: slide.place, role: 'ui', size: 22, color: colours.ink2 },
  );
  canvas.words(
    { x: 80, y: 238, width: 760, height: description.height },
    {
      name: 'Description',
      runs: textOf(slide.description),
      role: 'text',
      size: slide.description.size,
      color: colours.ink,
      leading: description.lineHeight,
    },
  );
  canvas.words(
    { x: 80, y: 382, width: 1120, height: 30 },
    { name: 'Count', runs: slide.count, role: 'ui', size: 22, color: colours.ink },
  );
  const drawing = pictures.pictureOf(slide);
  if (drawing) draw(canvas, drawing, 80, 720 - drawing.height);
}

export function head(canvas: Canvas, heading: string, summary: string): void {
  const { ink, ink2 } = canvas.talk.colours;
  canvas.words(
    { x: 80, y: 40, width: 540, height: 84 },
    {
      name: 'Title',
      isTitle: true,
      runs: heading,
      role: 'display',
      size: 68,
      color: ink,
      tracking: -0.03,
      valign: 'middle',
    },
  );
  canvas.words(
    { x: 600, y: 78, width: 600, height: 28 },
    { name: 'Summary', runs: summary, role: 'ui', size: 20, color: ink2, align: 'right' },
  );
}

export function rule(canvas: Canvas, x: number, y: number, width: number): void {
  canvas.shape(
    `M0 0h${width}v1h-${width}z`,
    { x, y, width, height: 1 },
    { name: 'Rule', fill: canvas.talk.colours.rule },
  );
}
