import type { Brand, BrandColour } from '../model/brand.ts';
import type { Problem } from '../model/problem.ts';
import { closestPair, contrast, nearestPassing, nightOf, stockOf } from './colours.ts';

/** WCAG 2 AA, for all text, large too (DESIGN, "Automated checks"). */
const LEAST_CONTRAST = 4.5;
/** ΔE2000 below which two parts are told apart with difficulty. */
const LEAST_DIFFERENCE = 8;
const WHITE = '#ffffff';
const BLACK = '#0b0b0d';

interface Rule {
  readonly colour: BrandColour;
  /** What it stands on, or under; may follow from the colour itself. */
  readonly against: (colour: string) => string;
  readonly where: string;
}

/** Colours that cannot be read, each where it is worst and with the nearest one that can; and parts that look alike to some. */
export function checkBrand(brand: Brand): readonly Problem[] {
  const worst = new Map<BrandColour, Rule & { readonly found: number }>();
  for (const rule of rulesOf(brand)) {
    const found = contrast(rule.colour.value, rule.against(rule.colour.value));
    if (found < Math.min(LEAST_CONTRAST, worst.get(rule.colour)?.found ?? LEAST_CONTRAST))
      worst.set(rule.colour, { ...rule, found });
  }
  return [
    ...[...worst.values()].map((rule) => unreadable(rule, rule.found, brand)),
    ...tooAlike(brand, brand.deeps),
    ...tooAlike(brand, brand.vivids),
  ];
}

function rulesOf({ deeps, vivids, neutrals }: Brand): readonly Rule[] {
  const colour = (name: string): BrandColour[] => [neutrals.get(name)].filter((found) => found !== undefined);
  const ground = (name: string, own: string): string => neutrals.get(name)?.value ?? own;
  return [
    ...deeps.flatMap((deep): readonly Rule[] => [
      { colour: deep, against: stockOf, where: 'on its tinted paper' },
      { colour: deep, against: () => WHITE, where: 'under white text' },
      { colour: deep, against: () => ground('--b-ground', '#fdfdfb'), where: 'on the ground' },
    ]),
    ...vivids.flatMap((vivid): readonly Rule[] => [
      { colour: vivid, against: nightOf, where: 'on its night' },
      { colour: vivid, against: () => BLACK, where: 'under black text' },
    ]),
    ...['--b-ink', '--b-ink-2'].flatMap((name) => [
      ...colour(name).map((ink) => ({
        colour: ink,
        against: () => ground('--b-ground', '#fdfdfb'),
        where: 'on the ground',
      })),
      ...colour(name).flatMap((ink) =>
        deeps.map((deep) => ({
          colour: ink,
          against: () => stockOf(deep.value),
          where: `on the paper of ${deep.property}`,
        })),
      ),
      ...colour(`${name}-dark`).map((ink) => ({
        colour: ink,
        against: () => ground('--b-ground-dark', '#131417'),
        where: 'on the dark ground',
      })),
    ]),
  ];
}

function unreadable({ colour, where }: Rule, found: number, brand: Brand): Problem {
  const { property, value, line } = colour;
  const details = {
    property,
    value,
    where,
    contrast: (Math.floor(found * 100) / 100).toFixed(2),
    nearest: nearest(colour, brand) ?? '',
  };
  return { kind: 'colour-unreadable', file: brand.file, line, details };
}

/** A colour must pass wherever it stands. */
function nearest(colour: BrandColour, brand: Brand): string | undefined {
  const own = rulesOf(brand).filter((rule) => rule.colour === colour);
  return nearestPassing(colour.value, (candidate) =>
    own.every(({ against }) => contrast(candidate, against(candidate)) >= LEAST_CONTRAST),
  );
}

function tooAlike({ file }: Brand, colours: readonly BrandColour[]): readonly Problem[] {
  const closest = closestPair(colours.map(({ value }) => value));
  if (!closest || closest.difference >= LEAST_DIFFERENCE) return [];
  const [one, other] = closest.pair.map((index) => colours[index]);
  if (!one || !other) return [];
  const details = {
    one: one.property,
    other: other.property,
    who: closest.who,
    difference: closest.difference.toFixed(1),
  };
  return [{ kind: 'colours-alike', file, line: other.line, details }];
}
