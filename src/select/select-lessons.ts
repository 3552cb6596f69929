import { LecternError } from '../errors.ts';
import type { Lesson, Library } from '../model/library.ts';
import { lessonsOf } from '../model/library.ts';
import type { Criteria, Selection, SelectionOrder } from '../model/selection.ts';
import type { Theme } from '../model/theme.ts';
import { matchIds } from './match-ids.ts';
import { matchParts } from './match-parts.ts';
import { matchSources } from './match-sources.ts';
import { matchThemes } from './match-themes.ts';
import { nameSelection } from './name-selection.ts';
import { shuffle } from './shuffle.ts';

/**
 * The lessons that meet the criteria: union within one, intersection between them; of these as many as the limit and the
 * minutes allow. In the order of the library; after a search best first, after a shuffle as its seed deals them.
 * @param styles names of looks, which people look for among the themes
 * @throws LecternError NAME_UNKNOWN or USAGE for a criterion that means nothing in this library; SELECTION_EMPTY.
 */
export async function selectLessons(
  library: Library,
  themes: readonly Theme[],
  criteria: Criteria,
  styles: readonly string[] = [],
): Promise<Selection> {
  checkLimit(criteria.limit);
  // All criteria are understood before any is applied: a misspelt name matters more than an empty selection.
  const steps = await readCriteria(library, themes, criteria, styles);
  const lessons = steps.reduce(applyStep, {
    lessons: lessonsOf(library),
    applied: [],
  }).lessons;
  if (lessons.length === 0) {
    const hint = 'A library needs at least one lesson.';
    throw new LecternError('SELECTION_EMPTY', `${library.name}: the library has no lessons`, { hint });
  }
  const dealt = criteria.shuffle === undefined ? lessons : shuffle(lessons, criteria.shuffle);
  const chosen = await withinLimits(dealt, criteria);
  return {
    library,
    themes,
    lessons: chosen,
    order: orderOf(criteria),
    leftOut: criteria.minutes === undefined ? [] : allBut(lessons, chosen),
    ...planOf(criteria),
    criteria,
    suffix: nameSelection(criteria),
  };
}

/** A length that is asked for now, else that of the recipe. */
function planOf({ minutes, talk, recipe }: Criteria): Pick<Selection, 'minutes' | 'talk'> {
  const length = minutes ?? recipe?.minutes;
  const around = talk ?? recipe?.talk;
  return { ...(length === undefined ? {} : { minutes: length }), ...(around === undefined ? {} : { talk: around }) };
}

async function withinLimits(lessons: readonly Lesson[], criteria: Criteria): Promise<readonly Lesson[]> {
  if (criteria.minutes === undefined) return lessons.slice(0, criteria.limit);
  const { fitMinutes } = await import('./fit-minutes.ts');
  return fitMinutes(lessons, { ...criteria, minutes: criteria.minutes, shuffled: criteria.shuffle !== undefined });
}

function orderOf({ shuffle: seed, search = [], recipe }: Criteria): SelectionOrder {
  if (seed !== undefined) return 'shuffle';
  return search.length > 0 ? 'ranking' : (recipe?.order ?? 'library');
}

function allBut(lessons: readonly Lesson[], chosen: readonly Lesson[]): readonly Lesson[] {
  const taken = new Set(chosen);
  return lessons.filter((lesson) => !taken.has(lesson));
}

/** One criterion, understood. `keep` holds ids; when `ranked`, in the order they are wanted. */
interface Step {
  readonly option: string;
  readonly keep: ReadonlySet<string>;
  readonly ranked: boolean;
}

interface Progress {
  readonly lessons: readonly Lesson[];
  /** The options that led here. */
  readonly applied: readonly string[];
}

async function readCriteria(
  library: Library,
  themes: readonly Theme[],
  criteria: Criteria,
  styles: readonly string[],
): Promise<readonly Step[]> {
  const lessons = lessonsOf(library);
  const { part = [], theme = [], lesson = [], source = [], search = [], exclude = [], recipe } = criteria;
  const steps: (Step | undefined)[] = [
    recipe && { option: 'the recipe', keep: new Set(recipe.ids), ranked: recipe.order !== 'library' },
    readStep('--part', part, (values) => matchParts(library.parts, values)),
    readStep('--theme', theme, (values) => matchThemes(lessons, themes, values, styles)),
    readStep('--lesson', lesson, (values) => matchIds('--lesson', lessons, values)),
    readStep('--source', source, (values) => matchSources(library, values)),
    readStep('--exclude', exclude, (values) => idsBut(lessons, matchIds('--exclude', lessons, values))),
  ];
  if (search.length > 0) {
    const { searchLessons } = await import('./search-lessons.ts');
    const found = readStep('--search', search, (values) => searchLessons(lessons, values));
    steps.splice(5, 0, found && { ...found, ranked: true });
  }
  return steps.filter((step) => step !== undefined);
}

function readStep(
  option: string,
  values: readonly string[],
  match: (values: readonly string[]) => ReadonlySet<string>,
): Step | undefined {
  return values.length === 0
    ? undefined
    : {
        option: `${option} ${values.join(',')}`,
        keep: match(values),
        ranked: false,
      };
}

function applyStep({ lessons, applied }: Progress, step: Step): Progress {
  const kept = lessons.filter((lesson) => step.keep.has(lesson.id));
  if (kept.length === 0) {
    throw nothingLeft(step.option, lessons.length, applied);
  }
  return {
    lessons: step.ranked ? inOrderOf(step.keep, kept) : kept,
    applied: [...applied, step.option],
  };
}

function inOrderOf(ids: ReadonlySet<string>, lessons: readonly Lesson[]): readonly Lesson[] {
  const byId = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  return [...ids].flatMap((id) => byId.get(id) ?? []);
}

function idsBut(lessons: readonly Lesson[], excluded: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(lessons.map((lesson) => lesson.id).filter((id) => !excluded.has(id)));
}

function nothingLeft(option: string, count: number, applied: readonly string[]): LecternError {
  const before = count === 1 ? '1 lesson' : `${count} lessons`;
  const where = applied.length === 0 ? `the library's ${before}` : `the ${before} left by ${applied.join(' ')}`;
  const hint = `Leave out or widen ${option}${applied.length === 0 ? '' : ', or what stands before it'}.`;
  return new LecternError('SELECTION_EMPTY', `${option}: leaves nothing of ${where}`, { hint });
}

function checkLimit(limit: number | undefined): void {
  if (limit !== undefined && (!Number.isSafeInteger(limit) || limit < 1)) {
    const hint = 'Write a whole number, 1 or more.';
    throw new LecternError('USAGE', `--limit ${limit}: not a number of lessons`, { hint });
  }
}
