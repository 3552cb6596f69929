import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LecternError } from '../errors.ts';
import { CARD_SIZES, type CardSize } from '../model/picture.ts';
import type { BoxName, Mode, SlideSize, Style, StyleFont, TextBox } from '../model/style.ts';
import { BOX_NAMES, FONT_ROLES, type FontRole, SLIDE_SIZES, type WidthTable } from '../model/style.ts';
import { findPackageRoot } from './find-package-root.ts';

export interface StyleShape {
  /** The one to be shown in; without it the style's own. */
  readonly mode?: Mode | undefined;
  /** Of its slides; 16:9 unless said. */
  readonly size?: SlideSize | undefined;
  /** For cards of this shape in place of slides. */
  readonly card?: CardSize | undefined;
}

/**
 * A style of the package: `style.json`, `style.css`, `fonts.json` with the fonts it names, and `widths.json`; for slides of
 * 4:3 with what `4x3.json` and `4x3.css` say otherwise, for cards with `cards.json` and `cards.css`.
 * @throws LecternError STYLE_UNKNOWN; USAGE for a mode that the style lacks.
 */
export async function readStyle(name: string, { mode, size = '16:9', card }: StyleShape = {}): Promise<Style> {
  const folder = join(findPackageRoot().folder, 'templates/styles', name);
  if (!/^[a-z0-9-]+$/u.test(name) || !existsSync(join(folder, 'style.json'))) {
    const hint = '`lectern list styles` shows the styles.';
    throw new LecternError('STYLE_UNKNOWN', `--style ${name}: there is no such style`, { hint });
  }
  const wide = readJson<StyleLayout>(join(folder, 'style.json'));
  const changes = readChanges(folder, size, card);
  const layout = changes ? adapt(wide, changes) : wide;
  const fonts = readJson<FontEntry[]>(join(folder, 'fonts.json'));
  const widths = readJson<Record<FontRole, Record<string, string>>>(join(folder, 'widths.json'));
  const missing = BOX_NAMES.filter((box) => layout.boxes[box] === undefined);
  if (missing.length > 0) {
    throw new LecternError('CONFIG_INVALID', `${join(folder, 'style.json')}: no box for ${missing.join(', ')}`, {
      hint: 'Add the missing boxes; the style Folio has them all.',
    });
  }
  return {
    name,
    ...layout,
    mode: chooseMode(name, layout, mode),
    slide: card === undefined ? SLIDE_SIZES[size] : CARD_SIZES[card],
    css: cssFiles(size, card)
      .map((file) => readCss(folder, file))
      .join('\n'),
    posterCss: readCss(folder, 'poster.css'),
    fonts: fonts.map((font) => readFont(folder, font)),
    widths: widthTables(widths),
  };
}

type StyleLayout = Omit<Style, 'name' | 'mode' | 'slide' | 'css' | 'posterCss' | 'fonts' | 'widths'>;
type FontEntry = Omit<StyleFont, 'data'> & { readonly file: string };

/** What another size of slides changes of a style's measures. */
interface LayoutChanges {
  readonly lesson: Partial<Style['lesson']>;
  readonly matrix?: Style['matrix'];
  readonly steps?: Style['steps'];
  readonly rows?: Partial<Style['rows']>;
  readonly boxes: { readonly [box in BoxName]?: Partial<TextBox> };
}

function adapt(layout: StyleLayout, { lesson, matrix, steps, rows, boxes }: LayoutChanges): StyleLayout {
  const adapted = BOX_NAMES.map((name) => [name, { ...layout.boxes[name], ...boxes[name] }] as const);
  return {
    ...layout,
    lesson: { ...layout.lesson, ...lesson },
    matrix: matrix ?? layout.matrix,
    steps: steps ?? layout.steps,
    rows: { ...layout.rows, ...rows },
    boxes: { ...layout.boxes, ...Object.fromEntries(adapted) },
  };
}

function readChanges(folder: string, size: SlideSize, card: CardSize | undefined): LayoutChanges | undefined {
  if (card === undefined) return size === '4:3' ? readJson<LayoutChanges>(join(folder, '4x3.json')) : undefined;
  return readJson<{ readonly [shape in CardSize]?: LayoutChanges }>(join(folder, 'cards.json'))[card];
}

/** Behind the style's own, what another shape says otherwise. A card of 16:9 is laid out as a slide is. */
function cssFiles(size: SlideSize, card: CardSize | undefined): readonly string[] {
  if (card === undefined) return ['style.css', ...(size === '4:3' ? ['4x3.css'] : [])];
  return ['style.css', ...(card === '16:9' ? [] : ['cards.css'])];
}

function readCss(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

function chooseMode(name: string, { modes, defaultMode }: StyleLayout, mode: Mode = defaultMode): Mode {
  if (modes.includes(mode)) return mode;
  const hint = `Leave out --mode, or write --mode ${modes.join(' or ')}.`;
  throw new LecternError('USAGE', `--mode ${mode}: the style ${name} has no such mode`, { hint });
}

function readFont(folder: string, { file, ...font }: FontEntry): StyleFont {
  return { ...font, data: readFileSync(join(folder, file), 'base64') };
}

/** Width files list the characters of each width, which is shorter than a width for each character. */
function widthTables(
  widths: Readonly<Record<FontRole, Readonly<Record<string, string>>>>,
): Record<FontRole, WidthTable> {
  const table = (role: FontRole): WidthTable => {
    const entries = new Map<number, number>();
    for (const [width, characters] of Object.entries(widths[role])) {
      for (const character of characters) entries.set(character.codePointAt(0) ?? 0, Number(width));
    }
    return entries;
  };
  const [text, display, accent, ui] = FONT_ROLES.map(table);
  if (!text || !display || !accent || !ui) throw new RangeError('a style has four font roles');
  return { text, display, accent, ui };
}

function readJson<T>(file: string): T {
  const value: T = JSON.parse(readFileSync(file, 'utf8'));
  return value;
}
