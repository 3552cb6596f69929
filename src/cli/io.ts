import type { Readable, Writable } from 'node:stream';

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  /** Width of the terminal in characters. */
  readonly columns?: number | undefined;
}

/** Where somebody can be asked. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

/** Everything the command line knows of the world around it. */
export interface Io {
  /** Results, and nothing else. */
  readonly stdout: Output;
  readonly stderr: Output;
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** As `process.platform` names it. */
  readonly platform: string;
  /** Without the leading v. */
  readonly nodeVersion: string;
  /** Aborted when the user stops the run, once stops are ours. */
  readonly signal: AbortSignal;
  /**
   * Until this is called Ctrl-C and SIGTERM end the process the system's way, at once, in the middle of the longest computation.
   * Whoever has something to clear up (a file half written, a browser) calls it first; from then on `signal` is aborted instead.
   */
  readonly takeOverStops: () => void;
  /** Only where both input and messages are a terminal's. */
  readonly terminal?: Terminal;
}
