import { watch } from 'chokidar';

export interface FileWatch {
  /** From then on no change is missed. */
  readonly ready: Promise<void>;
  /** Watches these too from now on. */
  add(paths: readonly string[]): void;
  close(): Promise<void>;
}

/** Editors write in several steps: what comes within this time of a change belongs to it. ms */
const QUIET_TIME = 25;

/** Tells of changes to files and to what is in folders, also of files that are yet to be made; several at once are told once. */
export function watchFiles(paths: readonly string[], onChange: () => void): FileWatch {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch([...paths], { ignoreInitial: true, ignored: (path) => /[/\\]\.[^/\\]+\.tmp$/u.test(path) });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, QUIET_TIME);
  });
  const ready = new Promise<void>((done) => {
    watcher.once('ready', () => done());
  });
  return {
    ready,
    add: (more) => {
      watcher.add([...more]);
    },
    close: () => {
      clearTimeout(timer);
      return watcher.close();
    },
  };
}
