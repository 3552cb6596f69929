import { expect, test } from 'vitest';
import type { Report } from '../../src/cli/report.ts';
import { createReport } from '../../src/cli/report.ts';
import { LecternError } from '../../src/errors.ts';

test('on a terminal progress lives on one line, which results and notes clear', () => {
  const written = reportTo({ isTTY: true, quiet: false }, (report) => {
    report.progress('browser', 0);
    report.progress('pages', 2 / 3);
    report.written('/talks/deck.html');
    report.note('done');
  });
  expect(written).toEqual([
    '! \r\u001b[K░░░░░░░░░░░░ Starting the browser …',
    '! \r\u001b[K████████░░░░ Printing pages …',
    '! \r\u001b[K',
    expect.stringContaining('deck.html\n'),
    '! done\n',
  ]);
});

test('elsewhere progress is plain lines', () => {
  const written = reportTo({ isTTY: false, quiet: false }, (report) => {
    report.progress('layout', 1 / 3);
    report.result('deck.html');
  });
  expect(written).toEqual(['! Laying out …\n', 'deck.html\n']);
});

test('quiet leaves results and errors', () => {
  const error = new LecternError('USAGE', '--to: \u001b[2J', { hint: 'Mend it.' });
  const written = reportTo({ isTTY: false, quiet: true }, (report) => {
    report.progress('browser', 0);
    report.note('two');
    report.warnings([{ kind: 'part-empty', file: 'a', line: 1, details: {} }]);
    report.result('deck.html');
    expect(report.failure(error)).toBe(2);
  });
  expect(written).toEqual(['deck.html\n', '! lectern: --to: U+001B[2J\n  Mend it. (USAGE)\n']);
});

function reportTo(
  { isTTY, quiet }: { readonly isTTY: boolean; readonly quiet: boolean },
  use: (report: Report) => void,
): readonly string[] {
  const written: string[] = [];
  const io = {
    stdout: { write: (text: string) => written.push(text), isTTY },
    stderr: { write: (text: string) => written.push(`! ${text}`), isTTY },
    cwd: '/',
    env: { NO_COLOR: '1' },
    platform: 'linux',
    nodeVersion: '22.0.0',
    signal: new AbortController().signal,
  };
  use(createReport(io, { quiet, verbose: false }));
  return written;
}
