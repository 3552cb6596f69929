import { resolve } from 'node:path';
import { LecternError } from '../errors.ts';
import { listEditable } from '../files/list-editable.ts';
import { filesOfStyle } from '../load-style.ts';
import { makeTalk } from '../make-talk.ts';
import { type PresentedTalk, presentTalk } from '../present-talk.ts';
import { saveTalk } from '../save-talk.ts';
import type { CommandContext } from './command-context.ts';
import { openFile } from './open-file.ts';
import { openRecipe } from './open-recipe.ts';
import { readTalkOptions } from './read-talk-options.ts';
import { describeFailure } from './report.ts';
import { checkSaving, takeLibrary } from './take-library.ts';

const HOST = '127.0.0.1';
const FIRST_PORT = 4100;

/** `lectern present [library…]`: prints the addresses of the deck and of the presenter page, and serves them until it is stopped. */
export async function runPresent(context: CommandContext): Promise<number> {
  const { settings, io, report } = context;
  const port = readPort(context);
  let isFirst = true;
  const server = await presentTalk({
    host: settings.text('host') ?? HOST,
    ...(port === undefined ? {} : { port }),
    make: async () => {
      const presented = await makePresented(isFirst ? context : await again(context), isFirst);
      isFirst = false;
      return presented;
    },
    onEdit: () => report.note('Edited: shown in every window.'),
    onProblem: (error) => {
      report.failure(error);
      return describeFailure(error, io.cwd);
    },
  });
  try {
    // Whoever reads the addresses may stop the talk at once.
    io.takeOverStops();
    if (port === undefined && server.port !== FIRST_PORT) {
      report.note(`Port ${FIRST_PORT} is taken; this talk is on ${server.port}.`);
    }
    report.note('The deck, and the presenter page with notes, clock and pace. Ctrl-C ends the talk.');
    for (const address of [...server.decks, ...server.presenters]) report.result(address);
    const [deck] = server.decks;
    if (deck !== undefined && settings.flag('open', true) && !(await openFile(deck, io))) {
      report.note('Nothing on this machine opens addresses; open them in a browser yourself.');
    }
    await stopped(io.signal);
  } finally {
    await server.close();
  }
  return 0;
}

/** @param isFirst whether the talk begins: only then is it saved */
async function makePresented(context: CommandContext, isFirst: boolean): Promise<PresentedTalk> {
  const { cwd } = context.io;
  const opened = await openRecipe(context.args, context);
  const given = readTalkOptions(opened.context);
  const loaded = await takeLibrary(opened);
  const options = { ...given, criteria: loaded.criteria };
  const talk = await makeTalk(loaded, options);
  const save = isFirst ? context.settings.text('save') : undefined;
  if (save !== undefined) {
    checkSaving(loaded, save);
    context.io.takeOverStops();
    await saveTalk(talk, options, { file: save, cwd, origin: loaded.origin, force: context.settings.flag('force') });
  }
  const own = opened.context.recipe ? [resolve(cwd, opened.context.recipe.file)] : [];
  return {
    talk,
    files: [
      ...loaded.origins.map(({ file }) => resolve(cwd, file)),
      ...own,
      ...filesOfStyle(options.style, cwd),
      ...listEditable(cwd, context.config, given.templates),
    ],
  };
}

/** The same run with the configuration as it is now. What was said at its start need not be said at every edit. */
async function again(context: CommandContext): Promise<CommandContext> {
  const report = { ...context.report, note: () => {}, warnings: () => {}, selected: () => {} };
  return { ...context, settings: await context.readSettings(), report };
}

function readPort({ settings }: CommandContext): number | undefined {
  const port = settings.count('port');
  if (port !== undefined && port > 65_535) {
    throw new LecternError('USAGE', `--port ${port}: there is no such port`, { hint: 'Ports go up to 65535.' });
  }
  return port;
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done(), { once: true });
  });
}
