import { userInfo } from 'node:os';
import { createPrinter, type Printer, type PrinterOptions } from './export/printer.ts';
import { findBrowser } from './files/find-browser.ts';
import { makeTemporaryFolder } from './files/temporary-folder.ts';
import type { BuildOptions } from './model/build-options.ts';

/** The printer of a build, with the browser of this machine or the one that is asked for. To be closed by who made it. */
export function createTalkPrinter(options: BuildOptions): Printer {
  return createPrinter(printerOptions(options));
}

function printerOptions({ env, browser, timeoutSeconds, signal, report }: BuildOptions): PrinterOptions {
  return {
    findBrowser: async () => {
      const found = await findBrowser({ env, ...(browser === undefined ? {} : { explicit: browser }) });
      // Of a remote one we do not know.
      if (found.kind !== 'remote' && isRoot()) report.note('The browser runs without its sandbox, since you are root.');
      return found;
    },
    env,
    makeFolder: makeTemporaryFolder,
    timeoutSeconds,
    isRoot: isRoot(),
    ...(signal ? { signal } : {}),
  };
}

function isRoot(): boolean {
  return userInfo().uid === 0;
}
