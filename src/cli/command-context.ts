import type { Io } from './io.ts';
import type { Report } from './report.ts';
import type { Settings } from './settings.ts';

/** What one command is run with. */
export interface CommandContext {
  readonly args: readonly string[];
  readonly settings: Settings;
  /** The configuration that was named, if one was. */
  readonly config: string | undefined;
  /** Reads the settings once more, with the configuration as it is by then. */
  readonly readSettings: () => Promise<Settings>;
  readonly io: Io;
  readonly report: Report;
}

/** Returns the exit code. */
export type RunCommand = (context: CommandContext) => Promise<number>;
