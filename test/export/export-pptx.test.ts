import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { exportPptx } from '../../src/export/export-pptx.ts';
import { isOurs } from '../../src/files/is-ours.ts';
import { readStyle } from '../../src/files/read-style.ts';
import { readStyleNames } from '../../src/files/read-styles.ts';
import { loadLibrary } from '../../src/load-library.ts';
import { loadStyle } from '../../src/load-style.ts';
import { slidesOf } from '../../src/model/deck.ts';
import type { Style } from '../../src/model/style.ts';
import { timeHint } from '../../src/model/time-hint.ts';
import { makeLesson, makeLibrary, makeManyLessons } from '../make-library.ts';
import { hostileLibrary } from './hostile-library.ts';
import { FACTS, makePptx, prepareTalk } from './make-office.ts';
import { findAll, parseXml, readParts, textBoxes, textOf, type XmlNode } from './open-office.ts';

const STYLES = await readStyleNames();
const builtIn = await loadLibrary('data/armon-dadgar.yaml', { cwd: process.cwd() });

function openParts(bytes: Uint8Array): ReadonlyMap<string, XmlNode> {
  return new Map([...readParts(bytes)].map(([name, xml]) => [name, parseXml(xml)]));
}

function slideOf(parts: ReadonlyMap<string, XmlNode>, number: number): XmlNode {
  const slide = parts.get(`ppt/slides/slide${number}.xml`);
  if (slide === undefined) throw new Error(`there is no slide ${number}`);
  return slide;
}

test('every part is well-formed whatever the text holds, the workbook of the chart as well', async () => {
  const text = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 60 })
    .map((some) => `A ${some}\u0000\ud800&<]]>"'\u000b\ufffe\u0085\u2028\u2029=`);
  let made = 0;
  await fc.assert(
    fc.asyncProperty(text, text, text, async (topic, quote, source) => {
      const url = `https://example.org/?a="${encodeURIComponent('&')}&b=<`;
      const lessons = Array.from({ length: 12 }, (_, index) =>
        makeLesson(`1.${index + 1}`, { topic, quote, source: index % 2 === 0 ? source : `${source}2` }),
      );
      const library = makeLibrary(lessons, { title: topic });
      const sources = library.sources.map((one) => ({ ...one, url }));
      made += 1;
      const talk = await prepareTalk({ ...library, sources }, { style: STYLES[made % STYLES.length] ?? 'folio' });
      const bytes = await exportPptx(talk, { facts: { ...FACTS, title: topic, author: quote, subject: source } });
      const parts = openParts(bytes);
      expect(parts.get('ppt/charts/chart1.xml')).toBeDefined();
      const workbook = unzipSync(bytes)['ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx'];
      const sheets = Object.entries(unzipSync(workbook ?? new Uint8Array()));
      expect(sheets.length).toBeGreaterThan(5);
      for (const [name, part] of sheets) if (/\.(?:xml|rels)$/u.test(name)) parseXml(strFromU8(part));
    }),
    { numRuns: 9 },
  );
});

test('every control character, lone surrogates and what XML escapes come through or are left out', async () => {
  const controls = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).join('');
  const quote = `Begin ${controls}\udfff\ud800 & < > " ' ]]> end.`;
  const library = makeLibrary([makeLesson('1.1', { quote }), makeLesson('1.2', { quote: 'Short.' })]);
  const parts = openParts(await makePptx(await prepareTalk(library)));
  const texts = [...parts].filter(([name]) => name.startsWith('ppt/slides/slide')).map(([, xml]) => textOf(xml));
  const whole = texts.find((text) => text.includes('Begin')) ?? '';
  expect(whole).toContain('\ufffd\ufffd & < > ');
  expect(whole).toContain(']]> end.');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is meant
  expect(whole).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/u);
});

