/** Space as people type and paste it: tabs, no-break spaces and the other blanks of Unicode. */
const SPACE = /\s/;

/** Markdown emphasis and space around a piece of text. */
export function isEmphasisOrSpace(character: string): boolean {
  return character === '*' || character === '_' || SPACE.test(character);
}

/** What may stand between a quote and its citation: space, emphasis, any dash. */
export function isDashOrSpace(character: string): boolean {
  return '-‐‑‒–—―−'.includes(character) || isEmphasisOrSpace(character);
}

/** `text` without the characters at its end that `drops` accepts. A loop, as `/x+$/` is quadratic on long runs. */
export function trimEndWhere(text: string, drops: (character: string) => boolean): string {
  let end = text.length;
  while (end > 0 && drops(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** `text` without the characters at its start that `drops` accepts. */
export function trimStartWhere(text: string, drops: (character: string) => boolean): string {
  let start = 0;
  while (start < text.length && drops(text.charAt(start))) start += 1;
  return text.slice(start);
}

/** Text without emphasis around the whole of it: `**On networks**` → `On networks`. */
export function withoutEmphasis(text: string): string {
  const first = text.charAt(0);
  if (first !== '*' && first !== '_') return text.trim();
  return trimEndWhere(trimStartWhere(text, isEmphasisOrSpace), isEmphasisOrSpace);
}
