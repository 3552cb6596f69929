/** FNV-1a, 32 bits in hexadecimal: enough to tell file names apart. */
export function checksum(text: string): string {
  let sum = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(place), 0x01000193) >>> 0;
  }
  return sum.toString(16).padStart(8, '0');
}
