import { crc32 } from 'node:zlib';

/** Of the signature and of IHDR, which is always the first chunk, bytes. */
const HEAD = 33;

/** A PNG that says what made it, in a text chunk `Software` behind its header. */
export function markPng(png: Uint8Array, generator: string): Uint8Array {
  const text = Buffer.from(`tEXtSoftware\0${generator}`, 'latin1');
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(text.length - 'tEXt'.length);
  sum.writeUInt32BE(crc32(text));
  return Buffer.concat([png.subarray(0, HEAD), length, text, sum, png.subarray(HEAD)]);
}
