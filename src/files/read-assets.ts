import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PageAssets, RevealFiles, TemplateSource } from '../model/assets.ts';
import { findPackageRoot } from './find-package-root.ts';

/** Everything of the package's own that pages are made from. Reads about 400 kB. */
export async function readAssets(): Promise<PageAssets> {
  const { folder, version } = findPackageRoot();
  const templates = join(folder, 'templates');
  const [compiled, baseStyle, script, reveal] = await Promise.all([
    readPrepared(folder),
    readFile(join(templates, 'base.css'), 'utf8'),
    readFile(join(templates, 'deck.js'), 'utf8'),
    readReveal(folder),
  ]);
  return {
    templates: await readTemplates(templates, compiled.templates),
    baseStyle,
    script,
    reveal,
    icons: compiled.icons,
    generator: `Lectern ${version}`,
  };
}

interface Prepared {
  /** Precompiled templates by the SHA-256 of their text: an edited template is compiled anew. */
  readonly templates: ReadonlyMap<string, object>;
  readonly icons: ReadonlyMap<string, string>;
}

/** What the build prepared, see `scripts/build.mjs`; without a build, templates are compiled as they are used. */
async function readPrepared(folder: string): Promise<Prepared> {
  try {
    const prepared: {
      templates: Record<string, object>;
      icons: Record<string, string>;
    } = await import(pathToFileURL(join(folder, 'dist/prepared.js')).href);
    return {
      templates: new Map(Object.entries(prepared.templates)),
      icons: new Map(Object.entries(prepared.icons)),
    };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error;
    return { templates: new Map(), icons: new Map() };
  }
}

async function readTemplates(
  folder: string,
  compiled: ReadonlyMap<string, object>,
): Promise<ReadonlyMap<string, TemplateSource>> {
  const entries = await readdir(folder, { recursive: true });
  const files = entries.filter((entry) => entry.endsWith('.hbs')).sort();
  const sources = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(folder, file), 'utf8');
      const spec = compiled.get(createHash('sha256').update(text).digest('hex'));
      const name = relative('.', file)
        .split(sep)
        .join('/')
        .replace(/\.hbs$/u, '');
      return [name, spec === undefined ? { text } : { text, compiled: spec }] as const;
    }),
  );
  return new Map(sources);
}

async function readReveal(root: string): Promise<RevealFiles> {
  const dist = dirname(createRequire(join(root, 'package.json')).resolve('reveal.js'));
  const read = (file: string): Promise<string> => readFile(join(dist, file), 'utf8');
  const [script, style, reset, notes, search, zoom] = await Promise.all([
    read('reveal.js'),
    read('reveal.css'),
    read('reset.css'),
    read('plugin/notes.js'),
    read('plugin/search.js'),
    read('plugin/zoom.js'),
  ]);
  return { script, style, reset, notes, search, zoom };
}
