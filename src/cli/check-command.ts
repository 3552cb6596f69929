import { findLibrary } from '../files/find-library.ts';
import type { CheckedLibrary } from '../load-library.ts';
import { checkLibrary, loadLibrary, loadThemes } from '../load-library.ts';
import type { Problem, Severity } from '../model/problem.ts';
import { severityOf } from '../model/problem.ts';
import { BUILT_IN } from '../model/recipe.ts';
import type { Theme } from '../model/theme.ts';
import { checkContent } from '../parse/check-content.ts';
import { checkUnusedThemes } from '../parse/check-unused-themes.ts';
import { suggestThemes } from '../parse/suggest-themes.ts';
import type { CommandContext } from './command-context.ts';
import { displayPath } from './display-path.ts';
import { openRecipe } from './open-recipe.ts';
import { sentenceOf } from './problem-sentences.ts';
import { problemLines } from './report.ts';
import { showControls, toJson } from './show-controls.ts';
import { WHY } from './take-library.ts';
import { warnOfSplits } from './warn-of-splits.ts';

interface CheckedFile extends CheckedLibrary {
  readonly file: string;
}

/** `lectern check [library…]`: exit code 3 when something is wrong, with `--strict` also when there are warnings. */
export async function runCheck(context: CommandContext): Promise<number> {
  const { settings, io, report } = context;
  const themes = await loadThemes();
  const style = { name: settings.text('style') ?? 'folio', cwd: io.cwd };
  const checked: CheckedFile[] = [];
  for (const named of await filesToCheck(context)) {
    // Of a recipe, the library is what can be right or wrong.
    const { libraries } = await openRecipe([named], context);
    const { file } = await findLibrary(libraries[0], io);
    const found = await checkLibrary(file, { cwd: io.cwd, themes });
    const splits = found.library ? await warnOfSplits(found.library, file, style) : [];
    const doubts = found.library ? checkContent(found.library, file) : [];
    checked.push({ ...found, file, problems: [...found.problems, ...doubts, ...splits] });
  }
  await addUnusedThemes(checked, themes, io.cwd);
  if (settings.flag('json')) {
    report.result(toJson({ files: checked.map(describe) }));
  } else {
    checked.flatMap((file) => linesOf(file, io.cwd)).forEach(report.result);
  }
  const wrong = checked
    .flatMap(({ problems }) => problems)
    .some((problem) => settings.flag('strict') || isError(problem));
  return wrong ? 3 : 0;
}

/** Themes that neither these libraries nor the built-in one use; told with the first that can be read. */
async function addUnusedThemes(checked: CheckedFile[], themes: readonly Theme[], cwd: string): Promise<void> {
  const index = checked.findIndex(({ library }) => library !== undefined);
  const first = checked[index];
  if (first === undefined) return;
  const libraries = checked.flatMap(({ library }) => (library ? [suggestThemes(library, themes).library] : []));
  if (checkUnusedThemes(libraries, themes, first.file).length === 0) return;
  const { library: builtIn } = await loadLibrary(BUILT_IN, { cwd });
  const unused = checkUnusedThemes([...libraries, builtIn], themes, first.file);
  checked[index] = { ...first, problems: [...first.problems, ...unused] };
}

async function filesToCheck({ args, settings, io, report }: CommandContext): Promise<readonly string[]> {
  if (args.length > 0) {
    return args;
  }
  const configLibrary = settings.text('library');
  const { file, why } = await findLibrary(undefined, {
    cwd: io.cwd,
    ...(configLibrary === undefined ? {} : { configLibrary }),
  });
  if (why !== 'named') {
    report.note(`Library: ${displayPath(file, io.cwd)} (${WHY[why]})`);
  }
  return [file];
}

interface ShownProblem {
  readonly severity: Severity;
  readonly code: string;
  readonly line: number;
  readonly message: string;
}

/** One file as `check --json` gives it; its shape is published. */
function describe(checked: CheckedFile): {
  file: string;
  parts: number;
  lessons: number;
  problems: readonly ShownProblem[];
} {
  const problems = checked.problems.map((problem) => ({
    severity: severityOf(problem),
    code: problem.kind,
    line: problem.line,
    message: showControls(sentenceOf(problem).message),
  }));
  return { file: checked.file, ...countsOf(checked), problems };
}

function linesOf(checked: CheckedFile, cwd: string): readonly string[] {
  const { parts, lessons } = countsOf(checked);
  const errors = checked.problems.filter(isError).length;
  const warnings = checked.problems.length - errors;
  const counts = [
    countOf(parts, 'part'),
    countOf(lessons, 'lesson'),
    countOf(errors, 'problem'),
    countOf(warnings, 'warning'),
  ];
  const summary = showControls(`${displayPath(checked.file, cwd)}: ${counts.join(', ')}`);
  return [...checked.problems.map((problem) => problemLines(problem, cwd)), summary];
}

function countsOf({ library }: CheckedLibrary): {
  parts: number;
  lessons: number;
} {
  const parts = library?.parts ?? [];
  return {
    parts: parts.length,
    lessons: parts.reduce((sum, part) => sum + part.lessons.length, 0),
  };
}

function countOf(count: number, noun: string): string {
  return `${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`;
}

function isError(problem: Problem): boolean {
  return severityOf(problem) === 'error';
}
