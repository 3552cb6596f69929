import { LecternError } from '../errors.ts';
import { readStyleNames } from '../files/read-styles.ts';
import { lessonsOf } from '../model/library.ts';
import { BUILT_IN } from '../model/recipe.ts';
import type { Selection } from '../model/selection.ts';
import { didYouMean, nearNames } from '../select/near-names.ts';
import { selectLessons } from '../select/select-lessons.ts';
import type { CommandContext } from './command-context.ts';
import { formatTable } from './format-table.ts';
import type { Listing } from './listings.ts';
import { listLessons, listParts, listSources, listStyles, listThemes } from './listings.ts';
import { openRecipe } from './open-recipe.ts';
import { isColourful } from './report.ts';
import { showControls, toJson } from './show-controls.ts';
import { takeLibrary } from './take-library.ts';

const LISTINGS = {
  lessons: listLessons,
  parts: listParts,
  themes: listThemes,
  sources: listSources,
} as const satisfies Readonly<Record<string, (selection: Selection) => Listing>>;

export type What = 'lessons' | 'parts' | 'themes' | 'sources' | 'styles';
/** Everything that can be listed. */
export const WHATS: readonly What[] = ['lessons', 'parts', 'themes', 'sources', 'styles'];

/** `lectern list [what] [library…]`. */
export async function runList(context: CommandContext): Promise<number> {
  const { what, libraries } = readArguments(context.args);
  const listing = what === 'styles' ? await listStyles() : await listFrom(what, libraries, context);
  print(listing, context);
  return 0;
}

/** What is listed, and after a search of lessons where the words were found. */
async function listFrom(
  what: keyof typeof LISTINGS,
  libraries: readonly string[],
  context: CommandContext,
): Promise<Listing> {
  const selection = await selectFrom(libraries, context);
  const listing = LISTINGS[what](selection);
  const { search = [] } = selection.criteria;
  if (what !== 'lessons' || search.length === 0) return listing;
  const [{ findTerms }, { excerptHits }] = await Promise.all([
    import('../select/search-lessons.ts'),
    import('./excerpt-hits.ts'),
  ]);
  const found = findTerms(lessonsOf(selection.library), search);
  const excerpts = selection.lessons.map((lesson) =>
    excerptHits(lesson, found.get(lesson.id) ?? new Set(), showControls),
  );
  // In place of the themes, the last column: what was found wants the room.
  const rows = listing.rows.map((row) => row.slice(0, -1));
  return { ...listing, rows, head: [...listing.head.slice(0, -1), 'FOUND'], last: excerpts };
}

async function selectFrom(named: readonly string[], context: CommandContext): Promise<Selection> {
  const { library, themes, criteria } = await takeLibrary(await openRecipe(named, context));
  const selection = await selectLessons(library, themes, criteria, await readStyleNames());
  context.report.selected(selection);
  return selection;
}

/** `lectern list talks.yaml` leaves out what to list, `lectern list parts` the library. */
function readArguments(words: readonly string[]): {
  what: What;
  libraries: readonly string[];
} {
  const [first, ...others] = words;
  const what = WHATS.find((name) => name === first);
  if (what !== undefined) {
    return { what, libraries: others };
  }
  if (first === undefined || looksLikeFile(first)) {
    return { what: 'lessons', libraries: words };
  }
  const near = didYouMean(nearNames(first, WHATS, 1));
  const hint = `${near} Lists are made of ${WHATS.join(', ')}.`.trim();
  throw new LecternError('USAGE', `list ${first}: neither something to list nor a file`, { hint });
}

function looksLikeFile(word: string): boolean {
  return word === BUILT_IN || /[./\\]/.test(word);
}

function print({ head, rows, json, last = [] }: Listing, { settings, io, report }: CommandContext): void {
  if (settings.flag('json')) {
    report.result(toJson(json));
    return;
  }
  const cells = rows.map((row, place) => [...row.map((cell) => showControls(cell)), ...last.slice(place, place + 1)]);
  const table = formatTable(head, cells, io.stdout.isTTY === true ? (io.stdout.columns ?? 80) : undefined);
  const bold = (text: string): string => (isColourful(io.stdout, io.env) ? `\u001b[1m${text}\u001b[22m` : text);
  // The mark that closes may have been cut off with the end of its line.
  report.result(table.replace(/\ufdd0([^\ufdd1\n]*)\ufdd1?/gu, (_, hit: string) => bold(hit)));
}
