import { expect, test } from 'vitest';
import { composeDeck } from '../../src/compose/compose-deck.ts';
import { exportManifest } from '../../src/export/export-manifest.ts';
import { readStyle } from '../../src/files/read-style.ts';
import { makeLibrary, makeManyLessons, selectAll } from '../make-library.ts';

test('the manifest leads from every lesson to its source and its slides, and back', async () => {
  const selection = selectAll(makeLibrary(makeManyLessons(2, 4)));
  const deck = composeDeck(selection, { style: await readStyle('folio') });
  const manifest = JSON.parse(exportManifest(deck, selection, 'Lectern test'));
  expect(Object.keys(manifest)).toEqual(['generator', 'library', 'selection', 'lessons', 'sources', 'slides']);
  expect(manifest.lessons).toHaveLength(8);
  for (const lesson of manifest.lessons) {
    const source = manifest.sources.find((one: { name: string }) => one.name === lesson.source.name);
    expect(source.lessons).toContain(lesson.id);
    expect(source.number).toBe(lesson.source.number);
    expect(lesson.slides.length).toBeGreaterThan(0);
    for (const number of lesson.slides) expect(manifest.slides[number - 1]).toMatchObject({ number, id: lesson.id });
  }
});
