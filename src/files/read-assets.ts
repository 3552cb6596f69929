import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PageAssets, RevealFiles, TemplateSource } from '../model/assets.ts';
import { findPackageRoot } from './find-package-root.ts';

/**
 * Everything of the package's own that pages are made from, about 400 kB in some thirty files. Read one after the other: for
 * small files that is several times faster than promises.
 */
export async function readAssets(): Promise<PageAssets> {
  const { folder, version } = findPackageRoot();
  const templates = join(folder, 'templates');
  const prepared = await readPrepared(folder);
  return {
    templates: readTemplates(templates, prepared.templates),
    baseStyle: readFileSync(join(templates, 'base.css'), 'utf8'),
    handoutStyle: readFileSync(join(templates, 'handout.css'), 'utf8'),
    posterStyle: readFileSync(join(templates, 'poster.css'), 'utf8'),
    farSlides: readFileSync(join(templates, 'far-slides.js'), 'utf8'),
    script: readFileSync(join(templates, 'deck.js'), 'utf8'),
    reveal: readReveal(folder),
    icons: prepared.icons,
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

function readTemplates(folder: string, compiled: ReadonlyMap<string, object>): ReadonlyMap<string, TemplateSource> {
  const files = ['', 'slides', 'partials', 'handout'].flatMap((part) => namesIn(folder, part));
  return new Map(
    files.map((file) => {
      const text = readFileSync(join(folder, `${file}.hbs`), 'utf8');
      const spec = compiled.get(createHash('sha256').update(text).digest('hex'));
      return [file, spec === undefined ? { text } : { text, compiled: spec }];
    }),
  );
}

/** Templates of one folder by their paths below `templates/`, without extension. */
function namesIn(folder: string, part: string): readonly string[] {
  const names = readdirSync(join(folder, part)).filter((name) => name.endsWith('.hbs'));
  return names.sort().map((name) => `${part === '' ? '' : `${part}/`}${name.slice(0, -'.hbs'.length)}`);
}

function readReveal(root: string): RevealFiles {
  const own = join(root, 'node_modules/reveal.js/dist');
  // Beside us where Lectern is the project; elsewhere npm may have put it higher up.
  const dist = existsSync(own) ? own : dirname(createRequire(join(root, 'package.json')).resolve('reveal.js'));
  const read = (file: string): string => readFileSync(join(dist, file), 'utf8');
  return {
    script: read('reveal.js'),
    style: read('reveal.css'),
    reset: read('reset.css'),
    notes: read('plugin/notes.js'),
    search: read('plugin/search.js'),
    zoom: read('plugin/zoom.js'),
  };
}
