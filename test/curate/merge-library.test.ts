import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mergeLibrary } from '../../src/curate/merge-library.ts';
import { lessonsOf } from '../../src/model/library.ts';
import { parseCurated } from '../../src/parse/parse-curated.ts';
import { parseImport } from '../../src/parse/parse-import.ts';

const EDITED = readFileSync('test/curate/cases/edited.yaml', 'utf8');
const CHANGED = readFileSync('test/curate/cases/changed.md', 'utf8');
const NOTES = `# Notes

## First

- **On x:** "Words that stay." — Ana
- **On old words:** "These words were said a while ago." — Ben
- **On gone:** "Nobody says this any more." — Cy

## Second

- **On flow:** "In braces, so: quoted." — Dee
`;

describe('mergeLibrary', () => {
  it('changes nothing, not a byte, when the document says what the library says', async () => {
    expect(await merge(EDITED, NOTES)).toEqual({ text: EDITED, changes: [] });
  });

  it.each([
    ['and keeps what is gone', false, 'merged.yaml'],
    ['and takes out what is gone when told to', true, 'pruned.yaml'],
  ])('brings in what is new and changed, leaves everything that people wrote %s', async (_, prune, file) => {
    const { text, changes } = await merge(EDITED, CHANGED, prune);
    await expect(text).toMatchFileSnapshot(`cases/${file}`);
    await expect(`${JSON.stringify(changes, null, 2)}\n`).toMatchFileSnapshot(`cases/${file}.changes.json`);
    const { library, problems } = parseCurated(text ?? '', 'a.yaml');
    expect(problems).toEqual([]);
    expect(library && lessonsOf(library)).toHaveLength(prune ? 7 : 8);
  });

  it('has nothing left to do the second time', async () => {
    const { text = '' } = await merge(EDITED, CHANGED);
    const again = await merge(text, CHANGED);
    expect(again.text).toBe(text);
    expect(again.changes.map(({ kind }) => kind)).toEqual(['kept', 'gone']);
  });

  it('keeps line ends of Windows', async () => {
    const { text = '' } = await merge(EDITED.replaceAll('\n', '\r\n'), CHANGED);
    expect(text.replaceAll('\r\n', '\n')).toBe((await merge(EDITED, CHANGED)).text);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('keeps the numbers of a part that has its own', async () => {
    const library =
      'title: T\nparts:\n- title: First\n  lessons:\n  - {topic: On a, quote: A a., source: S}\n  - number: 5\n    topic: On b\n    quote: B b.\n    source: S\n';
    const document =
      'T\n\nPart 1: First\n3. On c: "C c." — Source: S\n1. On a: "A a." — Source: S\n5. On b: "B b." — Source: S\n6. On d: "D d." — Source: S\n';
    const { text = '' } = await merge(library, document, false, 'a.txt');
    expect(idsOf(text)).toEqual(['1.3 C c.', '1.1 A a.', '1.5 B b.', '1.6 D d.']);
  });

  it('does not give the notes of one lesson to another that took its number', async () => {
    const library =
      'title: T\nparts:\n- title: First\n  lessons:\n  - topic: On a\n    quote: A a.\n    source: S\n    note: mine\n';
    const { text, changes } = await merge(library, '# T\n## First\n- **On b:** "Other words." — R\n');
    expect(changes.map(({ kind }) => kind)).toEqual(['added', 'gone']);
    expect(idsOf(text ?? '')).toEqual(['1.1 Other words.', '1.2 A a.']);
  });

  it('gives no text for a library whose lists are in brackets', async () => {
    const library = 'title: T\nparts: [{title: First, lessons: [{topic: On a, quote: A a., source: S}]}]\n';
    expect((await merge(library, '# T\n## First\n- **On b:** "Other." — R\n')).text).toBeUndefined();
  });
});

async function merge(
  text: string,
  document: string,
  prune = false,
  file = 'a.md',
): Promise<ReturnType<typeof mergeLibrary>> {
  const { library } = parseCurated(text, 'library.yaml');
  const { form, library: incoming, guessedTopics } = await parseImport(document, file, { columns: new Map() });
  if (library === undefined || incoming === undefined) throw new Error('the test’s own texts cannot be read');
  return mergeLibrary(text, library, { form, library: incoming, guessedTopics, suggestions: new Map() }, prune);
}

function idsOf(text: string): readonly string[] {
  const { library } = parseCurated(text, 'a.yaml');
  return library ? lessonsOf(library).map(({ id, quote }) => `${id} ${quote}`) : [];
}
