import { LecternError } from '../errors.ts';
import { MORE_MEMORY, memoryLimit } from './memory-limit.ts';

/** A library of 300,000 lessons with a few fields. */
const MOST_PIECES = 2_000_000;

/** Memory that reading and checking a piece takes, in bytes: 100,000 lessons (620,000 pieces) need 500 MB. */
const MEMORY_OF_PIECE = 1500;

/** With these a line, a cell or a value begins, in every form that is read; in UTF-16 too, where they stand beside a zero. */
const BEGINNERS = new Set(Array.from('\n\r,:?[{', (character) => character.charCodeAt(0)));

/**
 * Refuses a text that would take more memory than there is, before anything is made of it.
 * @throws LecternError TOO_LARGE
 */
export function checkPieces(bytes: Uint8Array, file: string): void {
  const fitting = Math.floor(memoryLimit() / MEMORY_OF_PIECE);
  const most = Math.min(MOST_PIECES, fitting);
  if (bytes.length <= most || !hasMore(bytes, most)) return;
  const hint = fitting < MOST_PIECES ? `Split it, or ${MORE_MEMORY}.` : 'Split it into several libraries.';
  throw new LecternError('TOO_LARGE', `${file}: the file holds more than ${most} lines, fields and values`, { hint });
}

function hasMore(bytes: Uint8Array, most: number): boolean {
  let count = 0;
  for (const byte of bytes) {
    if (byte < 0x7c && BEGINNERS.has(byte)) count += 1;
    if (count > most) return true;
  }
  return false;
}
