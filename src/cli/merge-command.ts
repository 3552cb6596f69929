import { resolve } from 'node:path';
import { LecternError } from '../errors.ts';
import { writeOutput } from '../files/write-output.ts';
import type { ImportedDocument } from '../import-document.ts';
import { mergeDocument } from '../merge-document.ts';
import type { MergeChange } from '../model/imported.ts';
import type { CommandContext } from './command-context.ts';
import { showControls } from './show-controls.ts';

/** `lectern import --merge`: shows what a document changes in a library, then, unless `--dry-run`, brings it in. */
export async function runMerge(imported: ImportedDocument, target: string, context: CommandContext): Promise<number> {
  const { settings, io, report } = context;
  const { before, text, changes } = await mergeDocument(imported, target, {
    cwd: io.cwd,
    prune: settings.flag('prune'),
  });
  const lines = changes.flatMap(linesOf).map(showControls);
  if (settings.flag('dry-run')) {
    (lines.length > 0 ? lines : ['Nothing has changed.']).forEach(report.result);
    return 0;
  }
  lines.forEach(report.note);
  if (text === undefined) {
    const hint = 'Write its lists with dashes and without anchors, or bring the changes above in by hand.';
    throw new LecternError('LIBRARY_INVALID', `${target}: changes cannot be brought into a file written like this`, {
      hint,
    });
  }
  report.note(summaryOf(changes));
  // The file is people's own; that it changes is what --merge says.
  io.takeOverStops();
  await writeOutput(resolve(io.cwd, target), text, { force: true, replaces: before });
  report.written(resolve(io.cwd, target));
  return 0;
}

const MARKS = { added: '+', changed: '~', gone: '-', kept: '=' } as const;

function linesOf({ kind, what, field, before, after }: MergeChange): readonly string[] {
  switch (kind) {
    case 'added':
      return [`${MARKS[kind]} ${what}${field === undefined ? '' : ` (${field})`}: ${shortened(after)}`];
    case 'gone':
      return [
        `${MARKS[kind]} ${what}${field === undefined ? '' : ' (no longer in the document; kept, --prune takes it out)'}`,
      ];
    case 'kept':
      return [`${MARKS[kind]} ${what} keeps its ${field}; the document has: ${shortened(after)}`];
    case 'changed':
      if (after === undefined)
        return [`${MARKS[kind]} ${what}: its highlight is no longer in the quote and becomes a comment`];
      return [
        `${MARKS[kind]} ${what}: ${field}`,
        ...(before === undefined ? [] : [`    was: ${around(before, after)}`]),
        `    is:  ${around(after, before ?? '')}`,
      ];
  }
}

function summaryOf(changes: readonly MergeChange[]): string {
  const count = (kind: MergeChange['kind']): number =>
    new Set(changes.filter((each) => each.kind === kind).map(({ what }) => what)).size;
  return changes.length === 0
    ? 'Nothing has changed.'
    : `${count('added')} added, ${count('changed')} changed, ${count('gone')} gone.`;
}

const LONGEST = 100;

function shortened(text = ''): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** The stretch of a text where it begins to differ from another. */
function around(text: string, other: string): string {
  let start = 0;
  while (start < text.length && text[start] === other[start]) start += 1;
  const from = Math.max(0, start - 30);
  return from > 0 && text.length > LONGEST ? `…${shortened(text.slice(from))}` : shortened(text);
}
