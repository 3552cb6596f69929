import { HOSTILE } from './hostile-strings.ts';

/** Every hostile text as topic, quote, source, note and title of a part, and all of them in what a library has once. */
export const ALL: string = HOSTILE.join(' ¶ ');

/** Lessons in a part, so that a part's title holds as many texts. */
const TOGETHER = 9;

/** Where the text of this place in the list stands. */
export function idOf(index: number): string {
  return `${Math.floor(index / TOGETHER) + 1}.${(index % TOGETHER) + 1}`;
}

/** As a `.json` library: JSON changes no character. The subject, which every citation repeats, holds some texts only. */
export function hostileLibrary(): object {
  const parts = Array.from({ length: Math.ceil(HOSTILE.length / TOGETHER) }, (_, part) =>
    HOSTILE.slice(part * TOGETHER, (part + 1) * TOGETHER),
  );
  return {
    title: ALL,
    subject: HOSTILE.filter((_, index) => index % 23 === 0).join(' ¶ '),
    tagline: ALL,
    intro: ALL,
    sources: HOSTILE.map((text, index) => ({ name: text, url: linkOf(text, index) })),
    parts: parts.map((texts) => ({
      title: texts.join(' ¶ '),
      lessons: texts.map((text) => ({ topic: text, quote: text, source: text, note: text, highlight: text })),
    })),
  };
}

/** An address may hold everything but blanks. */
export function linkOf(text: string, index: number): string {
  const path = text.replace(/\s/gu, '');
  return index % 7 === 0 ? `mailto:a@example.org?subject=${path}` : `https://example.org/${path}`;
}

/** Options that put words on slides. */
export const OPTIONS: readonly string[] = ['subtitle', 'presenter', 'event', 'date'].flatMap((name) => [
  `--${name}`,
  ALL,
]);
