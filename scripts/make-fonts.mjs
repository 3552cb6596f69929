/**
 * Makes the fonts and the width tables of the style Folio; run by hand when a font or a weight changes:
 *   node scripts/make-fonts.mjs
 * Each face is cut from its variable font to the weights and the optical size that the style uses (a third of the bytes),
 * then real Chromium measures the advance of every character, in thousandths of an em.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import subsetFont from 'subset-font';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const styleFolder = join(root, 'templates/styles/folio');

// Static cuts: Chromium embeds a variable font in a PDF as drawings of its glyphs, several times the size.
const newsreader = { package: 'newsreader', cut: 'opsz-normal', style: 'normal' };
const schibsted = { package: 'schibsted-grotesk', cut: 'wght-normal', style: 'normal', family: 'Schibsted Grotesk' };
const faces = [
  { ...newsreader, role: 'text', family: 'Newsreader Text', axes: { wght: 430, opsz: 26 } },
  { ...newsreader, role: 'display', family: 'Newsreader Display', axes: { wght: 360, opsz: 72 } },
  // Large numerals are lighter: digits and the full stop are all of it.
  {
    ...newsreader,
    role: 'display',
    family: 'Newsreader Display',
    axes: { wght: 300, opsz: 72 },
    only: 'U+002E,U+0030-0039',
  },
  {
    ...newsreader,
    role: 'italic',
    family: 'Newsreader Text',
    cut: 'opsz-italic',
    style: 'italic',
    axes: { wght: 480, opsz: 36 },
  },
  { ...schibsted, role: 'ui', axes: { wght: 500 } },
  { ...schibsted, role: 'ui', axes: { wght: 600 } },
];
/** The weight at which each role is measured: the heaviest it is set in, since heavier is wider. */
const measuredWeight = { text: 430, display: 360, italic: 480, ui: 600 };
const scripts = ['latin', 'latin-ext'];

const fonts = [];
for (const face of faces) {
  for (const script of face.only ? ['latin'] : scripts) fonts.push(await makeFace(face, script));
}
writeFileSync(join(styleFolder, 'fonts.json'), `${JSON.stringify(fonts, null, 2)}\n`);
const widths = await measure(fonts);
writeFileSync(join(styleFolder, 'widths.json'), `${JSON.stringify(widths)}\n`);

async function makeFace(face, script) {
  const folder = join(root, 'node_modules/@fontsource-variable', face.package);
  const range = face.only ?? JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8'))[script];
  const source = readFileSync(join(folder, 'files', `${face.package}-${script}-${face.cut}.woff2`));
  const text = String.fromCodePoint(...codePoints(range));
  const font = await subsetFont(source, text, { targetFormat: 'woff2', variationAxes: face.axes });
  const weight = String(face.axes.wght);
  const file = `fonts/${face.package}-${face.role}-${weight}-${script}.woff2`;
  writeFileSync(join(styleFolder, file), font);
  return { role: face.role, family: face.family, weight, style: face.style, file, unicodeRange: range };
}

function codePoints(range) {
  return range.split(',').flatMap((piece) => {
    const [from, to = from] = piece
      .trim()
      .replace('U+', '')
      .split('-')
      .map((hex) => Number.parseInt(hex, 16));
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

async function measure(madeFonts) {
  const executablePath = execFileSync('sh', ['-c', 'command -v chromium-headless-shell || command -v chromium'], {
    encoding: 'utf8',
  }).trim();
  const browser = await puppeteer.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const page = await browser.newPage();
    await page.setContent(`<style>${madeFonts.map(faceRule).join('')}</style><body></body>`);
    const table = {};
    for (const face of faces.filter((one) => one.axes.wght === measuredWeight[one.role])) {
      const covered = madeFonts
        .filter((font) => font.role === face.role)
        .flatMap((font) => codePoints(font.unicodeRange));
      table[face.role] = await page.evaluate(measureInPage, {
        family: face.family,
        style: face.style,
        weight: measuredWeight[face.role],
        points: [...new Set(covered)].filter((point) => point >= 0x20),
      });
    }
    return table;
  } finally {
    await browser.close();
  }
}

function faceRule(font) {
  const data = readFileSync(join(styleFolder, font.file)).toString('base64');
  return `@font-face{font-family:"${font.family}";font-weight:${font.weight};font-style:${font.style};src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${font.unicodeRange}}`;
}

/** Runs in the page: a character has its own width when it differs from the fallback's in two fallback fonts, or is known to the font. */
async function measureInPage({ family, style, weight, points }) {
  await document.fonts.load(`${style} ${weight} 100px "${family}"`, 'aĀ');
  await document.fonts.ready;
  const span = document.createElement('span');
  span.style.cssText = `white-space:pre;position:absolute;font-size:1000px;font-style:${style};font-weight:${weight};font-kerning:none;font-variant-ligatures:none`;
  document.body.append(span);
  const widthIn = (character, families) => {
    span.style.fontFamily = families;
    span.textContent = character;
    return Math.round(span.getBoundingClientRect().width);
  };
  const widths = {};
  for (const point of points) {
    const character = String.fromCodePoint(point);
    const withSerif = widthIn(character, `"${family}",serif`);
    const withMono = widthIn(character, `"${family}",monospace`);
    if (withSerif === withMono && withSerif > 0) widths[withSerif] = (widths[withSerif] ?? '') + character;
  }
  return widths;
}
