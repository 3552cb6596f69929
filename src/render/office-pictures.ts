import type { Deck } from '../model/deck.ts';
import type { OfficeColours, OfficePictures } from '../model/office.ts';
import type { Style } from '../model/style.ts';
import { createViewContext } from './slide-view.ts';

/** What the pages draw of the index, for slides of an office program. */
export function officePictures(deck: Deck, style: Style): OfficePictures {
  const { index, scene, marker } = createViewContext(deck, style, new Map());
  return {
    marker,
    rowOf: (marks) => index.agendaRow(marks, scene),
    pictureOf: (slide) => {
      if (slide.kind === 'title') return index.cover(scene);
      if (slide.kind === 'part') return index.divider(slide.labels, scene);
      if (slide.kind === 'theme') return index.theme(slide.marks, scene);
      return undefined;
    },
  };
}

/** The colours that the style's CSS names, in its mode; those of a brand stand behind the style's own. */
export function officeColours(style: Style, baseStyle: string): OfficeColours {
  const css = `${baseStyle}\n${style.css}`;
  const named = new Map<string, string>();
  for (const [, selector = '', rules = ''] of css.matchAll(/([^{}]+)\{([^{}]*)\}/gu)) {
    const place = placeOf(selector.replace(/\/\*.*?\*\//gsu, '').trim(), style.mode);
    if (place === undefined) continue;
    for (const [, name = '', digits = ''] of rules.matchAll(/--([\w-]+):\s*#([0-9a-f]{3}|[0-9a-f]{6})\b/giu)) {
      named.set(place + name, digits.length === 3 ? digits.replace(/./gu, '$&$&') : digits);
    }
  }
  const colour = (name: string): string => (named.get(name) ?? '15171c').toUpperCase();
  const isDark = style.mode === 'dark';
  return {
    paper: colour('paper'),
    ink: colour('ink'),
    ink2: colour('ink-2'),
    rule: mix(colour('ink'), colour('paper'), isDark ? 0.17 : 0.13),
    onAccent: colour('on-acc'),
    tones: [1, 2, 3, 4, 5, 6, 7, 8].map((tone) => ({
      deep: colour(`t${tone}-deep`),
      stock: colour(`t${tone}-stock`),
      accent: colour(`t${tone}-${isDark ? 'vivid' : 'deep'}`),
      tint: colour(`t${tone}-${isDark ? 'night' : 'stock'}`),
    })),
  };
}

function placeOf(selector: string, mode: string): string | undefined {
  if (/^\.t[1-8]$/u.test(selector)) return `${selector.slice(1)}-`;
  return [':root', `[data-mode=${mode}]`, `:root[data-mode=${mode}]`].includes(selector) ? '' : undefined;
}

function mix(one: string, other: string, share: number): string {
  const channel = (at: number): string => {
    const [a, b] = [one, other].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round((a ?? 0) * share + (b ?? 0) * (1 - share))
      .toString(16)
      .padStart(2, '0');
  };
  return (channel(0) + channel(2) + channel(4)).toUpperCase();
}
