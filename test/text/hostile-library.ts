import { HOSTILE } from './hostile-strings.ts';

/** Every hostile text as topic, quote, source, note and title of a part, and all of them in what a library has once. */
export const ALL: string = HOSTILE.join(' ¶ ');

/** As a `.json` library: JSON changes no character. */
export function hostileLibrary(): object {
  return {
    title: ALL,
    subject: ALL,
    tagline: ALL,
    intro: ALL,
    sources: HOSTILE.map((text, index) => ({ name: text, url: linkOf(text, index) })),
    parts: HOSTILE.map((text) => ({
      title: text,
      lessons: [{ topic: text, quote: text, source: text, note: text, highlight: text }],
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
