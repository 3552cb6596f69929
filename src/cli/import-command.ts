import { resolve } from 'node:path';
import { LecternError } from '../errors.ts';
import { writeOutput } from '../files/write-output.ts';
import { curateDocument, type ImportedDocument, importDocument } from '../import-document.ts';
import { safeFileName } from '../model/file-name.ts';
import { IMPORT_FORMS } from '../model/imported.ts';
import { lessonsOf } from '../model/library.ts';
import { fileStem } from '../parse/file-stem.ts';
import { TABLE_FIELDS } from '../parse/find-columns.ts';
import { didYouMean, nearNames } from '../select/near-names.ts';
import type { CommandContext } from './command-context.ts';
import { displayPath } from './display-path.ts';
import { runMerge } from './merge-command.ts';
import type { Report } from './report.ts';

/** `lectern import <document>`: writes a library that people go on editing; exit code 3 when a line cannot be read. */
export async function runImport(context: CommandContext): Promise<number> {
  const { args, settings, io, report } = context;
  const [document = ''] = args;
  const target = readTarget(context, document);
  const imported = await importDocument(document, {
    cwd: io.cwd,
    title: settings.typed('title') ? settings.text('title') : undefined,
    columns: readColumns(settings.texts('columns')),
  });
  report.warnings(imported.warnings);
  if (settings.flag('merge')) return runMerge(imported, target, context);
  tellSuggestions(imported, report);
  const text = curateDocument(imported);
  if (target === '-') {
    report.result(text.trimEnd());
    return 0;
  }
  io.takeOverStops();
  await writeOutput(resolve(io.cwd, target), text, { force: settings.flag('force'), isNew: true });
  report.written(resolve(io.cwd, target));
  tellNext(imported, target, context);
  return 0;
}

/** A configuration's `output` is where decks go: only what is typed counts. */
function readTarget({ settings, io }: CommandContext, document: string): string {
  const typed = settings.typed('output') ? settings.text('output') : undefined;
  const target = typed ?? `data/${safeFileName(fileStem(document))}.yaml`;
  const merges = settings.flag('merge');
  const [lone] = (['prune', 'dry-run'] as const).filter((name) => settings.flag(name));
  if (!merges && lone !== undefined) {
    throw new LecternError('USAGE', `--${lone}: this belongs to --merge`, { hint: 'Add --merge.' });
  }
  if (merges && target === '-') {
    throw new LecternError('USAGE', '--merge: there is no library to merge into', { hint: 'Name it with --output.' });
  }
  if (target !== '-' && !/\.ya?ml$/iu.test(target)) {
    const hint = 'Name a file that ends in .yaml, or - for standard output.';
    throw new LecternError('USAGE', `--output ${target}: a library is written as YAML`, { hint });
  }
  if (resolve(io.cwd, target) === resolve(io.cwd, document)) {
    const hint = 'Name another file with --output.';
    throw new LecternError('USAGE', `${document}: the document would be overwritten by its library`, { hint });
  }
  return target;
}

function readColumns(typed: readonly string[]): ReadonlyMap<string, string> {
  const pairs = typed.flatMap((text) => text.split(',')).filter((pair) => pair.trim() !== '');
  return new Map(
    pairs.map((pair) => {
      const [field = '', ...name] = pair.split('=').map((piece) => piece.trim());
      if (!TABLE_FIELDS.some((known) => known === field) || name.join('=') === '') {
        const near = didYouMean(nearNames(field, TABLE_FIELDS));
        const hint =
          name.length > 0 && near !== '' ? near : `Write field=column, with a field of ${TABLE_FIELDS.join(', ')}.`;
        throw new LecternError('USAGE', `--columns ${pair.trim()}: this names no field of a lesson`, { hint });
      }
      return [field, name.join('=')];
    }),
  );
}

function tellSuggestions({ suggestions }: ImportedDocument, report: Report): void {
  const themes = new Map<string, { lessons: number; words: Set<string> }>();
  for (const { theme, words } of [...suggestions.values()].flat()) {
    const told = themes.get(theme) ?? { lessons: 0, words: new Set() };
    told.lessons += 1;
    for (const word of words) told.words.add(word);
    themes.set(theme, told);
  }
  for (const [theme, { lessons, words }] of [...themes].sort(([, a], [, b]) => b.lessons - a.lessons)) {
    const shown = [...words].slice(0, 8).join(', ');
    report.note(
      `Theme ${theme}: suggested for ${lessons === 1 ? '1 lesson' : `${lessons} lessons`} (${shown}${words.size > 8 ? ', …' : ''})`,
    );
  }
}

function tellNext(
  { form, library, guessedTopics }: ImportedDocument,
  target: string,
  { io, report }: CommandContext,
): void {
  const [parts, lessons] = [library.parts.length, lessonsOf(library).length];
  const counts = `${parts === 1 ? '1 part' : `${parts} parts`}, ${lessons === 1 ? '1 lesson' : `${lessons} lessons`}`;
  if (guessedTopics.size > 0) {
    const topics = guessedTopics.size === 1 ? '1 topic was' : `${guessedTopics.size} topics were`;
    report.note(`${topics} made of the quote’s first words; a comment in the library marks them.`);
  }
  report.note(`Read as ${IMPORT_FORMS[form]}: ${counts}. The deck: lectern build ${displayPath(target, io.cwd)}`);
}
