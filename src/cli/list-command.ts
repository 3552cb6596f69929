import { LecternError } from '../errors.ts';
import { readStyleNames } from '../files/read-styles.ts';
import type { Selection } from '../model/selection.ts';
import { didYouMean, nearNames } from '../select/near-names.ts';
import { selectLessons } from '../select/select-lessons.ts';
import type { CommandContext } from './command-context.ts';
import { formatTable } from './format-table.ts';
import type { Listing } from './listings.ts';
import { listLessons, listParts, listSources, listStyles, listThemes } from './listings.ts';
import { openRecipe } from './open-recipe.ts';
import { showControls, toJson } from './show-controls.ts';
import { takeLibrary } from './take-library.ts';

const LISTINGS = {
  lessons: listLessons,
  parts: listParts,
  themes: listThemes,
  sources: listSources,
} as const satisfies Readonly<Record<string, (selection: Selection) => Listing>>;

type What = keyof typeof LISTINGS | 'styles';
const WHATS: readonly What[] = ['lessons', 'parts', 'themes', 'sources', 'styles'];

/** `lectern list [what] [library…]`. */
export async function runList(context: CommandContext): Promise<number> {
  const { what, libraries } = readArguments(context.args);
  const listing = what === 'styles' ? await listStyles() : LISTINGS[what](await selectFrom(libraries, context));
  print(listing, context);
  return 0;
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
  return /[./\\]/.test(word);
}

function print({ head, rows, json }: Listing, { settings, io, report }: CommandContext): void {
  if (settings.flag('json')) {
    report.result(toJson(json));
    return;
  }
  const cells = rows.map((row) => row.map((cell) => showControls(cell)));
  report.result(formatTable(head, cells, io.stdout.isTTY === true ? (io.stdout.columns ?? 80) : undefined));
}
