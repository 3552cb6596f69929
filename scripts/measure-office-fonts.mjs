/**
 * Measures the fonts that every office has, by Liberation's faces, which have the same advances as Times New Roman, Arial and
 * Courier New: node scripts/measure-office-fonts.mjs [folder]. Writes templates/office/widths.json.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSync } from 'fontkit';
import { root } from './setup.mjs';

const [folder = '/usr/share/fonts/truetype/liberation'] = process.argv.slice(2);
const FACES = { serif: 'Serif', 'sans-serif': 'Sans', monospace: 'Mono' };
const CUTS = { regular: 'Regular', bold: 'Bold', italic: 'Italic', 'bold-italic': 'BoldItalic' };
const tables = {};
for (const [generic, face] of Object.entries(FACES)) {
  for (const [cut, file] of Object.entries(CUTS)) {
    tables[`${generic}-${cut}`] = measure(openSync(join(folder, `Liberation${face}-${file}.ttf`)));
  }
}
writeFileSync(join(root, 'templates/office/widths.json'), `${JSON.stringify(tables)}\n`);

/** The characters of each width, in thousandths of an em. */
function measure(font) {
  const widths = {};
  for (const code of font.characterSet.filter(
    (code) => code >= 32 && code <= 0x2122 && (code < 0x530 || code >= 0x1e00),
  )) {
    const width = Math.round((font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm) * 1000);
    widths[width] = (widths[width] ?? '') + String.fromCodePoint(code);
  }
  return widths;
}
