/** C0, DEL, C1, the marks that turn the direction of text, line separators and halves of surrogate pairs. */
const CONTROLS = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** The text with everything that could move the cursor, hide or reorder text shown as U+XXXX. */
export function showControls(text: string): string {
  return text.replace(CONTROLS, (character) => `U+${hexOf(character)}`);
}

/** JSON in which such characters are escaped: the same data, safe on a terminal. */
export function toJson(value: unknown): string {
  const escapeControl = (character: string): string =>
    character === '\n' ? character : `\\u${hexOf(character).toLowerCase()}`;
  return JSON.stringify(value, undefined, 2).replace(CONTROLS, escapeControl);
}

function hexOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
