import { join, resolve } from 'node:path';
import { writeBrand } from '../brand/write-brand.ts';
import { LecternError } from '../errors.ts';
import { findPackageRoot } from '../files/find-package-root.ts';
import { isFile } from '../files/is-file.ts';
import { readAssets } from '../files/read-assets.ts';
import { readStyle } from '../files/read-style.ts';
import { readStyles } from '../files/read-styles.ts';
import { writeOutput } from '../files/write-output.ts';
import { didYouMean, nearNames } from '../select/near-names.ts';
import type { InitAnswers } from './ask-init.ts';
import type { CommandContext } from './command-context.ts';
import { displayPath } from './display-path.ts';
import type { OptionName } from './option-kinds.ts';
import { IGNORE_FILE, type StarterFile, starterFiles } from './starter-files.ts';

/** `lectern init [folder]`: a library with its configuration, brand and workflow; overwrites nothing. */
export async function runInit(context: CommandContext): Promise<number> {
  const { args, io, report } = context;
  const folder = resolve(io.cwd, args[0] ?? '.');
  // Before anything is asked: nobody answers questions for nothing.
  await checkFree(folder, starterFiles({ title: '', subject: '', style: '', brand: '', version: '' }));
  const answers = await readAnswers(context);
  if (answers === undefined) return CANCELLED;
  const styles = await readStyles();
  const { defaultMode } = styles.find(({ name }) => name === answers.style) ?? { defaultMode: 'light' };
  const css = `${(await readAssets()).baseStyle}\n${(await readStyle(answers.style)).css}`;
  const brand = writeBrand({ name: answers.style, defaultMode, css });
  const files = starterFiles({ ...answers, brand, version: findPackageRoot().version });
  for (const { path, text } of files) {
    const file = join(folder, path);
    if (path === IGNORE_FILE && (await isFile(file))) {
      report.note(`${displayPath(file, io.cwd)} is kept; add ${text.trim().split('\n').join(' and ')} to it.`);
      continue;
    }
    io.takeOverStops();
    await writeOutput(file, text, { force: false });
    report.written(file);
  }
  const change = folder === io.cwd ? '' : `cd ${displayPath(folder, io.cwd)} && `;
  report.note(`Next: ${change}lectern present. Then put your own lessons into data/lessons.yaml.`);
  return 0;
}

/** As for a run that was stopped: clack takes Ctrl-C for an answer. */
const CANCELLED = 130;

/** @throws LecternError FILE_NOT_OURS naming everything that is in the way */
async function checkFree(folder: string, files: readonly StarterFile[]): Promise<void> {
  const wanted = files.map(({ path }) => path).filter((path) => path !== IGNORE_FILE);
  const there = await Promise.all(wanted.map((path) => isFile(join(folder, path))));
  const taken = wanted.filter((_, place) => there[place]);
  if (taken.length === 0) return;
  const hint = 'Nothing was written. Name another folder: lectern init <folder>.';
  throw new LecternError('FILE_NOT_OURS', `${folder}: there already is ${taken.join(', ')}`, { hint });
}

async function readAnswers(context: CommandContext): Promise<InitAnswers | undefined> {
  const { settings, io } = context;
  const typed = (name: OptionName): string | undefined => (settings.typed(name) ? settings.text(name) : undefined);
  const [subject, title, style] = [typed('subject'), typed('title'), typed('style')];
  const styles = await readStyles();
  if (style !== undefined)
    checkStyle(
      style,
      styles.map(({ name }) => name),
    );
  const isComplete = subject !== undefined && title !== undefined && style !== undefined;
  if (io.terminal !== undefined && !settings.flag('yes') && !isComplete) {
    // Loaded where somebody is asked.
    const { askInit } = await import('./ask-init.ts');
    const given = { ...(subject && { subject }), ...(title && { title }), ...(style && { style }) };
    return askInit(given, styles, io.terminal);
  }
  const whose = subject ?? 'our team';
  return { subject: whose, title: title ?? `Lessons from ${whose}`, style: style ?? 'folio' };
}

function checkStyle(style: string, names: readonly string[]): void {
  if (names.includes(style)) return;
  const hint = `${didYouMean(nearNames(style, names))} The styles are: ${names.join(', ')}.`.trim();
  throw new LecternError('STYLE_UNKNOWN', `--style ${style}: there is no such style`, { hint });
}
