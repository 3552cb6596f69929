import { createHash } from 'node:crypto';
import { create, type Font } from 'fontkit';
import fontverter from 'fontverter';
import subsetFont from 'subset-font';
import type { BrandCut, FontSource } from '../model/brand.ts';
import type { StyleFont } from '../model/style.ts';

export interface CutOptions {
  readonly roles: StyleFont['roles'];
  /** Name of the cut family in the page. */
  readonly family: string;
  /** Weights that the style sets it in. */
  readonly weights: readonly number[];
  readonly style: 'normal' | 'italic';
}

/**
 * A brand's font as static cuts for a style, one a weight and file, and the advance widths of the heaviest, in thousandths of an
 * em: as the style's own fonts were prepared (DECISIONS 4), since what is measured must be what is shown. In WOFF, which is made
 * in a tenth of the time that WOFF2 takes and is a third larger.
 */
export async function cutFonts(sources: readonly FontSource[], options: CutOptions): Promise<BrandCut> {
  const styled = sources.filter((source) => source.style === options.style);
  const taken = styled.length > 0 ? styled : sources;
  const fonts: StyleFont[] = [];
  const widths = new Map<number, number>();
  // Heaviest first: heavier is wider, and the first width of a character counts.
  for (const weight of options.weights.toSorted((a, b) => b - a)) {
    for (const source of nearestWeight(taken, weight)) {
      const cut = await cutOnce(source, weight);
      for (const [point, width] of cut.widths) if (!widths.has(point)) widths.set(point, width);
      const { roles, family, style } = options;
      fonts.push({
        roles,
        family,
        weight: String(weight),
        style,
        unicodeRange: source.unicodeRange,
        format: 'woff',
        data: cut.data,
      });
    }
  }
  return { widths, fonts };
}

/** Of each script the file whose weight is nearest; a variable font has one for all. */
function nearestWeight(sources: readonly FontSource[], weight: number): readonly FontSource[] {
  const ranges = [...new Set(sources.map((source) => source.unicodeRange))];
  return ranges.flatMap((range) =>
    sources
      .filter((source) => source.unicodeRange === range)
      .toSorted((a, b) => Math.abs(a.weight - weight) - Math.abs(b.weight - weight))
      .slice(0, 1),
  );
}

interface Cut {
  readonly data: string;
  readonly widths: readonly (readonly [point: number, width: number])[];
}

/** Cuts that were made in this process: a live talk makes the same ones at every edit. */
const made = new Map<string, Promise<Cut>>();

function cutOnce(source: FontSource, weight: number): Promise<Cut> {
  const key = `${createHash('sha256').update(source.bytes).digest('hex')} ${weight} ${source.unicodeRange}`;
  const known = made.get(key) ?? cut(source, weight);
  made.set(key, known);
  return known;
}

async function cut({ bytes, unicodeRange }: FontSource, weight: number): Promise<Cut> {
  const whole = await fontverter.convert(Buffer.from(bytes), 'sfnt');
  const text = String.fromCodePoint(...codePoints(unicodeRange));
  const font = await subsetFont(whole, text, { targetFormat: 'truetype', variationAxes: axesOf(whole, weight) });
  const woff = await fontverter.convert(font, 'woff');
  return { data: woff.toString('base64'), widths: measure(font) };
}

/** Every axis pinned: the weight as asked for, within what the font has, the others at their defaults. */
function axesOf(font: Buffer, weight: number): Record<string, number> {
  const axes = Object.entries(fontOf(font).variationAxes ?? {});
  return Object.fromEntries(
    axes.map(([tag, axis]) => [
      tag,
      tag === 'wght' ? Math.min(axis?.max ?? 0, Math.max(axis?.min ?? 0, weight)) : (axis?.default ?? 0),
    ]),
  );
}

function measure(bytes: Buffer): Cut['widths'] {
  const font = fontOf(bytes);
  return font.characterSet
    .filter((point) => point >= 0x20)
    .map((point) => [point, Math.round((font.glyphForCodePoint(point).advanceWidth * 1000) / font.unitsPerEm)]);
}

function fontOf(bytes: Buffer): Font {
  const font = create(bytes);
  if ('fonts' in font) throw new TypeError('a collection of fonts is not one font');
  return font;
}

/** The code points of a CSS unicode-range. */
function codePoints(range: string): readonly number[] {
  return range.split(',').flatMap((piece) => {
    const [from = 0, to = from] = piece
      .trim()
      .replace('U+', '')
      .split('-')
      .map((hex) => Number.parseInt(hex, 16));
    return Array.from({ length: to - from + 1 }, (_, index) => from + index).filter(
      (point) => point < 0xd800 || point > 0xdfff,
    );
  });
}
