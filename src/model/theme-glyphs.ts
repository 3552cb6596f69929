/** Shapes that stand for themes (DESIGN, "Tiles"), by the name in `themes/`: path data in a unit square; holes are even-odd. */
type Glyph = readonly (readonly [command: string, ...numbers: readonly number[]])[];

const GLYPHS: ReadonlyMap<string, Glyph> = new Map<string, Glyph>([
  ['triangle', [['M', 0, 0], ['l', 1, 0.5], ['l', -1, 0.5], ['z']]],
  ['circle', disc(0, 0, 1)],
  ['quarters', [...square(0, 0, 0.5), ...square(0.5, 0.5, 0.5)]],
  ['frame', [...square(0, 0, 1), ...square(0.25, 0.25, 0.5)]],
  [
    'stair',
    [
      ['M', 0, 1],
      ['v', -1 / 3],
      ['h', 1 / 3],
      ['v', -1 / 3],
      ['h', 1 / 3],
      ['v', -1 / 3],
      ['h', 1 / 3],
      ['v', 1],
      ['z'],
    ],
  ],
  ['domes', [...dome(0), ...dome(0.5)]],
  ['bars', [0, 0.4, 0.8].flatMap((x): Glyph => [['M', x, 0], ['h', 0.2], ['v', 1], ['h', -0.2], ['z']])],
  ['diamond', [['M', 0.5, 0], ['l', 0.5, 0.5], ['l', -0.5, 0.5], ['l', -0.5, -0.5], ['z']]],
  [
    'cross',
    [
      ['M', 0.35, 0],
      ...steps(['h', 0.3], ['v', 0.35], ['h', 0.35], ['v', 0.3], ['h', -0.35], ['v', 0.35]),
      ...steps(['h', -0.3], ['v', -0.35], ['h', -0.35], ['v', -0.3], ['h', 0.35], ['z']),
    ],
  ],
  ['ring', [...disc(0, 0, 1), ...disc(0.27, 0.27, 0.46)]],
]);
/** For a name that no shape has. */
const UNKNOWN = 'diamond';

/** SVG path data of a theme's shape in a square. */
export function glyphPath(name: string, { x, y, size }: Record<'x' | 'y' | 'size', number>): string {
  const glyph = GLYPHS.get(name) ?? GLYPHS.get(UNKNOWN) ?? [];
  return glyph
    .map(([command, ...numbers]) => {
      const scaled = numbers.map((value) => round(value * size));
      if (command === 'M') return `M${round(x + (scaled[0] ?? 0))} ${round(y + (scaled[1] ?? 0))}`;
      return command === 'a' ? `a${scaled[0]} ${scaled[0]} 0 0 1 ${scaled[1]} 0` : command + scaled.join(' ');
    })
    .join('');
}

function steps(...glyph: Glyph): Glyph {
  return glyph;
}

function square(x: number, y: number, side: number): Glyph {
  return [['M', x, y], ['h', side], ['v', side], ['h', -side], ['z']];
}

/** `a` takes a radius and how far the half circle ends to the right. */
function disc(x: number, y: number, across: number): Glyph {
  return [['M', x, y + across / 2], ['a', across / 2, across], ['a', across / 2, -across], ['z']];
}

/** The lower half of a disc, its flat side up. */
function dome(y: number): Glyph {
  return [['M', 0, y], ['h', 1], ['a', 0.5, -1], ['z']];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
