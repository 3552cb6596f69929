import type { KeySlide } from '../../model/slides.ts';
import { type Canvas, emu } from './canvas.ts';
import { citationHeight, layCitation } from './citation.ts';
import { layMarker } from './marker.ts';
import { isLoose, layHead, type Page, startOf } from './page.ts';
import { textOf } from './place.ts';

/** The sentence that a part is remembered by, as large as it can be. */
export function layKey(canvas: Canvas, slide: KeySlide): void {
  const { column } = canvas.layout;
  const { style } = canvas.talk;
  if (column === undefined) throw new RangeError('a key idea has a column');
  const page: Page = { canvas, isRtl: slide.direction === 'rtl', isWide: false };
  const { height } = slide.claim;
  const gap = column.gap ?? 0;
  const x = startOf(column, page);
  const foot = (column.bottom ?? style.lesson.bottom) - citationHeight(canvas, slide);
  const above = column.top ?? style.lesson.top;
  const top = column.valign === 'middle' ? above + Math.max((foot - above - gap - height) / 2, 0) : above;
  layClaim(page, slide, { x, y: top, whole: column.width ?? style.boxes.key.width });
  const below = top + height + gap;
  layCitation(canvas, slide, {
    x,
    y: column.citation === 'bottom' ? foot : Math.min(below, foot),
    width: column.width ?? style.boxes.key.width,
    isRtl: page.isRtl,
  });
  layHead(page, slide);
  layMarker(canvas, slide, page.isRtl);
}

function layClaim({ canvas, isRtl }: Page, slide: KeySlide, at: { x: number; y: number; whole: number }): void {
  const { claim, open, close, language } = slide;
  const { measures, style } = canvas.talk;
  const { quote: look } = canvas.layout.texts;
  const { lineHeight, tracking, font } = style.boxes.key;
  const hang = isRtl || !look?.hang ? 0 : measures.width(open, font, claim.size);
  const width = Math.min(measures.narrowest(claim, { before: hang > 0 ? '' : open, after: close }), at.whole);
  const color = look?.color ?? 'ink';
  canvas.words(
    { x: at.x - hang + (isRtl ? at.whole - width : 0), y: at.y, width: width + hang, height: claim.height },
    {
      name: 'Key idea',
      ph: 'title',
      runs: [{ text: open, color: look?.opening ?? color }, { text: textOf(claim) + close }],
      font,
      size: claim.size,
      color,
      leading: lineHeight,
      tracking: isLoose(language) ? 0 : tracking,
      language,
      isRtl,
      align: isRtl ? 'right' : 'left',
      ...(hang > 0 ? { hang: emu(hang) } : {}),
    },
  );
}
