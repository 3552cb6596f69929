import { describe, expect, it } from 'vitest';
import { LecternError } from '../../src/errors.ts';
import { decodeText } from '../../src/parse/decode-text.ts';

const TEXT = 'Café “x” 😀\n';

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16 little endian', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16 big endian', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
  ])('reads %s and drops the mark', (_, bytes) => {
    expect(decodeText(bytes, 'a.txt')).toBe(TEXT);
  });

  it.each([
    ['bytes that are no UTF-8', [0x63, 0x61, 0x66, 0xe9], 'a.txt: the text is not valid UTF-8'],
    ['binary data', [0x50, 0x4b, 0x00, 0x04], 'a.txt: this is not a text file'],
    ['half a UTF-16 character', [0xff, 0xfe, 0x61], 'a.txt: the text is not valid UTF-16'],
  ])('refuses %s and says how to mend it', (_, bytes, message) => {
    const error = thrownBy(() => decodeText(Uint8Array.from(bytes), 'a.txt'));
    expect(error).toBeInstanceOf(LecternError);
    expect(error).toMatchObject({ code: 'LIBRARY_INVALID', message, hint: expect.stringContaining('UTF-8') });
  });
});

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
