import type { WidthTable } from '../model/style.ts';

/** Characters that the style's own fonts lack are set in whatever the viewer has: assume the widest common design. */
const FALLBACK_EM = {
  wide: 1.02,
  emoji: 1.42,
  arabic: 0.66,
  other: 0.78,
} as const;

/** Latin letters and the marks that go with them: whatever is asked of other scripts, the answer for these is no. */
const LATIN_ONLY = /^[\s!-\u024f\u2010-\u2026]*$/;

/** Whether a text is all Latin, by a pattern, so that the many texts that are need not be walked character by character. */
export function isLatin(text: string): boolean {
  return LATIN_ONLY.test(text);
}

/** The advance of one character, in em. */
export function characterWidth(table: WidthTable, codePoint: number): number {
  const known = table.get(codePoint);
  if (known !== undefined) return known / 1000;
  if (isInvisible(codePoint)) return 0;
  if (isWide(codePoint)) return FALLBACK_EM.wide;
  if (isEmoji(codePoint)) return FALLBACK_EM.emoji;
  if (isArabic(codePoint)) return FALLBACK_EM.arabic;
  return FALLBACK_EM.other;
}

/** The width of a text on one line, in em, without letter spacing. */
export function textWidth(table: WidthTable, text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(table, character.codePointAt(0) ?? 0);
  return width;
}

/** Chinese, Japanese, Korean and full-width forms: each character is a square. */
export function isWide(codePoint: number): boolean {
  return (
    (codePoint >= 0x1100 && codePoint <= 0x11ff) ||
    (codePoint >= 0x2e80 && codePoint <= 0xa4cf) ||
    (codePoint >= 0xac00 && codePoint <= 0xd7a3) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0xfe30 && codePoint <= 0xfe6f) ||
    (codePoint >= 0xff00 && codePoint <= 0xffe6) ||
    (codePoint >= 0x20000 && codePoint <= 0x3fffd)
  );
}

export function isArabic(codePoint: number): boolean {
  return (
    (codePoint >= 0x0600 && codePoint <= 0x08ff) ||
    (codePoint >= 0xfb50 && codePoint <= 0xfdff) ||
    (codePoint >= 0xfe70 && codePoint <= 0xfefc)
  );
}

export function isHebrew(codePoint: number): boolean {
  return (codePoint >= 0x0590 && codePoint <= 0x05ff) || (codePoint >= 0xfb1d && codePoint <= 0xfb4f);
}

function isEmoji(codePoint: number): boolean {
  return (
    (codePoint >= 0x1f000 && codePoint <= 0x1faff) ||
    (codePoint >= 0x2300 && codePoint <= 0x23ff) ||
    (codePoint >= 0x2600 && codePoint <= 0x27bf) ||
    (codePoint >= 0x2b00 && codePoint <= 0x2bff)
  );
}

/** Joiners, variation selectors and combining marks of the scripts the fonts know take no room. */
function isInvisible(codePoint: number): boolean {
  return (
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x206f) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    (codePoint >= 0x0300 && codePoint <= 0x036f) ||
    (codePoint >= 0x064b && codePoint <= 0x065f) ||
    codePoint === 0xfeff
  );
}
