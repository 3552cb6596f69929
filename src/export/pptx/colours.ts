import type { OfficeTalk } from '../../model/office.ts';
import type { ColourName } from '../../model/office-layout.ts';

/** A colour as pptxgenjs takes it: six hexadecimal digits, or its name in the theme. */
export interface Paint {
  readonly color: string;
  /** Per cent. */
  readonly transparency: number;
}

export interface Palette {
  /** @param tone the part, 1–8; 0 for none @param ground what `ground` names */
  readonly paint: (name: ColourName, tone: number, ground?: ColourName) => Paint;
  /** Six hexadecimal digits. */
  readonly digits: (name: ColourName, tone: number, ground?: ColourName) => string;
  /** The theme's colours, by the names that its part of the file gives them. */
  readonly scheme: ReadonlyMap<string, string>;
  /** Whether light text stands on dark ground: then the theme's dark colours are those of grounds. */
  readonly isDark: boolean;
}

const TONE_NAMES = ['deep', 'vivid', 'stock', 'night'] as const;

/** Colours by their names in the style; those that are of the theme by the theme's names, so that it can be changed. */
export function createPalette(talk: OfficeTalk): Palette {
  const isDark = talk.style.mode === 'dark';
  const digits = (name: ColourName, tone: number, ground = 'paper'): string =>
    resolve(name, { talk, tone, ground: ground === 'ground' ? 'paper' : ground });
  const [ink, paper, ink2, rule] = ['ink', 'paper', 'ink-2', 'rule'].map((name) => digits(name, 0));
  const accents = talk.colours.tones.slice(0, 6).map((_, index) => digits('mark', index + 1));
  const used = new Map([
    ...accents.map((accent, index) => [accent, `accent${index + 1}`] as const).reverse(),
    [ink2 ?? '', 'tx2'],
    [paper ?? '', 'bg1'],
    [ink ?? '', 'tx1'],
  ]);
  const [dark1, light1, dark2, light2] = isDark ? [paper, ink, rule, ink2] : [ink, paper, ink2, rule];
  const scheme = new Map([
    ['dk1', dark1 ?? ''],
    ['lt1', light1 ?? ''],
    ['dk2', dark2 ?? ''],
    ['lt2', light2 ?? ''],
    ...accents.map((accent, index) => [`accent${index + 1}`, accent] as const),
    ['hlink', ink ?? ''],
    ['folHlink', ink2 ?? ''],
  ]);
  return {
    digits,
    scheme,
    isDark,
    paint: (name, tone, ground) => {
      const [solid = '', opacity = '100'] = name.split('@');
      const found = digits(solid, tone, ground);
      return { color: used.get(found) ?? found, transparency: 100 - Number(opacity) };
    },
  };
}

interface Asked {
  readonly talk: OfficeTalk;
  readonly tone: number;
  readonly ground: ColourName;
}

function resolve(name: ColourName, asked: Asked): string {
  const mixed = /^(\S+) (\d+)% (\S+)$/u.exec(name);
  if (mixed) {
    const [, one = '', share = '', other = ''] = mixed;
    return mix(resolve(one, asked), resolve(other, asked), Number(share) / 100);
  }
  if (name.startsWith('#')) return name.slice(1).toUpperCase();
  const { talk, tone, ground } = asked;
  if (name === 'ground') return resolve(ground, asked);
  const alias = talk.layout.colours[talk.style.mode][name];
  if (alias !== undefined) return resolve(alias, asked);
  const own = TONE_NAMES.find((known) => known === name);
  if (own !== undefined)
    return talk.colours.tones[tone - 1]?.[own] ?? resolve(own === 'stock' ? 'paper' : 'ink', asked);
  const neutral = talk.colours.named.get(name);
  if (neutral === undefined) throw new RangeError(`style ${talk.style.name}: no colour is called ${name}`);
  return neutral;
}

function mix(one: string, other: string, share: number): string {
  const channel = (at: number): string => {
    const [a = 0, b = 0] = [one, other].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round(a * share + b * (1 - share))
      .toString(16)
      .padStart(2, '0');
  };
  return (channel(0) + channel(2) + channel(4)).toUpperCase();
}
