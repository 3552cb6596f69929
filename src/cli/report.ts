import { styleText } from 'node:util';
import { LecternError } from '../errors.ts';
import type { Reporter } from '../model/build-options.ts';
import type { Problem } from '../model/problem.ts';
import { severityOf } from '../model/problem.ts';
import { displayPath } from './display-path.ts';
import type { Io, Output } from './io.ts';
import { sentenceOf } from './problem-sentences.ts';
import { selectionSentences } from './selection-sentences.ts';
import { showControls } from './show-controls.ts';

/** Everything the user is told. Results go to stdout, all else to stderr. */
export interface Report extends Reporter {
  /** A line of the result. Control characters are the caller's to show: a result may have lines of its own. */
  result(text: string): void;
  /** Shown even when quiet. Returns the exit code. */
  failure(error: unknown): number;
}

export interface ReportOptions {
  readonly quiet: boolean;
  /** Stack traces for every error. */
  readonly verbose: boolean;
}

const CLEAR_LINE = '\r\u001b[K';

export function createReport(io: Io, { quiet, verbose }: ReportOptions): Report {
  const live = io.stderr.isTTY === true;
  let progressShown = false;
  let lastStage = '';
  const clearProgress = (): void => {
    if (progressShown) {
      io.stderr.write(CLEAR_LINE);
      progressShown = false;
    }
  };
  const say = (text: string): void => {
    clearProgress();
    io.stderr.write(`${text}\n`);
  };
  return {
    result: (text) => {
      clearProgress();
      io.stdout.write(`${text}\n`);
    },
    written: (file) => {
      clearProgress();
      io.stdout.write(`${showControls(displayPath(file, io.cwd))}\n`);
    },
    note: (message) => quiet || say(showControls(message)),
    selected: (selection) => {
      for (const sentence of quiet ? [] : selectionSentences(selection)) say(sentence);
    },
    progress: (stage, share) => {
      if (quiet) return;
      if (!live && stage === lastStage) return;
      lastStage = stage;
      progressShown = live;
      io.stderr.write(live ? `${CLEAR_LINE}${bar(share)} ${STAGES[stage]}` : `${STAGES[stage]}\n`);
    },
    warnings: (problems) => {
      for (const problem of quiet ? [] : problems) {
        say(problemLines(problem, io.cwd));
      }
    },
    failure: (error) => {
      say(failureLines(error, { io, verbose }));
      return error instanceof LecternError ? error.exitCode : 1;
    },
  };
}

const STAGES = {
  browser: 'Starting the browser …',
  layout: 'Laying out …',
  pages: 'Printing pages …',
  pictures: 'Taking pictures …',
} as const;
const BAR = 12;

function bar(share: number): string {
  const done = Math.round(share * BAR);
  return `${'█'.repeat(done)}${'░'.repeat(BAR - done)}`;
}

/** `file:line: message` and, indented, what to do. */
export function problemLines(problem: Problem, cwd: string): string {
  const { message, cure } = sentenceOf(problem);
  const word = severityOf(problem) === 'warning' ? 'warning: ' : '';
  const where = `${displayPath(problem.file, cwd)}:${problem.line}`;
  return `${showControls(`${where}: ${word}${message}`)}\n  ${showControls(cure)}`;
}

/** The same words for a page: a line each, without colour. */
export function describeFailure(error: unknown, cwd: string): readonly string[] {
  if (!(error instanceof LecternError)) return bugLines(error).split('\n');
  const problems = error.problems.flatMap((problem) => problemLines(problem, cwd).split('\n'));
  return [...problems, showControls(error.message), `  ${showControls(error.hint)}`];
}

function failureLines(error: unknown, { io, verbose }: { io: Io; verbose: boolean }): string {
  if (!(error instanceof LecternError)) {
    return bugLines(error);
  }
  const problems = error.problems.map((problem) => problemLines(problem, io.cwd));
  const head = `${paint(io.stderr, io.env, 'lectern:')} ${showControls(error.message)}`;
  const hint = `  ${showControls(error.hint)} (${error.code})`;
  return [...problems, head, hint, ...(verbose ? [stackOf(error)] : [])].join('\n');
}

function bugLines(error: unknown): string {
  const head = 'lectern: this is a bug in Lectern; nothing you did wrong';
  return `${head}\n  Please report it with the lines below and the command you ran.\n${stackOf(error)}`;
}

function stackOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = stack.split('\n').map(showControls).join('\n');
  return error instanceof Error && error.cause !== undefined ? `${lines}\nCaused by ${stackOf(error.cause)}` : lines;
}

/** Whether the output is a terminal that shows bold and colours, and somebody wants them. */
export function isColourful(output: Output, env: Io['env']): boolean {
  return output.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
}

function paint(output: Output, env: Io['env'], text: string): string {
  return isColourful(output, env) ? styleText(['bold', 'red'], text, { validateStream: false }) : text;
}
