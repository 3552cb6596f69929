import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import JSZip from 'jszip';
import { SaxesParser } from 'saxes';
import { expect, onTestFinished, test } from 'vitest';
import { composeDeck } from '../../src/compose/compose-deck.ts';
import { exportPptx } from '../../src/export/export-pptx.ts';
import { isOurs } from '../../src/files/is-ours.ts';
import { readAssets } from '../../src/files/read-assets.ts';
import { readStyle } from '../../src/files/read-style.ts';
import { slidesOf } from '../../src/model/deck.ts';
import type { Library } from '../../src/model/library.ts';
import type { OfficeTalk } from '../../src/model/office.ts';
import { prepareOffice } from '../../src/prepare-office.ts';
import { makeLesson, makeLibrary, makeManyLessons, selectAll } from '../make-library.ts';

const FACTS = { title: 'A & B', author: 'Ada', subject: '', creator: 'Lectern test' };

async function prepare(library: Library): Promise<OfficeTalk> {
  const style = await readStyle('folio');
  const selection = selectAll(library);
  const report = { note() {}, warnings() {}, selected() {}, written() {}, progress() {} };
  const options = { cwd: '/', criteria: {}, groupBy: 'part', style: 'folio', report } as const;
  const talk = { selection, style, assets: await readAssets(), deck: composeDeck(selection, { style }) };
  return prepareOffice(talk, { ...options, criteria: selection.criteria });
}

async function partsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  const names = Object.keys(zip.files);
  return new Map(
    await Promise.all(names.map(async (name) => [name, (await zip.file(name)?.async('string')) ?? ''] as const)),
  );
}

/** Text of all runs, as an XML parser reads them. */
function readRuns(xml: string): string {
  const parser = new SaxesParser();
  let text = '';
  let inRun = false;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    inRun = name === 'a:t';
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'a:p') text += '\n';
    inRun = false;
  });
  parser.on('text', (piece) => {
    if (inRun) text += piece;
  });
  parser.write(xml).close();
  return text;
}

test('every part is well-formed whatever the text holds', async () => {
  const text = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 60 })
    .map((some) => `A ${some}\u0000\ud800&<]]>"'\u000b\ufffe`);
  await fc.assert(
    fc.asyncProperty(text, text, text, async (topic, quote, source) => {
      const url = `https://example.org/?a="${encodeURIComponent('&')}&b=<`;
      const library = makeLibrary([
        makeLesson('1.1', { topic, quote, source }),
        makeLesson('1.2', { topic, quote, source }),
      ]);
      const talk = await prepare({
        ...library,
        title: topic,
        sources: library.sources.map((one) => ({ ...one, url })),
      });
      const parts = await partsOf(
        await exportPptx(talk, { facts: { ...FACTS, title: topic, author: quote, subject: source } }),
      );
      for (const [name, xml] of parts) if (/\.(?:xml|rels)$/u.test(name)) readRuns(xml);
    }),
    { numRuns: 25 },
  );
});

test('the same talk makes the same bytes, which are known to be ours; each slide has one title, first of all', async () => {
  const talk = await prepare(makeLibrary(makeManyLessons(3, 4)));
  const bytes = await exportPptx(talk, { facts: FACTS });
  expect(Buffer.from(await exportPptx(talk, { facts: FACTS })).equals(bytes)).toBe(true);
  const folder = mkdtempSync(join(tmpdir(), 'lectern-pptx-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'talk.pptx'), bytes);
  expect(await isOurs(join(folder, 'talk.pptx'))).toBe(true);
  const parts = await partsOf(bytes);
  for (const { number } of slidesOf(talk.deck)) {
    const xml = parts.get(`ppt/slides/slide${number}.xml`) ?? '';
    expect(xml.match(/<p:ph type="title"\/>/gu)).toHaveLength(1);
    expect(/<p:cNvPr id="2".*?<\/p:nvSpPr>/su.exec(xml)?.[0]).toContain('<p:ph type="title"/>');
  }
});

test('the notes of every lesson cite its source', async () => {
  const talk = await prepare(makeLibrary(makeManyLessons(2, 3)));
  const parts = await partsOf(await exportPptx(talk, { facts: FACTS }));
  for (const slide of slidesOf(talk.deck)) {
    if (slide.kind !== 'lesson') continue;
    const notes = readRuns(parts.get(`ppt/notesSlides/notesSlide${slide.number}.xml`) ?? '');
    expect(notes).toContain(`Quote “${slide.notes.quote}”\nSource ${slide.notes.citation}`);
  }
});

const hasOffice = isOnPath('soffice') && isOnPath('pdftotext');

// Where LibreOffice is not installed nothing can open the file.
test.skipIf(!hasOffice)('LibreOffice opens it, a page a slide, with every quote', { timeout: 120_000 }, async () => {
  const talk = await prepare(makeLibrary(makeManyLessons(2, 3)));
  const folder = mkdtempSync(join(tmpdir(), 'lectern-pptx-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'talk.pptx'), await exportPptx(talk, { facts: FACTS }));
  const words = [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf', 'talk.pptx'];
  execFileSync('soffice', words, { cwd: folder, stdio: 'ignore' });
  const pages = execFileSync('pdftotext', ['-raw', 'talk.pdf', '-'], { cwd: folder, encoding: 'utf8' })
    .split('\f')
    .slice(0, -1);
  const slides = slidesOf(talk.deck);
  expect(pages).toHaveLength(slides.length);
  for (const slide of slides) {
    if (slide.kind !== 'lesson') continue;
    const quote = slide.quote.segments.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('');
    expect(pages[slide.number - 1]?.replace(/\s+/gu, '')).toContain(quote.replace(/\s+/gu, ''));
  }
});

function isOnPath(command: string): boolean {
  try {
    execFileSync('which', [command]);
    return true;
  } catch {
    return false;
  }
}
