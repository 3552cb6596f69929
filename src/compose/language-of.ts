import type { Direction } from '../model/deck.ts';
import { isArabic, isHebrew, isWide } from './text-width.ts';

export interface TextLanguage {
  /** BCP 47. */
  readonly language: string;
  readonly direction: Direction;
  readonly open: string;
  readonly close: string;
}

const MARKS: Readonly<Record<string, readonly [string, string]>> = {
  zh: ['「', '」'],
  ja: ['「', '」'],
  ar: ['«', '»'],
  he: ['”', '”'],
  de: ['„', '“'],
  fr: ['«\u00a0', '\u00a0»'],
};

/** The language of one text: by its script where that says more than the library's own language does. */
export function languageOf(text: string, libraryLanguage: string): TextLanguage {
  const language = languageByScript(text) ?? libraryLanguage;
  const base = language.toLowerCase().split('-')[0] ?? '';
  const [open, close] = MARKS[base] ?? ['“', '”'];
  return { language, direction: directionOf(language), open, close };
}

/** The writing direction of a language. */
export function directionOf(language: string): Direction {
  return /^(?:ar|he|fa|ur|yi|ps|sd|ug|dv)\b/iu.test(language) ? 'rtl' : 'ltr';
}

function languageByScript(text: string): string | undefined {
  const counts = {
    letters: 0,
    wide: 0,
    kana: 0,
    hangul: 0,
    arabic: 0,
    hebrew: 0,
  };
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint < 0x41) continue;
    counts.letters += 1;
    if (isArabic(codePoint)) counts.arabic += 1;
    else if (isHebrew(codePoint)) counts.hebrew += 1;
    else if (isWide(codePoint)) {
      counts.wide += 1;
      if (codePoint >= 0x3041 && codePoint <= 0x30ff) counts.kana += 1;
      if (codePoint >= 0xac00 && codePoint <= 0xd7a3) counts.hangul += 1;
    }
  }
  const most = counts.letters / 2;
  if (counts.arabic > most) return 'ar';
  if (counts.hebrew > most) return 'he';
  if (counts.wide <= most) return undefined;
  if (counts.hangul > counts.wide / 2) return 'ko';
  return counts.kana > 0 ? 'ja' : 'zh';
}
