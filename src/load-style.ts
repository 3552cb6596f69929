import { resolve } from 'node:path';
import { LecternError } from './errors.ts';
import { readBrandFiles } from './files/read-brand-files.ts';
import { readStyle, type StyleShape } from './files/read-style.ts';
import { readStyleNames } from './files/read-styles.ts';
import { LARGEST_SMALL_FILE, readText } from './files/read-text.ts';
import type { CardSize } from './model/picture.ts';
import { type Problem, severityOf } from './model/problem.ts';
import type { Mode, SlideSize, Style } from './model/style.ts';
import { decodeText } from './parse/decode-text.ts';
import { didYouMean, nearNames } from './select/near-names.ts';

export interface StyleRequest {
  /** A style of the package, or a brand's CSS file. */
  readonly name: string;
  /** Without it the style's own. */
  readonly mode?: Mode | undefined;
  /** Of the slides; 16:9 unless said. */
  readonly size?: SlideSize | undefined;
  /** For cards of this shape in place of slides. */
  readonly card?: CardSize | undefined;
  /** Where a brand's path is meant from; absolute. */
  readonly cwd: string;
  /** Told what is not wrong but worth knowing. */
  readonly warn: (warnings: readonly Problem[]) => void;
}

/**
 * A style of the package, in the mode asked for or its own; with a brand on it where a CSS file is named.
 * @throws LecternError STYLE_UNKNOWN with the near misses; USAGE for a mode that the style lacks; CONFIG_INVALID for a brand.
 */
export async function loadStyle(request: StyleRequest): Promise<Style> {
  return isBrand(request.name) ? loadBrand(request) : readKnown(request.name, request, `--style ${request.name}`);
}

/** Absolute paths of the files behind a style that are the user's own. */
export function filesOfStyle(name: string, cwd: string): readonly string[] {
  return isBrand(name) ? [resolve(cwd, name)] : [];
}

function isBrand(name: string): boolean {
  return name.toLowerCase().endsWith('.css');
}

async function readKnown(name: string, shape: StyleShape, where: string): Promise<Style> {
  const names = await readStyleNames();
  if (!names.includes(name)) {
    const near = didYouMean(nearNames(name, names));
    const hint = `${near} The styles are: ${names.join(', ')}. (A subject is a theme: --theme.)`.trim();
    throw new LecternError('STYLE_UNKNOWN', `${where}: there is no such style`, { hint });
  }
  return readStyle(name, shape);
}

async function loadBrand({ name, cwd, warn, ...shape }: StyleRequest): Promise<Style> {
  // Loaded where a brand is: parsers of CSS, colours and fonts are heavy.
  const [{ parseBrand, BRAND_PROPERTIES }, { checkBrand }, { applyBrand }, { cutFonts }] = await Promise.all([
    import('./brand/parse-brand.ts'),
    import('./brand/check-brand.ts'),
    import('./brand/apply-brand.ts'),
    import('./brand/cut-fonts.ts'),
  ]);
  const css = decodeText(await readText(name, cwd, LARGEST_SMALL_FILE), name);
  const brand = parseBrand(css, name, (property) => didYouMean(nearNames(property, BRAND_PROPERTIES)));
  const problems = checkBrand(brand);
  if (problems.some((problem) => severityOf(problem) === 'error')) {
    const hint = 'Nothing was written. Mend the lines above: text needs 4.5:1 wherever it stands.';
    throw new LecternError('CONFIG_INVALID', `${name}: colours that cannot be read`, { hint, problems });
  }
  warn(problems);
  const style = await readKnown(brand.style, shape, `${name}: --b-style ${brand.style}`);
  return applyBrand(style, brand, readBrandFiles(brand, cwd), cutFonts);
}
