import { LecternError } from './errors.ts';
import { readStyle } from './files/read-style.ts';
import { readStyleNames } from './files/read-styles.ts';
import type { Mode, Style } from './model/style.ts';
import { didYouMean, nearNames } from './select/near-names.ts';

/**
 * A style of the package, in the mode asked for or its own.
 * @throws LecternError STYLE_UNKNOWN with the near misses; USAGE for a mode that the style lacks.
 */
export async function loadStyle(name: string, mode?: Mode): Promise<Style> {
  const names = await readStyleNames();
  if (!names.includes(name)) {
    const near = didYouMean(nearNames(name, names));
    const hint = `${near} The styles are: ${names.join(', ')}. (A subject is a theme: --theme.)`.trim();
    throw new LecternError('STYLE_UNKNOWN', `--style ${name}: there is no such style`, { hint });
  }
  return readStyle(name, mode);
}
