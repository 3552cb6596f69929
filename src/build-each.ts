import { exportWith } from './build-talk.ts';
import type { Printer } from './export/printer.ts';
import { readStyleNames } from './files/read-styles.ts';
import type { LoadedLibrary } from './load-library.ts';
import { composeTalk, type Look, loadLook } from './make-talk.ts';
import type { BuildOptions } from './model/build-options.ts';
import type { GroupBy } from './model/selection.ts';
import { type Share, splitCriteria } from './select/split-criteria.ts';
import { createTalkPrinter } from './talk-printer.ts';

/** Talks that are made at the same time. */
const AT_ONCE = 2;

export interface EachOptions extends BuildOptions {
  readonly each: GroupBy;
  /** Told of each talk when it is done, or failed. */
  readonly onTalk?: (made: MadeTalk, count: { readonly done: number; readonly of: number }) => void;
}

/** What became of one talk of several. */
export interface MadeTalk {
  /** `Part 3, Zero Trust`. */
  readonly title: string;
  /** Absolute paths of its files, in the order of the formats; where it failed, of those written before. */
  readonly paths: readonly string[];
  /** Why there are no more. */
  readonly error?: unknown;
}

/**
 * A talk for each part, or theme, with one browser for all; one that fails does not stop the others. In the order of the library.
 * @throws LecternError for what concerns all of them; the signal's reason when the run is aborted
 */
export async function buildEach(loaded: LoadedLibrary, options: EachOptions): Promise<readonly MadeTalk[]> {
  const { each, report } = options;
  const { shares, left, empty } = await splitCriteria(loaded, options.criteria, {
    each,
    styles: await readStyleNames(),
  });
  if (left.length > 0) report.note(`Without a theme, and so in no talk: ${left.map(({ id }) => id).join(', ')}.`);
  if (empty.length > 0) report.note(`Left out, since nothing of them is chosen: ${empty.join('; ')}.`);
  const look = await loadLook(options);
  const printer = createTalkPrinter(options);
  try {
    return await makeAll(shares, (share) => makeOne({ loaded, look, printer }, share, options), options);
  } finally {
    await printer.close();
  }
}

async function makeAll(
  shares: readonly Share[],
  make: (share: Share) => Promise<MadeTalk>,
  { onTalk, signal }: EachOptions,
): Promise<readonly MadeTalk[]> {
  const made: MadeTalk[] = [];
  let done = 0;
  const queue = shares.entries();
  const makeNext = async (): Promise<void> => {
    for (const [index, share] of queue) {
      const talk = await make(share);
      signal?.throwIfAborted();
      made[index] = talk;
      done += 1;
      onTalk?.(talk, { done, of: shares.length });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, makeNext));
  return made;
}

async function makeOne(
  { loaded, look, printer }: { readonly loaded: LoadedLibrary; readonly look: Look; readonly printer: Printer },
  { title, criteria, suffix }: Share,
  options: EachOptions,
): Promise<MadeTalk> {
  const name = options.name === undefined ? {} : { name: `${options.name}-${suffix}` };
  // Several at once would tell their stages across each other: what is told is that a talk is done.
  const paths: string[] = [];
  const written = (path: string): void => {
    paths.push(path);
    options.report.written(path);
  };
  const own = { ...options, ...name, criteria, report: { ...options.report, progress: () => undefined, written } };
  try {
    await exportWith(printer, await composeTalk(loaded, own, look), own);
    return { title, paths };
  } catch (error) {
    return { title, paths, error };
  }
}
