import { readLiveAssets } from './files/read-live-assets.ts';
import type { Talk } from './make-talk.ts';
import { slidesOf } from './model/deck.ts';
import type { LiveTalk } from './model/live.ts';
import type { ServeOptions, TalkServer } from './present/serve-talk.ts';
import { renderLiveDeck } from './render/render-deck.ts';
import { renderPlan, renderPresenter } from './render/render-presenter.ts';

/** What is presented, made anew from its files, and which files those are. */
export interface PresentedTalk {
  readonly talk: Talk;
  /** Absolute paths of files and folders; a change in them is an edit. */
  readonly files: readonly string[];
}

export interface PresentOptions extends ServeOptions {
  /** Makes the talk from the files as they are now. */
  readonly make: () => Promise<PresentedTalk>;
  /** An edit is shown. */
  readonly onEdit: () => void;
  /** An edit cannot be shown; gives the lines for the page. The talk before it stays. */
  readonly onProblem: (error: unknown) => readonly string[];
}

/** Editors may be caught in the middle of writing: a broken edit is read once more after this time. ms */
const SECOND_LOOK = 120;

/**
 * Serves a talk, watches its files, and shows every edit in all windows; a broken one leaves the talk as it is.
 * @throws LecternError for what is wrong with the first talk, and ADDRESS_UNUSABLE
 */
export async function presentTalk(options: PresentOptions): Promise<TalkServer> {
  // A server is heavy, and only who presents needs one.
  const [{ serveTalk }, { watchFiles }] = await Promise.all([
    import('./present/serve-talk.ts'),
    import('./files/watch-files.ts'),
  ]);
  const first = await options.make();
  let version = 1;
  const server = await serveTalk(await renderLive(first.talk, version), options);
  let latest = 0;
  const rebuild = async (isSecondLook: boolean): Promise<void> => {
    latest += 1;
    const own = latest;
    try {
      const { talk, files } = await options.make();
      const live = await renderLive(talk, version + 1);
      // A later edit has overtaken this one.
      if (own !== latest) return;
      version += 1;
      watch.add(files);
      server.publish(live);
      options.onEdit();
    } catch (error) {
      if (own !== latest) return;
      if (isSecondLook) server.tellProblems(options.onProblem(error));
      else retry = setTimeout(() => void rebuild(true), SECOND_LOOK);
    }
  };
  let retry: NodeJS.Timeout | undefined;
  const watch = watchFiles(first.files, () => {
    clearTimeout(retry);
    void rebuild(false);
  });
  // Whoever has the addresses may edit at once.
  await watch.ready;
  return {
    ...server,
    close: async () => {
      clearTimeout(retry);
      latest += 1;
      await Promise.all([watch.close(), server.close()]);
    },
  };
}

async function renderLive({ deck, style, assets }: Talk, version: number): Promise<LiveTalk> {
  const live = { ...assets, live: { ...readLiveAssets(), version } };
  const [page, presenter] = await Promise.all([renderLiveDeck(deck, style, live), renderPresenter(deck, style, live)]);
  return {
    version,
    deck: page,
    presenter,
    plan: renderPlan(deck),
    slides: slidesOf(deck).map((slide) => slide.anchor),
  };
}
