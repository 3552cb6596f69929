import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from '../open-deck.ts';
import {
  bytesOf,
  countCalls,
  type Files,
  filesBelow,
  HAS_STRACE,
  isTemporary,
  makeFolder,
  runLectern,
  runWithFault,
} from './run-with-fault.ts';

const DOCUMENT = 'Notes\n\nPart 1: One\n\n1. On a thing: "Words that were said." — Source: [Somewhere]\n';
const LATER = DOCUMENT.replace('Words that were said', 'Other words were said');
const SOURCES: Files = new Map([
  ['notes.txt', bytesOf(DOCUMENT)],
  ['later.txt', bytesOf(LATER)],
]);
let folder = '';
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-fault-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Writer {
  readonly what: string;
  readonly words: readonly string[];
  /** What is done before, to have something that is overwritten. */
  readonly before: readonly (readonly string[])[];
  /** Whether the same words can be said once more. */
  readonly again: boolean;
  readonly faults: readonly string[];
  /** Printed by a browser that is there already: its own files are none of ours, and its calls are not to fail. */
  readonly isPrinted?: boolean;
}

const RECIPE = ['--lesson', '1.2', '--save', 'talk.yaml', '--to', 'json', '-o', 'out'];
/** One way to fail and one to be killed, for what writes many files in the same way. */
const FEW = ['ENOSPC', 'KILL'];
const ALL = [...FEW, 'EIO', 'EACCES'];
const WRITERS: readonly Writer[] = [
  { what: 'a deck that is new', words: ['--limit', '2', '-o', 'out'], before: [], again: true, faults: ALL },
  {
    what: 'a deck in place of another',
    words: ['--limit', '2', '-o', 'out', '--title', 'New'],
    before: [['--limit', '2', '-o', 'out']],
    again: true,
    faults: ALL,
  },
  {
    what: 'three formats in place of others',
    words: ['--limit', '2', '-o', 'out', '--to', 'md,json,pptx', '--title', 'New'],
    before: [['--limit', '2', '-o', 'out', '--to', 'md,json,pptx']],
    again: true,
    faults: FEW,
  },
  {
    what: 'an import that is forced',
    words: ['import', 'later.txt', '-o', 'data/a.yaml', '--force'],
    before: [['import', 'notes.txt', '-o', 'data/a.yaml']],
    again: true,
    faults: ALL,
  },
  {
    what: 'a merge',
    words: ['import', 'later.txt', '-o', 'data/a.yaml', '--merge'],
    before: [['import', 'notes.txt', '-o', 'data/a.yaml']],
    again: true,
    faults: ALL,
  },
  {
    what: 'a recipe and what it makes',
    words: RECIPE,
    before: [['--lesson', '1.1', '--save', 'talk.yaml', '--to', 'json', '-o', 'out']],
    again: true,
    faults: ALL,
  },
  {
    what: 'a PDF in place of another',
    words: ['--lesson', '1.1', '-o', 'out', '--to', 'pdf', '--title', 'New'],
    before: [['--lesson', '1.1', '-o', 'out', '--to', 'pdf']],
    again: true,
    faults: FEW,
    isPrinted: true,
  },
  {
    what: 'fewer cards in place of others',
    words: ['--lesson', '5.1,5.2', '-o', 'out', '--size', '1:1', '--name', 'x'],
    before: [['--lesson', '5.1-5.3', '-o', 'out', '--size', '1:1', '--name', 'x']],
    again: true,
    faults: ['KILL'],
    isPrinted: true,
  },
  { what: 'init', words: ['init', 'new', '--yes'], before: [], again: false, faults: FEW },
  { what: 'eject', words: ['eject', 'slides/lesson', '-o', 'mine'], before: [], again: false, faults: FEW },
];

/** A whole PNG: a browser that prints for several runs at once does not paint each pixel alike. */
function isPicture(text: string): boolean {
  return text.startsWith('\u0089PNG') && text.endsWith('IEND\u00aeB`\u0082');
}

describe.skipIf(!HAS_STRACE)('with strace (it is not there: apt-get install strace)', () => {
  test.each(WRITERS)(
    '$what: every file is the old one or the new one, whatever call fails',
    async (writer) => {
      const { before, again } = writer;
      const printer = writer.isPrinted ? ['--browser', browser.wsEndpoint()] : [];
      const words = [...writer.words, ...printer];
      const start = makeFolder(join(folder, 'start'), SOURCES);
      for (const each of before) expect(await runLectern([...each, ...printer], start)).toMatchObject({ code: 0 });
      const old = filesBelow(start);
      const calls = await countCalls(words, start);
      const whole = filesBelow(start);
      const jobs = [...calls].flatMap(([call, count]) =>
        Array.from({ length: count }, (_, index) => index + 1).flatMap((place) =>
          writer.faults.map((what) => ({ call, place, what })),
        ),
      );
      expect(jobs.length).toBeGreaterThan(9);
      const failing = async (): Promise<void> => {
        for (let job = jobs.pop(); job !== undefined; job = jobs.pop()) {
          const name = `${job.call}-${job.place}-${job.what}`;
          const cwd = makeFolder(join(folder, name), old);
          const ended = await runWithFault(words, cwd, job);
          const found = filesBelow(cwd);
          for (const [file, text] of found) {
            if (isTemporary(file)) expect(`${name}: ${file}`).toMatch(/KILL/u);
            else
              expect([old.get(file), whole.get(file)].includes(text) || isPicture(text), `${name}: ${file}`).toBe(true);
          }
          for (const file of old.keys())
            expect(found.has(file) || !whole.has(file), `${name}: ${file} is gone`).toBe(true);
          if (job.what === 'KILL') expect(ended, name).toMatchObject({ code: null, signal: 'SIGKILL' });
          else if (ended.code !== 0) expect(ended, name).toMatchObject({ code: 6 });
          else expect([...found.keys()].filter(isTemporary), name).toEqual([]);
          if (again && job.what === 'KILL') {
            expect((await runLectern(words, cwd)).code, name).toBe(0);
            expect([...filesBelow(cwd).keys()].sort(), name).toEqual([...whole.keys()].sort());
            for (const [file, text] of filesBelow(cwd))
              expect(text === whole.get(file) || isPicture(text), name).toBe(true);
          }
        }
      };
      const count = jobs.length;
      await Promise.all([failing(), failing(), failing()]);
      if (process.env['LECTERN_FIGURES']) process.stderr.write(`${count} writes that failed: ${writer.what}\n`);
    },
    120_000,
  );
});
