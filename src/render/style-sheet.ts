import type { Style, StyleFont } from '../model/style.ts';

/**
 * The CSS of a style: its fonts as far as `text` needs them, sizes and boxes from its data, then its own rules.
 *
 * @param text every character that the page shows, in any order
 */
export function styleSheet(style: Style, baseStyle: string, text: string): string {
  const measures = [sizeRules(style), boxRules(style), stepRules(style), slideRules(style)];
  return [fontRules(style, text), ...measures, baseStyle, style.css].join('\n');
}

/** The style's fonts, as far as `text` needs them, and `--font-text` and the like that name them. */
export function fontRules(style: Style, text: string): string {
  return `${fontFaces(style.fonts, text)}\n${familyRules(style)}`;
}

function fontFaces(fonts: readonly StyleFont[], text: string): string {
  const ranges = new Set(fonts.map((font) => font.unicodeRange));
  const used = new Set([...ranges].filter((range) => rangePattern(range).test(text)));
  return fonts
    .filter((font) => used.has(font.unicodeRange))
    .map(
      (font) =>
        `@font-face{font-family:"${font.family}";font-style:${font.style};font-weight:${font.weight};${font.stretch ? `font-stretch:${font.stretch};` : ''}src:url(data:font/${font.format ?? 'woff2'};base64,${font.data}) format("${font.format ?? 'woff2'}");unicode-range:${font.unicodeRange}}`,
    )
    .join('\n');
}

/** A CSS unicode-range as a pattern: `U+0100-02BA,U+2020`. */
function rangePattern(range: string): RegExp {
  const pieces = range.split(',').map((piece) => {
    const [from = '', to = from] = piece.trim().replace('U+', '').split('-');
    return `\\u{${from}}-\\u{${to}}`;
  });
  return new RegExp(`[${pieces.join('')}]`, 'u');
}

function familyRules(style: Style): string {
  const families = new Map(style.fonts.flatMap((font) => font.roles.map((role) => [role, font.family] as const)));
  const rules = [...families].map(([role, family]) => `--font-${role}:"${family}",${style.fallbacks[role]}`);
  return `:root{${rules.join(';')}}`;
}

/** A slide's size for other rules to count with; `--ratio` is its width by its height. */
export function sizeVariables({ slide: { width, height } }: Style): string {
  const ratio = Math.round((width / height) * 1e4) / 1e4;
  return `:root{--slide-width:${width}px;--slide-height:${height}px;--ratio:${ratio}}`;
}

/** A slide on the screen, as a sheet, and as a small picture. */
function slideRules(style: Style): string {
  const { width, height } = style.slide;
  const size = `width:${width}px;height:${height}px`;
  return `${sizeVariables(style)}.reveal .slides section.slide,.sheets section.slide,.thumb section.slide{${size}}@page{size:${width}px ${height}px}`;
}

/** `.fs-36` for every size that a text may be fitted to. */
function sizeRules(style: Style): string {
  const sizes = new Set(Object.values(style.boxes).flatMap((box) => box.sizes));
  return [...sizes].map((size) => `.fs-${size}{font-size:${size}px}`).join('');
}

/** `.box-topic` and the like set what was measured: font, spacing, width; `--max` is the height the page checks itself against. */
function boxRules(style: Style): string {
  return Object.entries(style.boxes)
    .map(
      ([name, box]) =>
        `.box-${name}{font-family:var(--font-${box.font});line-height:${box.lineHeight};letter-spacing:${box.tracking}em;max-width:${box.width}px;--max:${box.height}}`,
    )
    .join('\n');
}

function stepRules(style: Style): string {
  const { lesson } = style;
  const steps = style.steps.map(
    (step) =>
      `.${step.name} .words{font-size:${step.size}px;line-height:${step.lineHeight};--leading:${step.lineHeight}}`,
  );
  const columns = style.steps.filter((step) => step.columns === 2).map((step) => `.${step.name} .words`);
  return `.words{font-family:var(--font-text);letter-spacing:${lesson.tracking}em}${steps.join('')}
${columns.join(',')}{columns:2;column-gap:${lesson.columnGap}px}`;
}
