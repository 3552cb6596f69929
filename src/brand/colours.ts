import {
  type Color,
  clampChroma,
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  formatHex,
  parse,
  type Rgb,
  wcagContrast,
} from 'culori';

const toOklch = converter('oklch');
const toRgb = converter('rgb');
const difference = differenceCiede2000();

/** How people with each colour blindness, in full, see a colour. */
const SIGHTS: Readonly<Record<string, (colour: Rgb) => Color>> = {
  'red-blind people': filterDeficiencyProt(1),
  'green-blind people': filterDeficiencyDeuter(1),
  'blue-blind people': filterDeficiencyTrit(1),
  everybody: (colour) => colour,
};

/** `#rrggbb` of any opaque colour that CSS can write, or undefined. */
export function readColour(text: string): string | undefined {
  const colour = parse(text.trim());
  return colour && (colour.alpha ?? 1) === 1 ? formatHex(clampChroma(colour, 'oklch')) : undefined;
}

/** The tinted paper of a part, from its deep colour (DESIGN, "Part colours"). */
export function stockOf(deep: string): string {
  return withLightness(deep, 0.957, 0.024);
}

/** The night of a part, from its vivid colour. */
export function nightOf(vivid: string): string {
  return withLightness(vivid, 0.175, 0.036);
}

/** WCAG 2, 1 to 21. */
export function contrast(one: string, other: string): number {
  return wcagContrast(one, other);
}

/** The colour of the same hue and chroma, as near in lightness as can be, for which `passes` holds; undefined if none is. */
export function nearestPassing(colour: string, passes: (candidate: string) => boolean): string | undefined {
  const { l, c } = toOklch(colour) ?? { l: 0.5, c: 0 };
  const steps = Array.from({ length: 200 }, (_, index) => (index + 1) * 0.005);
  for (const step of steps) {
    for (const lightness of [l - step, l + step]) {
      const candidate = withLightness(colour, Math.min(1, Math.max(0, lightness)), c);
      if (passes(candidate)) return candidate;
    }
  }
  return undefined;
}

export interface Closeness {
  /** ΔE2000. */
  readonly difference: number;
  /** 0-based. */
  readonly pair: readonly [number, number];
  /** To whom they look so. */
  readonly who: string;
}

/** The two colours that are hardest to tell apart, by whoever sees them worst; undefined of fewer than two. */
export function closestPair(colours: readonly string[]): Closeness | undefined {
  const all = Object.entries(SIGHTS).flatMap(([who, see]) => {
    const seen = colours.flatMap((colour) => {
      const parsed = toRgb(colour);
      return parsed ? [see(parsed)] : [];
    });
    return seen.flatMap((one, index) =>
      seen.slice(index + 1).map(
        (other, offset): Closeness => ({
          difference: difference(one, other),
          pair: [index, index + 1 + offset],
          who,
        }),
      ),
    );
  });
  return all.reduce<Closeness | undefined>(
    (least, next) => (next.difference < (least?.difference ?? Number.POSITIVE_INFINITY) ? next : least),
    undefined,
  );
}

function withLightness(colour: string, l: number, c: number): string {
  const { h } = toOklch(colour) ?? {};
  return formatHex(clampChroma({ mode: 'oklch', l, c, ...(h === undefined ? {} : { h }) }, 'oklch'));
}
