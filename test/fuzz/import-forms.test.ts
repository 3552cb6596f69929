import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeLibrary } from '../../src/curate/merge-library.ts';
import { tagLibrary } from '../../src/curate/tag-library.ts';
import { writeLibrary } from '../../src/curate/write-library.ts';
import { type Lesson, type Library, lessonsOf } from '../../src/model/library.ts';
import { parseCurated } from '../../src/parse/parse-curated.ts';
import { parseImport } from '../../src/parse/parse-import.ts';
import { makeLesson, makeLibrary } from '../make-library.ts';
import { FUZZ_RUNS, FUZZ_TIMEOUT } from './fuzz-runs.ts';

const OPTIONS = { suggestions: new Map(), guessedTopics: new Set<string>(), schema: 's', head: [] };

describe('importers', { timeout: FUZZ_TIMEOUT }, () => {
  it('return on any text in any form, and what they read can be written', async () => {
    const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), pieces());
    const files = fc.constantFrom('a.txt', 'a.md', 'a.csv', 'a.tsv', 'a.yaml', 'a.json', 'a');
    await fc.assert(
      fc.asyncProperty(texts, files, async (text, file) => {
        const { library, problems, guessedTopics } = await parseImport(text, file, { columns: new Map() });
        const lines = Math.max(1, text.split(/\r\n|\r|\n/).length);
        for (const { line } of problems) expect(line).toBeLessThanOrEqual(lines);
        expect(library !== undefined || problems.length > 0).toBe(true);
        if (library === undefined || !text.isWellFormed()) return;
        const written = parseCurated(writeLibrary(library, { ...OPTIONS, guessedTopics }), 'a.yaml');
        expect(quotesOf(written.library)).toEqual(quotesOf(library));
      }),
      { numRuns: FUZZ_RUNS },
    );
  });

  it.each(['**\r\n\r\ntitle: Source: title: ', '__\n\n"a" — B'])(
    'take a line of marks alone for no title: %j',
    async (text) => {
      const { library } = await parseImport(text, 'a.txt', { columns: new Map() });
      expect(library?.title).toBe('A');
    },
  );

  it.each([
    '"',
    '“',
    '- ',
    '> ',
    '* ',
    '**',
    '__',
    '— ',
    '-- ',
    '[',
    '](',
    '(',
    '[[',
    '# ',
    '#a ',
    'a: ',
    'Source: ',
    'Note: ',
    '<cite>',
    '|',
    ',',
    ' ',
    'a. — B',
    '. - A',
    '"a" (',
    'a\n',
    '> a\n',
    '- a\n',
    '— a\n',
    '## a\n',
    '"\n',
    '**a**\n',
    'a,b\n',
    '---\n',
  ])('stay quick on endless %j', async (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    for (const [file, head] of [
      ['a.md', '# T\n\n## P\n\n'],
      ['a.md', '- "'],
      ['a.csv', 'quote,source\n'],
      ['a.txt', ''],
    ] as const) {
      const start = performance.now();
      await parseImport(`${head}${text}`, file, { columns: new Map() });
      expect(performance.now() - start, file).toBeLessThan(15_000);
    }
  });

  it('keep a library in YAML as it is written, comments and all', async () => {
    await fc.assert(
      fc.property(lessonLists(), (lessons) => {
        const text = withComments(writeLibrary(makeLibrary(lessons), OPTIONS));
        const suggestions = new Map(
          lessons.filter(({ number }) => number % 2 === 0).map(({ id }) => [id, [{ theme: 'scale', words: ['node'] }]]),
        );
        const library = makeLibrary(
          lessons.map((lesson) => (suggestions.has(lesson.id) ? { ...lesson, themes: ['scale'] } : lesson)),
        );
        const tagged = tagLibrary(text, library, { ...OPTIONS, suggestions }) ?? '';
        expect(lessonsOf(parseCurated(tagged, 'a.yaml').library ?? library).map(({ themes }) => themes)).toEqual(
          lessonsOf(library).map(({ themes }) => themes),
        );
        for (const line of text.split('\n')) expect(tagged).toContain(line);
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});

describe('merging', { timeout: FUZZ_TIMEOUT }, () => {
  it('brings in every lesson of the document, keeps every comment and note, and has nothing left to do after', () => {
    fc.assert(
      fc.property(lessonLists(), fc.array(fc.nat(6), { maxLength: 20 }), fc.boolean(), (lessons, edits, prune) => {
        const written = writeLibrary(makeLibrary(lessons), OPTIONS);
        const { library } = parseCurated(written, 'a.yaml');
        if (library === undefined) throw new Error('the library cannot be read');
        const text = withComments(written);
        const incoming = {
          form: 'markdown',
          library: makeLibrary(edited(lessons, edits)),
          suggestions: new Map(),
          guessedTopics: new Set<string>(),
        } as const;
        const merged = mergeLibrary(text, parseCurated(text, 'a.yaml').library ?? library, incoming, prune);
        const read = parseCurated(merged.text ?? '', 'a.yaml');
        expect(read.problems.filter(({ kind }) => kind !== 'number-out-of-order' && kind !== 'source-unused')).toEqual(
          [],
        );
        expect(quotesOf(read.library)).toEqual(expect.arrayContaining([...quotesOf(incoming.library)]));
        if (prune) expect(quotesOf(read.library)).toHaveLength(quotesOf(incoming.library).length);
        else for (const comment of text.match(/# keep \d+/g) ?? []) expect(merged.text).toContain(comment);
        const again = mergeLibrary(merged.text ?? '', read.library ?? library, incoming, prune);
        expect(again.text).toBe(merged.text);
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});

/** Lessons of one to three parts; every quote is another. */
function lessonLists(): fc.Arbitrary<readonly Lesson[]> {
  const words = fc.constantFrom(
    'Words.',
    'a: b # c',
    '"Marks" — all',
    'x'.repeat(130),
    'Long words go on. '.repeat(9).trim(),
    'two\nlines',
    '- dash',
  );
  const fields = fc.record({
    words,
    note: fc.option(words, { nil: undefined }),
    key: fc.boolean(),
    part: fc.integer({ min: 1, max: 3 }),
  });
  return fc.array(fields, { minLength: 1, maxLength: 12 }).map((all) =>
    all
      .toSorted((a, b) => a.part - b.part)
      .map(({ words: quote, note, key, part }, index) =>
        makeLesson(`${part}.${index + 1}`, {
          topic: `On ${index}`,
          quote: `${quote} ${index}`,
          source: `S ${index % 3}`,
          key,
          ...(note ? { note } : {}),
        }),
      ),
  );
}

/** The lessons as their document may have them later: some gone, some with other words, some new. */
function edited(lessons: readonly Lesson[], edits: readonly number[]): readonly Lesson[] {
  const [first] = lessons;
  const changed = lessons.flatMap((lesson, index) => {
    const { note: _, ...bare } = lesson;
    const { part } = lesson;
    const added = makeLesson(`${part}.${50 + index}`, {
      topic: `On new ${index}`,
      quote: `Quite new ${index}: words`,
      source: 'N',
    });
    switch (edits[index] ?? 0) {
      case 1:
        return [];
      case 2:
        return [{ ...bare, quote: `${lesson.quote} and more: # ${index}` }];
      case 3:
        return [added, bare];
      case 4:
        return [bare, added];
      case 5:
        return [{ ...bare, topic: `${lesson.topic}: "other"`, source: 'Another: S' }];
      case 6:
        return [{ ...added, id: `9.${index + 1}`, part: 9, number: index + 1 }, bare];
      default:
        return [bare];
    }
  });
  return changed.length > 0 || first === undefined ? changed : [first];
}

function withComments(text: string): string {
  let count = 0;
  return text
    .replace(/^ {2,6}- /gmu, (dash) => `${' '.repeat(dash.length - 2)}# keep ${count++}\n${dash}`)
    .replace(/^( +source: S \d)$/gmu, (line) => `${line} # keep ${count++}`);
}

function quotesOf(library: Library | undefined): readonly string[] {
  return library ? lessonsOf(library).map(({ quote, source }) => `${quote.trim()} (${source.trim()})`) : [];
}

function pieces(): fc.Arbitrary<string> {
  const all = [
    'title: ',
    'parts:',
    '\n',
    '\n\n',
    '  ',
    '- ',
    'lessons:',
    'quote: ',
    'quote,source\n',
    '"',
    '“',
    '”',
    '&a ',
    '*a',
    '[',
    '{',
    '}',
    ': ',
    '#',
    '|',
    '\t',
    ' — ',
    'Source: ',
    'A',
    '> ',
    '**',
    'Part 1: x\n',
    '1. On x: ',
    ',',
    ';',
    '---\n',
    '\r\n',
  ];
  return fc.array(fc.constantFrom(...all), { maxLength: 40 }).map((some) => some.join(''));
}
