import type { PosterBox, PosterGroup } from '../model/poster.ts';
import { glyphPath } from '../model/theme-glyphs.ts';
import { shortenTo } from './fit-text.ts';
import { unitRows } from './lay-out-units.ts';
import { fitBox, fitWhole, label, type PosterContext, posterGroup, rectangle } from './poster-context.ts';
import { curlQuotes } from './set-quote.ts';
import { textWidth } from './text-width.ts';
import { numberWord } from './words-for.ts';

/** Units are mm on A2. Widths of the outer columns; the middle one takes the rest. */
const COLUMNS = { themes: 66, sources: 164, gap: 8 } as const;
const HEAD = { rule: 0.6, y: 2.6, height: 8, below: 14.5 } as const;
const THEME = { pitch: 5.9, size: 3.7, glyph: 4, indent: 6.5, most: 8 } as const;
const KEEP = { columns: 2, gap: 6, chip: { width: 9.5, height: 5.4, size: 3.5 }, indent: 14, tallest: 12 } as const;

const TEXTS = {
  heading: { look: 'heading', font: 'accent', sizes: [6], lineHeight: 1.15 },
  sentence: { look: 'sentence', font: 'accent', sizes: [5.4, 5, 4.6, 4.2, 3.8, 3.4, 3], lineHeight: 1.1 },
} as const;

/** Themes with their counts, the key sentences, the sources. */
export function composeFooter(box: PosterBox, context: PosterContext): readonly PosterGroup[] {
  const middle = box.x + COLUMNS.themes + COLUMNS.gap;
  const right = box.x + box.width - COLUMNS.sources;
  const keep = { ...box, x: middle, width: right - COLUMNS.gap - middle };
  return [
    ...composeThemes({ ...box, width: COLUMNS.themes }, context),
    ...composeKeep(keep, context),
    ...composeSources({ ...box, x: right, width: COLUMNS.sources }, context),
  ];
}

function headed(title: string, box: PosterBox, context: PosterContext): PosterGroup {
  return posterGroup({
    shapes: [rectangle('rule', { ...box, height: HEAD.rule })],
    texts: [fitBox(title, { ...box, y: box.y + HEAD.y, height: HEAD.height }, TEXTS.heading, context)],
  });
}

function composeThemes(box: PosterBox, context: PosterContext): readonly PosterGroup[] {
  const { deck, style } = context;
  const counts = new Map<string, number>();
  for (const { theme } of deck.marks) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  const themes = deck.themes.filter((theme) => counts.has(theme.name)).slice(0, THEME.most);
  if (themes.length === 0) return [];
  const room = box.width - THEME.indent - 10;
  const rows = themes.map((theme, index) => {
    const y = box.y + HEAD.below + index * THEME.pitch;
    const words = shortenTo(curlQuotes(theme.title), (text) => textWidth(style.widths.ui, text) * THEME.size <= room);
    const path = glyphPath(theme.glyph, { x: box.x, y: y - 3.4, size: THEME.glyph });
    return posterGroup({
      shapes: [{ look: 'sign', path, use: '' }],
      labels: [
        label({ look: 'theme', text: words, x: box.x + THEME.indent, y, size: THEME.size }),
        label({ look: 'count', text: String(counts.get(theme.name)), x: box.x + box.width, y, size: THEME.size }),
      ],
    });
  });
  return [headed('Themes', box, context), ...rows];
}

function composeKeep(box: PosterBox, context: PosterContext): readonly PosterGroup[] {
  const kept = context.chapters.flatMap(({ key, tone }) => (key ? [{ ...key, tone }] : []));
  if (kept.length === 0) return [];
  const rows = Math.ceil(kept.length / KEEP.columns);
  const height = Math.min((box.height - HEAD.below + 3) / rows, KEEP.tallest);
  const width = (box.width - KEEP.gap) / KEEP.columns;
  const groups = kept.map(({ sentence, id, tone }, index) => {
    const x = box.x + Math.floor(index / rows) * (width + KEEP.gap);
    const y = box.y + HEAD.below - 3 + (index % rows) * height;
    const room = { x: x + KEEP.indent, y, width: width - KEEP.indent, height: height - 0.6 };
    const { chip } = KEEP;
    return posterGroup({
      shapes: [rectangle(`chip t${tone}`, { x, y, width: chip.width, height: chip.height })],
      labels: [label({ look: 'chip-id', text: id, x: x + chip.width / 2, y: y + 3.9, size: chip.size })],
      texts: fitWhole(sentence, room, TEXTS.sentence, context),
    });
  });
  return [headed(`${numberWord(kept.length)} to keep`, box, context), ...groups];
}

function composeSources(box: PosterBox, context: PosterContext): readonly PosterGroup[] {
  const rows = { ...box, y: box.y + HEAD.below - 3, height: box.height - HEAD.below + 3 };
  return [headed('Sources', box, context), ...unitRows(rows, { gap: 8, round: false }, context)];
}
