import { checksum } from './checksum.ts';

/** In bytes of UTF-8. File systems allow 255; `-handout.pdf` and its like come behind the name. */
const MOST_BYTES = 230;

/** What Windows has no file names with, and what would hide or turn around the others. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** Names that Windows keeps for devices, whatever follows the dot. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?: *\.| *$)/iu;

/**
 * The name as every system can have it for a file: what Windows forbids becomes a dash, letters are composed (NFC, which macOS and
 * Linux do not agree about), and one that is too long ends in a checksum of the whole. A name without trouble stays as it is.
 */
export function safeFileName(name: string): string {
  const clean = withoutOuter(name.normalize('NFC').replace(FORBIDDEN, '-'));
  const free = RESERVED.test(clean) ? `_${clean}` : clean;
  return shorten(free === '' ? 'lessons' : free);
}

/** Windows drops dots and spaces at the end, shells lose spaces at the start. */
function withoutOuter(name: string): string {
  let end = name.length;
  while (end > 0 && ' .'.includes(name.charAt(end - 1))) end -= 1;
  return name.slice(0, end).trimStart();
}

function shorten(name: string): string {
  if (bytesOf(name) <= MOST_BYTES) return name;
  const ending = `-${checksum(name)}`;
  let kept = '';
  let size = ending.length;
  for (const character of name) {
    size += bytesOf(character);
    if (size > MOST_BYTES) break;
    kept += character;
  }
  return `${withoutOuter(kept)}${ending}`;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