test('the same talk makes the same bytes, in every time zone, which are known to be ours', async () => {
  const zone = process.env['TZ'];
  onTestFinished(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });
  const made: Uint8Array[] = [];
  for (const name of ['UTC', 'Asia/Tokyo', 'America/New_York']) {
    process.env['TZ'] = name;
    const talk = await prepareTalk(makeLibrary(makeManyLessons(3, 4)));
    made.push(await exportPptx(talk, { facts: { ...FACTS, date: new Date('2026-03-08T07:30:00Z') } }));
  }
  const [first = new Uint8Array(), ...others] = made;
  for (const bytes of others) expect(Buffer.from(bytes).equals(first)).toBe(true);
  expect(readParts(first).get('docProps/core.xml')).toContain('2026-03-08T07:30:00Z');
  const folder = mkdtempSync(join(tmpdir(), 'lectern-pptx-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'talk.pptx'), first);
  expect(await isOurs(join(folder, 'talk.pptx'))).toBe(true);
});

test.each(STYLES)('in %s every part that one refers to is there, and ids are given once', async (style) => {
  const talk = await prepareTalk(builtIn.library, { style, themes: builtIn.themes });
  const bytes = await makePptx(talk);
  const names = new Set(Object.keys(unzipSync(bytes)));
  const parts = openParts(bytes);
  const types = parts.get('[Content_Types].xml');
  for (const name of names) {
    const known = types?.children[0]?.children.some(
      ({ attributes: { Extension, PartName } }) => PartName === `/${name}` || name.endsWith(`.${Extension}`),
    );
    expect(known, name).toBe(true);
  }
  for (const [name, xml] of parts) {
    if (!name.endsWith('.rels')) continue;
    const source = posix.join(dirname(dirname(name)), name.split('/').at(-1)?.replace('.rels', '') ?? '');
    const links = findAll(xml, 'Relationship');
    const ids = new Set(links.map(({ attributes }) => attributes['Id']));
    expect(ids.size, name).toBe(links.length);
    for (const { attributes } of links) {
      if (attributes['TargetMode'] === 'External') continue;
      const target = posix.join('/', posix.resolve('/', dirname(source), attributes['Target'] ?? '')).slice(1);
      expect(names.has(target), `${name}: ${target}`).toBe(true);
    }
    const used = JSON.stringify(parts.get(source) ?? '').matchAll(/"r:(?:id|embed)":"([^"]+)"/gu);
    for (const [, id = ''] of used) expect(ids.has(id), `${source}: ${id}`).toBe(true);
  }
  for (const { number } of slidesOf(talk.deck)) {
    const ids = findAll(slideOf(parts, number), 'p:cNvPr').map(({ attributes }) => attributes['id']);
    expect(new Set(ids).size, `slide ${number}`).toBe(ids.length);
  }
});

/** Children that the format wants in this order, by element (ECMA-376, part 1, 21.1.2). */
const ORDERS: Readonly<Record<string, RegExp>> = {
  'a:p': /^(?:a:pPr )?(?:(?:a:r|a:br|a:fld) )*(?:a:endParaRPr )?$/u,
  'a:r': /^(?:a:rPr )?a:t $/u,
  'a:rPr':
    /^(?:a:ln )?(?:a:solidFill )?(?:a:effectLst )?(?:a:highlight )?(?:a:uFill )?(?:a:latin )?(?:a:ea )?(?:a:cs )?(?:a:hlinkClick )?$/u,
  'a:pPr': /^(?:a:lnSpc )?(?:a:spcBef )?(?:a:spcAft )?(?:a:bu\w+ )*$/u,
  'p:cNvPr': /^(?:a:hlinkClick )?(?:a:extLst )?$/u,
  'p:grpSp': /^p:nvGrpSpPr p:grpSpPr (?:p:sp )+$/u,
  'p:bgPr': /^(?:a:solidFill|a:blipFill) (?:a:effectLst )?$/u,
};

test.each(STYLES)('in %s elements stand in the order that the format wants', async (style) => {
  const talk = await prepareTalk(hostileLibrary(), { style });
  const parts = openParts(await makePptx(talk));
  let checked = 0;
  for (const [name, xml] of parts) {
    if (!name.startsWith('ppt/slides/slide') && !name.startsWith('ppt/slideLayouts/slideLayout')) continue;
    for (const [element, order] of Object.entries(ORDERS)) {
      for (const node of findAll(xml, element)) {
        expect(node.children.map((child) => `${child.name} `).join(''), `${name}: ${element}`).toMatch(order);
        checked += 1;
      }
    }
  }
  expect(checked).toBeGreaterThan(1000);
});

test.each(STYLES)(
  'in %s each slide is made on the layout of its kind, and its first words are its title',
  async (style) => {
    const talk = await prepareTalk(builtIn.library, { style, themes: builtIn.themes });
    const parts = openParts(await makePptx(talk));
    const layouts = new Set<string>();
    for (const { number } of slidesOf(talk.deck)) {
      const slide = slideOf(parts, number);
      const titles = findAll(slide, 'p:sp').filter((shape) =>
        findAll(shape, 'p:ph').some(({ attributes }) => attributes['type'] === 'title'),
      );
      expect(titles, `slide ${number}`).toHaveLength(1);
      expect(textOf(titles[0] ?? slide).trim()).not.toBe('');
      expect(textBoxes(slide)[0]?.text).toBe(titles[0] && textOf(titles[0]));
      const [layout] = findAll(parts.get(`ppt/slides/_rels/slide${number}.xml.rels`) ?? slide, 'Relationship').filter(
        ({ attributes }) => attributes['Type']?.endsWith('slideLayout'),
      );
      const made = parts.get(posix.join('ppt/slides', layout?.attributes['Target'] ?? ''));
      layouts.add(made ? (findAll(made, 'p:cSld')[0]?.attributes['name'] ?? '') : '');
      expect(made && findAll(made, 'p:ph').map(({ attributes }) => attributes['type'])).toContain('title');
    }
    expect([...layouts].sort()).toEqual(
      [
        'Closing',
        'Contents',
        'Key idea',
        'Lesson',
        'Part',
        'Parts and themes',
        'Sources',
        'Sources of the lessons',
        'Title',
      ].map((kind) => `${talk.style.title}: ${kind}`),
    );
  },
);

