import type { Brand, BrandCut, BrandFiles, BrandRole, FontSource } from '../model/brand.ts';
import { BOX_NAMES, type BoxName, type FontRole, type Style, type StyleFont, type TextBox } from '../model/style.ts';
import { nightOf, stockOf } from './colours.ts';

/** Which of a brand's fonts takes the place of a style's. */
const TAKEN_FROM: Readonly<Record<FontRole, BrandRole>> = {
  text: 'text',
  accent: 'text',
  display: 'display',
  ui: 'ui',
};

export type CutFonts = (
  sources: readonly FontSource[],
  options: Pick<StyleFont, 'roles' | 'family' | 'style'> & { readonly weights: readonly number[] },
) => Promise<BrandCut>;

/** A style with a brand's colours, fonts and logo on it. Its measures follow the brand's fonts. */
export async function applyBrand(style: Style, brand: Brand, files: BrandFiles, cut: CutFonts): Promise<Style> {
  const cuts = await cutRoles(style, brand, files, cut);
  const replaced = new Set(cuts.keys());
  // Fonts without a role are drawings rather than words, and stay.
  const kept = style.fonts.flatMap((font) => {
    const roles = font.roles.filter((role) => !replaced.has(role));
    return font.roles.length > 0 && roles.length === 0 ? [] : [{ ...font, roles }];
  });
  const { text, display, accent, ui } = style.widths;
  const widths = Object.fromEntries([...cuts].map(([role, { widths: own }]) => [role, own]));
  return {
    ...style,
    css: `${style.css}\n${brandCss(brand, files)}`,
    posterCss: style.posterCss,
    ...(files.logo === undefined ? {} : { logo: files.logo }),
    fonts: [...kept, ...[...cuts.values()].flatMap(({ fonts }) => fonts)],
    widths: { text, display, accent, ui, ...widths },
    boxes: brand.fit === 1 ? style.boxes : fitBoxes(style.boxes, brand.fit),
  };
}

async function cutRoles(
  style: Style,
  brand: Brand,
  files: BrandFiles,
  cut: CutFonts,
): Promise<ReadonlyMap<FontRole, BrandCut>> {
  const cuts = new Map<FontRole, BrandCut>();
  for (const role of ['text', 'display', 'accent', 'ui'] as const) {
    const family = brand.families[TAKEN_FROM[role]]?.family;
    const sources = family === undefined ? undefined : files.fonts.get(family);
    if (sources === undefined) continue;
    const own = style.fonts.filter((font) => font.roles.includes(role));
    const weights = [...new Set(own.map((font) => Number(font.weight)))];
    const [first] = own;
    cuts.set(
      role,
      await cut(sources, { roles: [role], family: `Brand ${role}`, weights, style: first?.style ?? 'normal' }),
    );
  }
  return cuts;
}

/** Display text in other sizes; the boxes stay. */
function fitBoxes(boxes: Style['boxes'], fit: number): Record<BoxName, TextBox> {
  const fitted = BOX_NAMES.map((name) => {
    const box = boxes[name];
    return [
      name,
      box.font === 'display' ? { ...box, sizes: box.sizes.map((size) => Math.round(size * fit)) } : box,
    ] as const;
  });
  return { ...boxes, ...Object.fromEntries(fitted) };
}

/** The brand as rules behind those of the style: only custom properties, and the logo. */
function brandCss(brand: Brand, files: BrandFiles): string {
  return [
    '/* Brand */',
    neutralRule(brand, 'light', ''),
    neutralRule(brand, 'dark', '-dark'),
    ...toneRules(brand),
    logoRules(files.logo),
  ]
    .filter((rule) => rule !== '')
    .join('\n');
}

function neutralRule({ neutrals }: Brand, mode: string, suffix: string): string {
  const value = (name: string): string | undefined => neutrals.get(`--b-${name}${suffix}`)?.value;
  const [ink, second, ground] = [value('ink'), value('ink-2'), value('ground')];
  const set = [
    ...(ink === undefined ? [] : [`--ink:${ink}`, `--bright:${ink}`]),
    ...(second === undefined ? [] : [`--ink-2:${second}`]),
    ...(ground === undefined ? [] : [`--paper:${ground}`]),
  ];
  return set.length === 0 ? '' : `:root[data-mode=${mode}]{${set.join(';')}}`;
}

/** Fewer than eight colours are repeated. */
function toneRules({ deeps, vivids }: Brand): readonly string[] {
  if (deeps.length === 0) return [];
  return Array.from({ length: 8 }, (_, index) => {
    const deep = deeps[index % deeps.length]?.value ?? '';
    const vivid = vivids[index % vivids.length]?.value ?? '';
    return `.t${index + 1}{--deep:${deep};--vivid:${vivid};--stock:${stockOf(deep)};--night:${nightOf(vivid)}}`;
  });
}

/** On title and closing, top right unless the style's drawing is there, and at the head of handouts; never on a lesson. */
function logoRules(logo: string | undefined): string {
  if (logo === undefined) return '';
  const image = `content:"";background:url(${logo}) var(--logo-side,right) center/contain no-repeat`;
  const place = 'position:absolute;z-index:2;width:180px;height:32px;inset:var(--logo-place,40px 48px auto auto)';
  return [
    `.slide:is(.title,.closing)::after{${image};${place}}`,
    `.handout .page-head::after{${image};flex:none;width:34mm;height:6mm;margin-inline-start:6mm}`,
  ].join('\n');
}
