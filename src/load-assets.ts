import { basename } from 'node:path';
import { LecternError } from './errors.ts';
import { readAssets } from './files/read-assets.ts';
import { readTemplateFolder, type TemplateFile } from './files/read-template-folder.ts';
import type { PageAssets } from './model/assets.ts';
import { didYouMean, nearNames } from './select/near-names.ts';

/** CSS of the package that a file of the same name stands in for. */
export const OWN_STYLES = {
  'base.css': 'baseStyle',
  'handout.css': 'handoutStyle',
  'poster.css': 'posterStyle',
} as const;

/**
 * What pages are made from: the package's own files, and in their places those of the same names in a folder.
 * @param folder absolute
 * @throws LecternError FILE_UNREADABLE; TEMPLATE_INVALID for a file that stands for nothing, or holds what it must not.
 */
export async function loadAssets(folder?: string): Promise<PageAssets> {
  const assets = await readAssets();
  if (folder === undefined) return assets;
  const files = readTemplateFolder(folder).map((file) => ({ ...file, file: `${basename(folder)}/${file.name}` }));
  const names = [...[...assets.templates.keys()].map((name) => `${name}.hbs`), ...Object.keys(OWN_STYLES)];
  for (const { name, file } of files) {
    if (!names.includes(name)) throw unknownFile(file, name, names);
  }
  const templates = files.filter(({ name }) => name.endsWith('.hbs'));
  const styles = files.flatMap((file) => readStyle(file));
  if (templates.length === 0) return { ...assets, ...Object.fromEntries(styles) };
  // Parsing wants the compiler, which only templates of one's own need.
  const { replaceTemplates } = await import('./render/own-templates.ts');
  const own = templates.map(({ name, ...file }) => ({ ...file, name: name.slice(0, -'.hbs'.length) }));
  return { ...assets, ...Object.fromEntries(styles), templates: replaceTemplates(assets.templates, own) };
}

function unknownFile(file: string, name: string, names: readonly string[]): LecternError {
  const [near] = nearNames(name, names, 1);
  const sameEnd = names.find((known) => known.endsWith(`/${basename(name)}`));
  const hint =
    `${didYouMean([sameEnd ?? near ?? ''].filter(Boolean))} \`lectern eject\` lists what can be replaced.`.trim();
  return new LecternError('TEMPLATE_INVALID', `${file}: no template has this name`, { hint });
}

type StyleName = (typeof OWN_STYLES)[keyof typeof OWN_STYLES];

function readStyle({ name, text, file }: TemplateFile & { readonly file: string }): readonly [StyleName, string][] {
  const entry = Object.entries(OWN_STYLES).find(([known]) => known === name);
  if (entry === undefined) return [];
  const fault = /<\/style|@import\b|url\(\s*["']?(?!data:)/iu.exec(text);
  if (fault === null) return [[entry[1], text]];
  const line = text.slice(0, fault.index).split('\n').length;
  throw new LecternError('TEMPLATE_INVALID', `${file}:${line}: ${fault[0]} cannot stand in a deck`, {
    hint: 'A deck is one file that fetches nothing: write url(data:…), or take it out.',
  });
}
