import type { OfficeFont } from '../model/office.ts';
import { BOX_NAMES, type BoxName, FONT_ROLES, type FontRole, type Style, type WidthTable } from '../model/style.ts';

/** The weight from which a cut of an office font is bold. */
const BOLD = 600;
const FAMILIES = { serif: 'Times New Roman', 'sans-serif': 'Arial', monospace: 'Courier New' } as const;

/**
 * The style with fonts that are there on every machine, of the same kind as its own: a file of slides carries no fonts, and what
 * was fitted to others would overflow.
 * @param tables widths by generic family and cut: `serif-bold`
 * @param boxFonts boxes that are set in another font than on pages
 */
export function officeStyle(
  style: Style,
  tables: ReadonlyMap<string, WidthTable>,
  boxFonts: Readonly<Partial<Record<BoxName, FontRole>>> = {},
): { readonly style: Style; readonly fonts: Record<FontRole, OfficeFont> } {
  const [text, display, accent, ui] = FONT_ROLES.map((role) => chooseFont(style, role, tables));
  if (!text || !display || !accent || !ui) throw new RangeError('a style has four font roles');
  const widths = { text: text.widths, display: display.widths, accent: accent.widths, ui: ui.widths };
  const refit = BOX_NAMES.map((name) => {
    const box = style.boxes[name];
    return [name, { ...box, font: boxFonts[name] ?? box.font }] as const;
  });
  return {
    style: { ...style, widths, boxes: { ...style.boxes, ...Object.fromEntries(refit) } },
    fonts: { text: text.font, display: display.font, accent: accent.font, ui: ui.font },
  };
}

function chooseFont(
  style: Style,
  role: FontRole,
  tables: ReadonlyMap<string, WidthTable>,
): { readonly font: OfficeFont; readonly widths: WidthTable } {
  const fallback = style.fallbacks[role];
  const generic = fallback.endsWith('monospace')
    ? 'monospace'
    : fallback.endsWith('sans-serif')
      ? 'sans-serif'
      : 'serif';
  const own = style.fonts.filter((font) => font.roles.includes(role));
  const weights = own.map((font) => Number(font.weight));
  const italic = own[0]?.style === 'italic';
  const bold = Math.min(...weights) >= BOLD;
  // Measured in the heaviest of its cuts: what stands out in a text is set in it.
  const cut =
    [Math.max(...weights) >= BOLD ? 'bold' : '', italic ? 'italic' : ''].filter(Boolean).join('-') || 'regular';
  return { font: { family: FAMILIES[generic], bold, italic }, widths: tables.get(`${generic}-${cut}`) ?? new Map() };
}
