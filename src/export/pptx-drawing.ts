import type { Drawing } from '../model/drawing.ts';
import type { Canvas, Place } from './pptx-canvas.ts';

type Fill = { readonly fill: string; readonly transparency?: number };

/** A drawing of the index, a native shape a mark. */
export function draw(canvas: Canvas, drawing: Drawing, x: number, y: number, base?: Fill): void {
  const at: Place = { x, y, width: drawing.width, height: drawing.height };
  for (const group of drawing.groups) {
    for (const shape of group.shapes) {
      const look = { ...fillOf(shape.look, canvas, base), name: group.name || 'Index mark' };
      canvas.shape(shape.path, at, { ...look, link: group.link ? canvas.linkTo(group.link) : undefined });
    }
  }
}

function fillOf(look: string, { talk }: Canvas, base?: Fill): Fill {
  if (look.includes('band')) return { fill: talk.colours.paper, transparency: 28 };
  if (look.includes('dim')) return { fill: talk.colours.ink, transparency: 89 };
  const tone = /\bt([1-8])\b/u.exec(look)?.[1];
  const whole: Fill = base ?? { fill: toneOf(canvasTone(tone), talk) };
  return look.includes('s1') ? { ...whole, transparency: 14 } : whole;
}

function canvasTone(tone: string | undefined): number {
  return tone === undefined ? 0 : Number(tone);
}

function toneOf(tone: number, talk: Canvas['talk']): string {
  return talk.colours.tones[tone - 1]?.accent ?? talk.colours.ink;
}
