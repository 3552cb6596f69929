import type { OfficeFont } from '../model/office.ts';
import { FONT_ROLES, type FontRole, type Style, type WidthTable } from '../model/style.ts';

const FAMILIES = { serif: 'Times New Roman', 'sans-serif': 'Arial', monospace: 'Courier New' } as const;

/**
 * The style with fonts that are there on every machine, of the same kind as its own: a file of slides carries no fonts, and what
 * was fitted to others would overflow.
 * @param tables widths by generic family and cut: `serif-bold`
 */
export function officeStyle(
  style: Style,
  tables: ReadonlyMap<string, WidthTable>,
): { readonly style: Style; readonly fonts: Record<FontRole, OfficeFont> } {
  const [text, display, accent, ui] = FONT_ROLES.map((role) => chooseFont(style, role, tables));
  if (!text || !display || !accent || !ui) throw new RangeError('a style has four font roles');
  const widths = { text: text.widths, display: display.widths, accent: accent.widths, ui: ui.widths };
  return {
    style: { ...style, widths },
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
  const own = style.fonts.find((font) => font.roles.includes(role));
  const bold = Number(own?.weight) >= 600;
  const italic = own?.style === 'italic';
  const cut = [bold ? 'bold' : '', italic ? 'italic' : ''].filter(Boolean).join('-') || 'regular';
  return { font: { family: FAMILIES[generic], bold, italic }, widths: tables.get(`${generic}-${cut}`) ?? new Map() };
}
