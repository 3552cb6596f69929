import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closestPair, contrast, nearestPassing, nightOf, readColour, stockOf } from '../../src/brand/colours.ts';

/** The part colours of the package, as its style sheet has them. */
async function ownColours(kind: 'deep' | 'vivid' | 'stock' | 'night'): Promise<readonly string[]> {
  const css = await readFile('templates/base.css', 'utf8');
  return [...css.matchAll(/^\.t\d\{.*$/gmu)].flatMap(
    ([rule]) => new RegExp(`--${kind}:(#[0-9a-f]{6})`, 'u').exec(rule)?.[1] ?? [],
  );
}

test.each(['deep', 'vivid'] as const)(
  'the eight %s colours are told apart by people with any colour blindness',
  async (kind) => {
    const colours = await ownColours(kind);
    expect(colours).toHaveLength(8);
    expect(closestPair(colours)?.difference).toBeGreaterThanOrEqual(10);
  },
);

test('papers and nights follow from deep and vivid colours as the package has them', async () => {
  const near = (one: string, other: string): boolean => contrast(one, other) < 1.02;
  const [deeps, stocks, vivids, nights] = await Promise.all(
    (['deep', 'stock', 'vivid', 'night'] as const).map(ownColours),
  );
  expect(deeps?.every((deep, index) => near(stockOf(deep), stocks?.[index] ?? ''))).toBe(true);
  expect(vivids?.every((vivid, index) => near(nightOf(vivid), nights?.[index] ?? ''))).toBe(true);
});

test('the nearest colour that passes does pass, and none nearer in lightness would', () => {
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(hex, (colour) => {
      const passes = (candidate: string): boolean => contrast(candidate, '#ffffff') >= 4.5;
      const found = nearestPassing(colour, passes);
      expect(found !== undefined && passes(found)).toBe(true);
      // Against white one goes darker, no further than needed.
      if (!passes(colour)) expect(contrast(found ?? '', '#ffffff')).toBeLessThan(5);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['#1a35c8', '#1a35c8'],
  ['rgb(26 53 200)', '#1a35c8'],
  ['oklch(0.43 0.225 266)', '#1736c8'],
  ['rebeccapurple', '#663399'],
  ['#1a35c880', undefined],
  ['transparent', undefined],
  ['var(--x)', undefined],
  ['blurple', undefined],
])('%s is read as %s', (text, hex) => {
  expect(readColour(text)).toBe(hex);
});