test.each(STYLES)('in %s all that is drawn has words for it, or says that it needs none', async (style) => {
  const talk = await prepareTalk(builtIn.library, { style, themes: builtIn.themes });
  const parts = openParts(await makePptx(talk));
  let described = 0;
  for (const { number } of slidesOf(talk.deck)) {
    const [tree] = findAll(slideOf(parts, number), 'p:spTree');
    for (const node of tree?.children ?? []) {
      const [named] = findAll(node, 'p:cNvPr');
      const isDrawing =
        ['p:grpSp', 'p:pic'].includes(node.name) || (node.name === 'p:sp' && textOf(node).trim() === '');
      const isChart = findAll(node, 'c:chart').length > 0;
      if (!(isDrawing || isChart) || !named) continue;
      described += 1;
      const hasWords =
        (named.attributes['descr'] ?? '') !== '' ||
        findAll(named, 'adec:decorative').length > 0 ||
        textOf(node).trim() !== '';
      expect(hasWords, `slide ${number}: ${named.attributes['name']}`).toBe(true);
    }
  }
  expect(described).toBeGreaterThan(90);
});

test('text and parts are in the colours and fonts of the theme, so that it can be changed', async () => {
  for (const style of STYLES) {
    for (const mode of ['light', 'dark'] as const) {
      const talk = await prepareTalk(makeLibrary(makeManyLessons(3, 4)), { style, mode });
      const parts = readParts(await makePptx(talk));
      const theme = parts.get('ppt/theme/theme1.xml') ?? '';
      const colour = (name: string): string | undefined =>
        new RegExp(`<a:${name}><a:srgbClr val="(\\w+)"`, 'u').exec(theme)?.[1];
      const [ink, paper] = ['ink', 'paper'].map((name) => talk.colours.named.get(name));
      expect([colour('dk1'), colour('lt1')]).toEqual(mode === 'dark' ? [paper, ink] : [ink, paper]);
      expect(parts.get('ppt/slideMasters/slideMaster1.xml')).toContain(
        mode === 'dark' ? 'bg1="dk1" tx1="lt1"' : 'bg1="lt1" tx1="dk1"',
      );
      // Notes are on white paper, whatever the slides are.
      expect(parts.get('ppt/notesMasters/notesMaster1.xml')).toContain('bg1="lt1" tx1="dk1"');
      const first = parts.get('ppt/slides/slide1.xml') ?? '';
      expect(first).toContain('<a:schemeClr val="tx1"/>');
      expect(first).toContain('<a:schemeClr val="accent1"/>');
      expect(first).toContain('<a:latin typeface="+mj-lt"');
      expect(first).not.toContain(`val="${ink}"`);
      expect(theme).toContain(`<a:majorFont><a:latin typeface="${talk.fonts.display.family}"`);
    }
  }
});

test('the notes of every lesson cite its source and say how long it takes', async () => {
  const talk = await prepareTalk(makeLibrary(makeManyLessons(2, 3)));
  const parts = openParts(await makePptx(talk));
  for (const slide of slidesOf(talk.deck)) {
    if (slide.kind !== 'lesson') continue;
    const notes = parts.get(`ppt/notesSlides/notesSlide${slide.number}.xml`);
    const text = notes ? textOf(notes) : '';
    expect(text).toContain(`${slide.notes.part} · ${slide.notes.place} · ${timeHint(slide)}\n`);
    expect(text).toContain(`Quote “${slide.notes.quote}”\nSource ${slide.notes.citation}`);
  }
});

