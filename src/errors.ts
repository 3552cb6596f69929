import type { Problem } from './model/problem.ts';

/** Every way a run can end early: stable code → exit code. The README lists the codes. */
export const EXIT_CODES = {
  USAGE: 2,
  CONFIG_INVALID: 2,
  TEMPLATE_INVALID: 2,
  STYLE_UNKNOWN: 2,
  NAME_UNKNOWN: 2,
  LIBRARY_INVALID: 3,
  SELECTION_EMPTY: 4,
  BROWSER_MISSING: 5,
  BROWSER_FAILED: 5,
  FILE_UNREADABLE: 6,
  FILE_UNWRITABLE: 6,
  FILE_NOT_OURS: 6,
  TOO_LARGE: 6,
  ADDRESS_UNUSABLE: 6,
  TOOK_TOO_LONG: 7,
} as const;

export type ErrorCode = keyof typeof EXIT_CODES;

export interface ErrorDetails {
  /** One line on how to mend it. */
  readonly hint: string;
  readonly cause?: unknown;
  /** With LIBRARY_INVALID: everything that is wrong in the library, for one report. */
  readonly problems?: readonly Problem[];
}

/**
 * The one error class for "cannot go on". `message` reads `<where>: <what>`.
 * Problems in a library's content are not errors but data: see model/problem.ts.
 */
export class LecternError extends Error {
  /** The command line is built in pieces that each hold this class: an error of any of them is one. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && 'isLecternError' in value;
  }

  override readonly name: string = 'LecternError';
  readonly isLecternError: boolean = true;
  readonly code: ErrorCode;
  readonly hint: string;
  readonly problems: readonly Problem[];

  constructor(code: ErrorCode, message: string, details: ErrorDetails) {
    super(message, { cause: details.cause });
    this.code = code;
    this.hint = details.hint;
    this.problems = details.problems ?? [];
  }

  /** The process's exit code, 2–7. */
  get exitCode(): number {
    return EXIT_CODES[this.code];
  }
}
