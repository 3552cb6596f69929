import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { LecternError } from '../errors.ts';
import type { Brand, BrandFace, BrandFamily, BrandFiles, FontSource } from '../model/brand.ts';
import { readWithin } from './read-within.ts';
import { systemReason } from './system-reason.ts';

/** What a logo may be, by extension. */
const LOGO_TYPES: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
};
/** In bytes: a logo stands in every deck. */
const LARGEST_LOGO = 200_000;
/** In bytes: fonts of Chinese, Japanese and Korean stay below. */
const LARGEST_FONT = 30_000_000;
/** The characters that are kept of a font that says nothing about them: Latin, Greek, Cyrillic, punctuation, signs. */
const USUAL_RANGE = 'U+0020-024F,U+02B0-02FF,U+0300-036F,U+0370-052F,U+1E00-1FFF,U+2000-206F,U+20A0-20CF,U+2100-22FF';
const SCRIPTS = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese'];

/**
 * The fonts and the logo that a brand names: files beside it, or packages of @fontsource that are installed there.
 * @throws LecternError CONFIG_INVALID naming file and line of what is not there
 */
export function readBrandFiles(brand: Brand, cwd: string): BrandFiles {
  const folder = dirname(resolve(cwd, brand.file));
  const families = Object.values(brand.families).filter((family) => family !== undefined);
  return {
    fonts: new Map(families.map((family) => [family.family, readFamily(brand, family, folder)])),
    ...(brand.logo ? { logo: readLogo(brand, brand.logo, folder) } : {}),
  };
}

function readFamily(brand: Brand, { family, line }: BrandFamily, folder: string): readonly FontSource[] {
  const faces = brand.faces.filter((face) => face.family === family);
  if (faces.length > 0) return faces.map((face) => readFace(brand, face, folder));
  const isVariable = family.endsWith(' Variable');
  const slug = family
    .replace(/ Variable$/u, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-');
  const name = `@fontsource${isVariable ? '-variable' : ''}/${slug}`;
  const found = ancestors(folder)
    .map((ancestor) => join(ancestor, 'node_modules', name))
    .find((path) => existsSync(join(path, 'files')));
  if (found === undefined) {
    const hint = `Run \`npm install ${name}\` beside the brand, or name a file with @font-face.`;
    throw new LecternError('CONFIG_INVALID', `${brand.file}:${line}: the font ${family} is not there`, { hint });
  }
  return readPackage(found, slug, isVariable);
}

function readFace(brand: Brand, { path, weight, style, line }: BrandFace, folder: string): FontSource {
  return { bytes: readFile(brand, { path, line }, folder), weight, style, unicodeRange: USUAL_RANGE };
}

/** One file a script; of a family without a variable font, those weights that there are. */
function readPackage(folder: string, slug: string, isVariable: boolean): readonly FontSource[] {
  const ranges: Record<string, string> = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8'));
  const names = readdirSync(join(folder, 'files'));
  return SCRIPTS.flatMap((script) => {
    const pattern = new RegExp(`^${slug}-${script}-(${isVariable ? 'wght' : '\\d+'})-(normal|italic)\\.woff2$`, 'u');
    return names.flatMap((name): readonly FontSource[] => {
      const [, weight, style] = pattern.exec(name) ?? [];
      const unicodeRange = ranges[script];
      if (weight === undefined || unicodeRange === undefined) return [];
      const bytes = readFileSync(join(folder, 'files', name));
      return [
        {
          bytes,
          weight: Number.parseInt(weight, 10) || 400,
          style: style === 'italic' ? 'italic' : 'normal',
          unicodeRange,
        },
      ];
    });
  });
}

function readLogo(brand: Brand, logo: { readonly path: string; readonly line: number }, folder: string): string {
  const type = LOGO_TYPES[extname(logo.path).toLowerCase()];
  const bytes = readFile(brand, logo, folder);
  if (type === undefined || bytes.length > LARGEST_LOGO) {
    const hint = 'Take an SVG, PNG or WebP file of at most 200 kB.';
    throw new LecternError('CONFIG_INVALID', `${brand.file}:${logo.line}: ${logo.path} cannot be the logo`, { hint });
  }
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

function readFile(
  brand: Brand,
  { path, line }: { readonly path: string; readonly line: number },
  folder: string,
): Uint8Array {
  try {
    return readWithin(resolve(folder, path), `${brand.file}:${line}: ${path}`, LARGEST_FONT);
  } catch (cause) {
    if (cause instanceof LecternError) throw cause;
    const hint = 'Paths are meant from the folder of the brand.';
    throw new LecternError('CONFIG_INVALID', `${brand.file}:${line}: ${path}: ${systemReason(cause)}`, { hint, cause });
  }
}

function ancestors(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestors(parent)];
}
