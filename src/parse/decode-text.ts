import { LecternError } from '../errors.ts';

const HINT = 'Save it as plain text in UTF-8 (in most editors: Save as…, encoding UTF-8).';

/**
 * The text of a file: UTF-8 with or without a byte order mark, or UTF-16 with one. The mark is not part of the text.
 * @throws LecternError LIBRARY_INVALID when the bytes are no text.
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8' && bytes.includes(0)) {
    throw new LecternError('LIBRARY_INVALID', `${file}: this is not a text file`, { hint: HINT });
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    const name = encoding === 'utf-8' ? 'UTF-8' : 'UTF-16';
    throw new LecternError('LIBRARY_INVALID', `${file}: the text is not valid ${name}`, { hint: HINT, cause });
  }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
