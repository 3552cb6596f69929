import { join, resolve } from 'node:path';
import { writeBrand } from '../brand/write-brand.ts';
import { LecternError } from '../errors.ts';
import { readAssets } from '../files/read-assets.ts';
import { readStyle } from '../files/read-style.ts';
import { readStyles } from '../files/read-styles.ts';
import { writeOutput } from '../files/write-output.ts';
import { OWN_STYLES } from '../load-assets.ts';
import { didYouMean, nearNames } from '../select/near-names.ts';
import type { CommandContext } from './command-context.ts';
import { displayPath } from './display-path.ts';
import { formatTable } from './format-table.ts';

/** Something of the package's that can be copied to start from. */
export interface Original {
  /** As it is asked for: `slides/lesson`, `base.css`, `folio`. */
  readonly name: string;
  readonly kind: 'template' | 'CSS' | 'style';
  readonly use: string;
  /** Where the copy goes, below the folder. */
  readonly file: string;
  readonly folder: string;
  readonly read: () => Promise<string>;
}

/** `lectern eject [what]`: copies a template or a style to start from; without `what`, lists what there is. */
export async function runEject({ args, settings, io, report }: CommandContext): Promise<number> {
  const originals = await findOriginals();
  const [what] = args;
  if (what === undefined) {
    const rows = originals.map(({ name, kind, use }) => [name, kind, use]);
    report.result(
      formatTable(['NAME', 'KIND', 'WHAT IT MAKES'], rows, io.stdout.isTTY ? (io.stdout.columns ?? 80) : undefined),
    );
    return 0;
  }
  const original = originals.find(({ name }) => name === what || name === what.replace(/\.hbs$/u, ''));
  if (original === undefined)
    throw unknown(
      what,
      originals.map(({ name }) => name),
    );
  const named = settings.typed('output') ? settings.text('output') : undefined;
  const folder = resolve(io.cwd, named ?? original.folder);
  const path = join(folder, original.file);
  io.takeOverStops();
  await writeOutput(path, await original.read(), { force: settings.flag('force') });
  report.written(path);
  const shown = displayPath(original.kind === 'style' ? path : folder, io.cwd);
  report.note(`Edit it, and see it: lectern present --${original.kind === 'style' ? 'style' : 'templates'} ${shown}`);
  return 0;
}

/** Everything that can be copied. */
export async function findOriginals(): Promise<readonly Original[]> {
  const assets = await readAssets();
  const templates = [...assets.templates].map(([name, { text }]): Original => {
    const read = async (): Promise<string> => text;
    return { name, kind: 'template', use: useOf(name), file: `${name}.hbs`, folder: 'templates', read };
  });
  const sheets = Object.entries(OWN_STYLES).map(([name, field]): Original => {
    const read = async (): Promise<string> => assets[field];
    return { name, kind: 'CSS', use: USES[name] ?? '', file: name, folder: 'templates', read };
  });
  const styles = (await readStyles()).map(({ name, title, defaultMode }): Original => {
    const use = `a brand with the colours of ${title}`;
    const read = async (): Promise<string> =>
      writeBrand({ name, defaultMode, css: `${assets.baseStyle}\n${(await readStyle(name)).css}` });
    return { name, kind: 'style', use, file: `${name}-brand.css`, folder: '.', read };
  });
  return [...templates, ...sheets, ...styles];
}

/** What people call what a template makes. */
const USES: Readonly<Record<string, string>> = {
  deck: 'the deck’s page, on screen',
  print: 'the page that the deck’s PDF is printed from',
  handout: 'the handout’s pages',
  poster: 'the poster',
  presenter: 'the presenter page of a live talk',
  'base.css': 'CSS of every deck, in every style',
  'handout.css': 'CSS of handouts',
  'poster.css': 'CSS of posters',
};

function useOf(name: string): string {
  const [folder = '', file = ''] = name.split('/');
  if (file === '') return USES[name] ?? 'a page';
  const what = file.replaceAll('-', ' ');
  return { slides: `the ${what} slide`, partials: `${what}, wherever it stands` }[folder] ?? `${what} of the ${folder}`;
}

function unknown(what: string, names: readonly string[]): LecternError {
  const sameEnd = names.filter((name) => name.endsWith(`/${what}`));
  const near = didYouMean(sameEnd.length > 0 ? sameEnd : nearNames(what, names, 1));
  const hint = `${near} \`lectern eject\` lists what there is.`.trim();
  return new LecternError('NAME_UNKNOWN', `eject ${what}: there is no such template or style`, { hint });
}