test('marks of a part lead to their lessons, citations to the bibliography, sources to their addresses', async () => {
  const url = 'https://example.org/?a=1&b="2"';
  const library = makeLibrary(makeManyLessons(2, 4));
  const sources = library.sources.map((source) => ({ ...source, url }));
  for (const style of STYLES) {
    const talk = await prepareTalk({ ...library, sources }, { style });
    const parts = openParts(await makePptx(talk));
    const slides = slidesOf(talk.deck);
    const targets = (number: number): readonly string[] =>
      findAll(parts.get(`ppt/slides/_rels/slide${number}.xml.rels`) ?? slideOf(parts, number), 'Relationship').map(
        ({ attributes }) => attributes['Target'] ?? '',
      );
    const part = slides.find(({ kind }) => kind === 'part');
    for (const slide of slides) {
      if (slide.kind !== 'lesson') continue;
      expect(targets(slide.number)).toContain(url);
      const bibliography = slides.find(({ kind }) => kind === 'sources');
      expect(targets(slide.number)).toContain(`slide${bibliography?.number}.xml`);
      if (slide.partNumber === 1) expect(targets(part?.number ?? 0)).toContain(`slide${slide.number}.xml`);
    }
  }
});

test('the sources are a chart of its own that holds the counts, each bar labelled by its part', async () => {
  const talk = await prepareTalk(builtIn.library, { themes: builtIn.themes });
  const parts = openParts(await makePptx(talk));
  const chart = parts.get('ppt/charts/chart1.xml');
  const series = chart ? findAll(chart, 'c:ser') : [];
  expect(series).toHaveLength(8);
  const slide = slidesOf(talk.deck).find((one) => one.kind === 'overview' && one.overview === 'sources');
  if (slide?.kind !== 'overview' || slide.overview !== 'sources') throw new Error('there is no chart');
  for (const [index, one] of series.entries()) {
    const [values] = findAll(one, 'c:val');
    const counts = values ? findAll(values, 'c:v').map(({ text }) => Number(text)) : [];
    expect(counts).toEqual(slide.rows.map((row) => row.marks.filter(({ part }) => part === index + 1).length));
    expect(findAll(one, 'c:numFmt')[0]?.attributes['formatCode']).toBe(`"${index + 1}";;;`);
  }
});

test.each(STYLES)(
  'in %s slides of 4:3 are as wide, and nothing but numbers that are cut off stands beyond them',
  async (style) => {
    const talk = await prepareTalk(builtIn.library, { style, size: '4:3', themes: builtIn.themes });
    const parts = openParts(await makePptx(talk));
    const [size] = findAll(parts.get('ppt/presentation.xml') ?? slideOf(parts, 1), 'p:sldSz');
    expect([size?.attributes['cx'], size?.attributes['cy']]).toEqual(['9144000', '6858000']);
    for (const { number } of slidesOf(talk.deck)) {
      for (const box of textBoxes(slideOf(parts, number))) {
        if (box.isDecorative || box.angle !== 0) continue;
        expect(box.x + box.width, `slide ${number}: ${box.name}`).toBeLessThanOrEqual(961);
        expect(box.y + box.height, `slide ${number}: ${box.name}`).toBeLessThanOrEqual(721);
      }
    }
  },
);

test('a style without layouts for PowerPoint is refused by name', async () => {
  const style = { ...(await readStyle('folio')), name: 'woodcut' };
  await expect(prepareTalk(makeLibrary([makeLesson('1.1')]), { style })).rejects.toThrow(
    /woodcut has no layouts for PowerPoint/u,
  );
});

test("a brand's logo stands on the layouts of title and closing: as shapes where it is drawn of plain areas, as a picture otherwise", async () => {
  const file = 'test/brand/northwind/northwind.css';
  const style = await loadStyle({ name: file, cwd: process.cwd(), warn() {} });
  const layoutsWith = async (brand: Style, mark: string): Promise<readonly string[]> => {
    const parts = readParts(await makePptx(await prepareTalk(makeLibrary(makeManyLessons(3, 4)), { style: brand })));
    return [...parts.entries()].flatMap(([name, xml]) =>
      name.startsWith('ppt/slideLayouts/slideLayout') && xml.includes(mark)
        ? (/<p:cSld name="([^"]*)"/u.exec(xml)?.[1] ?? '')
        : [],
    );
  };
  const both = [`${style.title}: Title`, `${style.title}: Closing`].sort();
  expect([...(await layoutsWith(style, 'name="Logo"'))].sort()).toEqual(both);
  expect(await layoutsWith(style, '<p:pic>')).toEqual([]);
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 32"><g transform="scale(2)"><path d="M0 0h9v9z"/></g></svg>';
  const turned = { ...style, logo: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` };
  expect([...(await layoutsWith(turned, '<p:pic>'))].sort()).toEqual(both);
  const webp = { ...style, logo: 'data:image/webp;base64,AAAA' };
  await expect(layoutsWith(webp, '')).rejects.toThrow(/cannot show the brand's logo \(webp\)/u);
});
