/**
 * Makes the fonts and the width tables of a style from its `faces.json`; run by hand when a font or a weight changes:
 *   node scripts/make-fonts.mjs folio nocturne raster
 * Static cuts, since Chromium embeds a variable font in a PDF as drawings of its glyphs, several times the size. `measures`
 * names the roles whose widths a face gives: the heaviest that a role is set in, since heavier is wider. Each face is cut from its variable font to the weights and the optical size that the style uses (a third of the bytes),
 * then real Chromium measures the advance of every character, in thousandths of an em.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import subsetFont from 'subset-font';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const scripts = ['latin', 'latin-ext'];

for (const style of process.argv.slice(2)) await makeStyle(join(root, 'templates/styles', style));

async function makeStyle(folder) {
  const faces = JSON.parse(readFileSync(join(folder, 'faces.json'), 'utf8'));
  mkdirSync(join(folder, 'fonts'), { recursive: true });
  const fonts = [];
  for (const face of faces) {
    for (const script of face.only ? ['latin'] : scripts) fonts.push(await makeFace(face, script, folder));
  }
  writeFileSync(join(folder, 'fonts.json'), `${JSON.stringify(fonts, null, 2)}\n`);
  const widths = await measure(faces, fonts, folder);
  writeFileSync(join(folder, 'widths.json'), `${JSON.stringify(widths)}\n`);
}

async function makeFace(face, script, styleFolder) {
  const folder = join(root, 'node_modules/@fontsource-variable', face.package);
  const range = face.only ?? JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8'))[script];
  const source = readFileSync(join(folder, 'files', `${face.package}-${script}-${face.cut}.woff2`));
  const text = String.fromCodePoint(...codePoints(range));
  const font = await subsetFont(source, text, { targetFormat: 'woff2', variationAxes: face.axes });
  const weight = String(face.axes.wght);
  const width = face.axes.wdth === undefined || face.axes.wdth === 100 ? '' : `-${face.axes.wdth}`;
  const file = `fonts/${face.package}-${face.roles[0] ?? 'numerals'}-${weight}${width}-${script}.woff2`;
  writeFileSync(join(styleFolder, file), font);
  return { roles: face.roles, family: face.family, weight, style: face.style ?? 'normal', file, unicodeRange: range };
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

async function measure(faces, madeFonts, folder) {
  const executablePath = execFileSync('sh', ['-c', 'command -v chromium-headless-shell || command -v chromium'], {
    encoding: 'utf8',
  }).trim();
  const browser = await puppeteer.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const page = await browser.newPage();
    await page.setContent(`<style>${madeFonts.map((font) => faceRule(font, folder)).join('')}</style><body></body>`);
    const table = {};
    for (const face of faces.filter((one) => one.measures)) {
      const points = madeFonts.filter((font) => font.family === face.family && font.style === (face.style ?? 'normal'));
      const widths = await page.evaluate(measureInPage, {
        family: face.family,
        style: face.style ?? 'normal',
        weight: face.axes.wght,
        points: [...new Set(points.flatMap((font) => codePoints(font.unicodeRange)))].filter((point) => point >= 0x20),
      });
      for (const role of face.measures) table[role] = widths;
    }
    return table;
  } finally {
    await browser.close();
  }
}

function faceRule(font, styleFolder) {
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
