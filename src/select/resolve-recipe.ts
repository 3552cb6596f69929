import { LecternError } from '../errors.ts';
import { type Lesson, type Library, lessonsOf } from '../model/library.ts';
import type { Recipe, RecipeChange, RecipeLesson } from '../model/recipe.ts';

export interface ResolvedRecipe {
  /** Ids of the recipe's lessons as the library numbers them now, in the recipe's order. */
  readonly ids: readonly string[];
  /** What changed since it was saved. */
  readonly changes: readonly RecipeChange[];
}

/**
 * Finds the lessons of a recipe in a library that has changed since: by the words of the quote, wherever the lesson stands now;
 * where those were edited, by its topic and source, if no other lesson has both. Linear in lessons.
 *
 * @param file the recipe's, as the user named it
 * @throws LecternError NAME_UNKNOWN naming every lesson that is gone
 */
export function resolveRecipe(recipe: Recipe, library: Library, file: string): ResolvedRecipe {
  const lessons = lessonsOf(library);
  const byId = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  const byQuote = new Map(lessons.toReversed().map((lesson) => [lesson.quote, lesson]));
  const byTitle = groupByTitle(lessons);
  const find = (saved: RecipeLesson): Lesson | undefined => {
    const same = byId.get(saved.id);
    if (same?.quote === saved.quote) return same;
    return byQuote.get(saved.quote) ?? (same?.topic === saved.topic ? same : onlyOne(byTitle.get(titleOf(saved))));
  };
  const found = recipe.lessons.map((saved) => ({ saved, lesson: find(saved) }));
  const gone = found.filter(({ lesson }) => lesson === undefined).map(({ saved }) => saved);
  if (gone.length > 0) throw lessonsGone(gone, library, file);
  return {
    ids: [...new Set(found.flatMap(({ lesson }) => lesson?.id ?? []))],
    changes: found.flatMap(({ saved, lesson }) => (lesson ? changesOf(saved, lesson) : [])),
  };
}

function groupByTitle(lessons: readonly Lesson[]): ReadonlyMap<string, readonly Lesson[]> {
  const groups = new Map<string, Lesson[]>();
  for (const lesson of lessons) {
    const group = groups.get(titleOf(lesson));
    if (group) group.push(lesson);
    else groups.set(titleOf(lesson), [lesson]);
  }
  return groups;
}

function titleOf({ topic, source }: Pick<Lesson, 'topic' | 'source'>): string {
  return `${topic}\n${source}`;
}

function onlyOne<T>(items: readonly T[] | undefined): T | undefined {
  return items?.length === 1 ? items[0] : undefined;
}

function changesOf(saved: RecipeLesson, lesson: Lesson): readonly RecipeChange[] {
  const { id } = lesson;
  return [
    ...(saved.id === id ? [] : [{ kind: 'moved', id, before: saved.id } as const]),
    ...(saved.quote === lesson.quote ? [] : [{ kind: 'quote', id, before: '' } as const]),
    ...(saved.topic === lesson.topic ? [] : [{ kind: 'topic', id, before: saved.topic } as const]),
    ...(saved.source === lesson.source ? [] : [{ kind: 'source', id, before: saved.source } as const]),
  ];
}

function lessonsGone(gone: readonly RecipeLesson[], library: Library, file: string): LecternError {
  const [first] = gone;
  const named = gone.map(({ id, topic }) => `${id} ${topic}`).join(', ');
  const hint = 'Take their lines out of the recipe, or choose anew and save it with --save.';
  return new LecternError('NAME_UNKNOWN', `${file}:${first?.line}: no longer in ${library.title}: ${named}`, { hint });
}
