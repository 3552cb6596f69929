import type { Direction } from '../model/set-text.ts';
import { isArabic, isHebrew, isLatin, isWide } from './text-width.ts';

export interface TextLanguage {
  /** BCP 47. */
  readonly language: string;
  readonly direction: Direction;
  readonly open: string;
  readonly close: string;
}

/** Below it stand digits and marks, which belong to every script. */
const FIRST_LETTER = 0x41;

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

type Script = 'arabic' | 'hebrew' | 'kana' | 'hangul' | 'han' | 'other';

/** The language of the script that more than half of the letters are written in, where it is not Latin. */
function languageByScript(text: string): string | undefined {
  if (isLatin(text)) return undefined;
  const counts: Record<Script, number> = { arabic: 0, hebrew: 0, kana: 0, hangul: 0, han: 0, other: 0 };
  let letters = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint < FIRST_LETTER) continue;
    letters += 1;
    counts[scriptOf(codePoint)] += 1;
  }
  const wide = counts.kana + counts.hangul + counts.han;
  if (counts.arabic > letters / 2) return 'ar';
  if (counts.hebrew > letters / 2) return 'he';
  if (wide <= letters / 2) return undefined;
  if (counts.hangul > wide / 2) return 'ko';
  return counts.kana > 0 ? 'ja' : 'zh';
}

function scriptOf(codePoint: number): Script {
  if (isArabic(codePoint)) return 'arabic';
  if (isHebrew(codePoint)) return 'hebrew';
  if (codePoint >= 0x3041 && codePoint <= 0x30ff) return 'kana';
  if (codePoint >= 0xac00 && codePoint <= 0xd7a3) return 'hangul';
  return isWide(codePoint) ? 'han' : 'other';
}
