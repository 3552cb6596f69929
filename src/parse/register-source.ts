import type { Source } from '../model/library.ts';
import type { Problem } from '../model/problem.ts';
import { ALLOWED_LINK } from './library-schema.ts';
import type { Citation } from './parse-citation.ts';

/** Adds a source that a lesson cites to those known; its first link counts. Returns what is wrong with the link. */
export function registerSource(
  sources: Map<string, Source>,
  { name, url }: Citation,
  at: { readonly file: string; readonly line: number },
): readonly Problem[] {
  const known = sources.get(name);
  if (url === undefined) {
    if (known === undefined) sources.set(name, { name });
  } else if (!ALLOWED_LINK.test(url)) {
    return [{ kind: 'link-not-allowed', ...at, details: { where: name, url: url.slice(0, 60) } }];
  } else if (known?.url === undefined) {
    sources.set(name, { ...known, name, url });
  } else if (known.url !== url) {
    return [{ kind: 'link-ignored', ...at, details: { name, url, kept: known.url } }];
  }
  return [];
}
