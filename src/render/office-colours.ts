import type { OfficeColours } from '../model/office.ts';
import type { Style } from '../model/style.ts';

/** Where a style's CSS says nothing. */
const NEUTRALS = { white: 'FFFFFF', black: '15171C' } as const;

/** The colours that the style's CSS names, in its mode; those of a brand stand behind the style's own. */
export function officeColours(style: Style, baseStyle: string): OfficeColours {
  const css = `${baseStyle}\n${style.css}`.replace(/\/\*.*?\*\//gsu, '');
  const found = new Map<string, string>(Object.entries(NEUTRALS));
  for (const [, selector = '', rules = ''] of css.matchAll(/([^{}]+)\{([^{}]*)\}/gu)) {
    const place = placeOf(selector.trim(), style.mode);
    if (place === undefined) continue;
    for (const [, name = '', digits = ''] of rules.matchAll(/--([\w-]+):\s*#([0-9a-f]{6}|[0-9a-f]{3})\b/giu)) {
      const six = digits.length === 3 ? digits.replace(/./gu, '$&$&') : digits;
      found.set(place + name, six.toUpperCase());
    }
  }
  const colour = (name: string): string => found.get(name) ?? NEUTRALS.black;
  return {
    named: found,
    tones: [1, 2, 3, 4, 5, 6, 7, 8].map((tone) => ({
      deep: colour(`t${tone}-deep`),
      vivid: colour(`t${tone}-vivid`),
      stock: colour(`t${tone}-stock`),
      night: colour(`t${tone}-night`),
    })),
  };
}

/** What stands before a colour's name: nothing for the whole page, the part for a part; undefined for other rules. */
function placeOf(selector: string, mode: string): string | undefined {
  if (/^\.t[1-8]$/u.test(selector)) return `${selector.slice(1)}-`;
  return [':root', `[data-mode=${mode}]`, `:root[data-mode=${mode}]`].includes(selector) ? '' : undefined;
}
