import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeLibrary } from '../../src/curate/write-library.ts';
import type { ImportedLibrary } from '../../src/model/imported.ts';
import { parseImport } from '../../src/parse/parse-import.ts';
import { TYPED_LINES } from '../parse/typed-lines.ts';
import { FUZZ_RUNS, FUZZ_TIMEOUT } from './fuzz-runs.ts';

/** Lines as people type them, good and bad; `@` becomes a word of its own, to be found again. */
const MARKDOWN = [
  '',
  '',
  '',
  '# @',
  '## @',
  '### @',
  '## Part 3: @',
  '@\n===',
  '@\n---',
  '---',
  '- "@." — Ana',
  '- **@** "Words." — Ben',
  '- **On x:** @',
  '* @ says @. — @',
  '1. On @: "Words @" — Source: [@](https://example.org)',
  '  — @',
  '  - @',
  '   Note: @',
  'Tags: @, @',
  'Link: https://example.org/@',
  'Topic: @',
  '> @',
  '> “@”',
  '> — @, *@*',
  '>',
  '-- @',
  '- @',
  '“@',
  '"@" (@)',
  '*“@.”* — *@*',
  'Source: @',
  '— [@](javascript:@)',
  '**@**',
  '__@__ @',
  '@ and @',
  '```',
  '| @ | @ |',
  '<cite>@</cite>',
  '<!-- @ -->',
  '#@ #@',
  '[[@|@]]',
  'title: @',
];

const DOCUMENT = [...TYPED_LINES, '> @ — @'];

describe('importers lose no line', { timeout: FUZZ_TIMEOUT }, () => {
  it.each([
    ['Markdown', MARKDOWN, 'a.md', ['# A title', '', '## A part', '', '- "Words." — Ana', '']],
    ['Markdown with front matter', MARKDOWN, 'a.md', ['---', 'title: T', 'tags: [x]', '---', '- "Words." — Ana', '']],
    ['text that may be either', [...MARKDOWN, ...DOCUMENT], 'a.txt', ['A title', '', '- "Words." — Source: [A]', '']],
    ['a lessons document', DOCUMENT, 'a.txt', ['A title', '', 'Part 7: First', '1. On x: "Words." — Source: [A]']],
  ])('of %s: what is not told is in the library', async (_, templates, file, head) => {
    const documents = fc.array(fc.constantFrom(...templates), { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(documents, async (lines) => {
        let word = 0;
        const typed = lines.flatMap((line) => line.replace(/@/gu, () => `word${word++}e`).split('\n'));
        await expectNothingLost([...head, ...typed], file);
      }),
      { numRuns: FUZZ_RUNS },
    );
  });

  it('of a table: what is not told is in the library', async () => {
    const cell = fc.constantFrom('', 'Words', '@', '@ "@" @', '“@”', '@\n@', '@;@', ' @ ', '# @', '1.10', '@, @');
    const row = fc.record({ cells: fc.array(cell, { minLength: 1, maxLength: 7 }), quoted: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
        let word = 0;
        const typed = rows.map(({ cells, quoted }) =>
          cells
            .map((each) =>
              writeCell(
                each.replace(/@/gu, () => `word${word++}e`),
                quoted,
              ),
            )
            .join(','),
        );
        await expectNothingLost(['topic,quote,source,part,themes,note', 'On x,Words,A,P', ...typed], 'a.csv');
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});

function writeCell(text: string, quoted: boolean): string {
  return quoted || /[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Takes away what problems name until a library can be read; what is left must all be in it. */
async function expectNothingLost(entries: readonly string[], file: string): Promise<void> {
  let left = entries;
  let read = await parseImport(left.join('\n'), file, { columns: new Map() });
  for (let turns = 0; read.library === undefined; turns += 1) {
    expect(turns).toBeLessThan(200);
    const told = toldEntries(read, left, 'errors');
    expect(told.size, JSON.stringify(read.problems)).toBeGreaterThan(0);
    for (const index of told) expect(left[index]?.trim(), `entry ${index} of ${JSON.stringify(left)}`).not.toBe('');
    left = left.map((text, index) => (told.has(index) ? '' : text));
    // Without one lesson there is nothing to look into.
    if (left.every((text) => text.trim() === '') || isWithoutLessons(read)) return;
    read = await parseImport(left.join('\n'), file, { columns: new Map() });
  }
  const options = { suggestions: new Map(), guessedTopics: read.guessedTopics, schema: 's', head: [] };
  // What a warning spells out, such as a second link, is told as well as what stands on a line that it names.
  const written = `${writeLibrary(read.library, options)}${JSON.stringify(read.problems)}`;
  const told = toldEntries(read, left, 'all');
  const kept = left.filter((_, index) => !told.has(index)).join('\n');
  for (const word of kept.match(/word\d+e/gu) ?? [])
    expect(written, `${word} of ${JSON.stringify(left)}`).toContain(word);
}

function isWithoutLessons(read: ImportedLibrary): boolean {
  return read.problems.some(({ kind }) => kind === 'no-lessons');
}

/** The entries on whose lines something was told; an entry may have several lines. */
function toldEntries(read: ImportedLibrary, entries: readonly string[], which: 'errors' | 'all'): ReadonlySet<number> {
  const guesses = ['title-guessed', 'part-guessed', 'column-left-out'];
  const warnings = [...guesses, 'line-left-out', 'link-ignored', 'part-empty', 'number-out-of-order'];
  const skipped = which === 'errors' ? warnings : [...guesses, 'part-empty', 'number-out-of-order'];
  const lines = read.problems.filter(({ kind }) => !skipped.includes(kind)).map(({ line }) => line);
  let first = 1;
  const told = new Set<number>();
  for (const [index, entry] of entries.entries()) {
    const next = first + entry.split('\n').length;
    if (lines.some((line) => line >= first && line < next)) told.add(index);
    first = next;
  }
  return told;
}
