import { describe, expect, test } from 'vitest';
import { composeDeck } from '../../src/compose/compose-deck.ts';
import { escapeMarkdown } from '../../src/export/escape-markdown.ts';
import { exportMarkdown } from '../../src/export/export-markdown.ts';
import { nameTags, stampPdf } from '../../src/export/pdf/stamp-pdf.ts';
import { clean, escapeXml } from '../../src/export/pptx/text.ts';
import { readStyle } from '../../src/files/read-style.ts';
import type { Flavour } from '../../src/model/flavour.ts';
import { makeLesson, makeLibrary, QUOTE, selectAll } from '../make-library.ts';

const style = await readStyle('folio');

describe('escapeMarkdown', () => {
  test.each<[text: string, escaped: string, flavour?: Flavour]>([
    ['a_b_c _d_ 1_2', 'a_b_c \\_d\\_ 1_2'],
    ['_a', '\\_a'],
    ['a_', 'a\\_'],
    ['é_ü', 'é_ü'],
    ['(_)', '(\\_)'],
    ['a*b*c', 'a\\*b\\*c'],
    ['\\ ` [x] < ~', '\\\\ \\` \\[x\\] \\< \\~'],
    ['# a', '\\# a'],
    ['  > a', '  \\> a'],
    ['1. a', '1\\. a'],
    ['12) a', '12\\) a'],
    ['- a', '\\- a'],
    ['a - b # c', 'a - b # c'],
    ['a\n- b\r\n+ c\r= d', 'a\n\\- b\n\\+ c\n\\= d'],
    ['&amp; &#33; R&D AT&T; & a', '\\&amp; \\&#33; R&D AT\\&T; & a'],
    ['| a', '\\| a'],
    [': a', '\\: a'],
    ['$a$ @b ^c {d} :e:', '$a$ @b ^c {d} :e:'],
    ['$a$ @b ^c {d} :e: 10:30', '\\$a\\$ @b ^c {d} \\:e: 10:30', 'marp'],
    ['$a$ {{b}}', '\\$a\\$ <span v-pre>{{</span>b}}', 'slidev'],
    ['$a$ @b ^c {d} {{e}}', '\\$a\\$ \\@b \\^c \\{d} \\{\\{e}}', 'pandoc'],
  ])('of %j makes %j', (text, escaped, flavour) => {
    expect(escapeMarkdown(text, flavour)).toBe(escaped);
  });
});

describe('exportMarkdown', () => {
  const library = makeLibrary(
    [
      makeLesson('1.1', {
        topic: 'On *stars*\nand lines',
        quote: 'One line  \nand another.\n\nA paragraph.',
        source: 'A [talk]\nof old',
        themes: ['scale'],
        note: 'Wait --> for *it*.',
      }),
      makeLesson('1.2', { quote: `${QUOTE} `.repeat(12).trim(), source: 'B', themes: ['security'] }),
      makeLesson('2.1', { quote: 'Short.', source: 'B' }),
    ],
    {
      title: 'Lessons "from" #Ada\nKing',
      tagline: 'What *she* said.',
      sources: [{ name: 'A [talk]\nof old', url: 'https://x.org/<a>{b}\\c' }, { name: 'B' }],
    },
  );
  const themes = ['scale', 'security'].map((name) => ({
    name,
    title: `The *${name}*`,
    description: `All\nabout ${name}.`,
    icon: 'users',
    glyph: 'circle',
    terms: [],
  }));
  const flavours: readonly (Flavour | undefined)[] = [undefined, 'marp', 'slidev', 'pandoc'];

  test.each(flavours)('writes a talk, flavour %s, as its file in test/export/markdown says', async (flavour) => {
    const deck = composeDeck(selectAll(library, themes), { style });
    await expect(exportMarkdown(deck, 'Lectern test', flavour)).toMatchFileSnapshot(
      `markdown/${flavour ?? 'document'}.md`,
    );
  });

  test.each<Flavour | undefined>([undefined, 'marp'])('groups by theme, flavour %s', async (flavour) => {
    const deck = composeDeck(selectAll(library, themes), { style, groupBy: 'theme' });
    await expect(exportMarkdown(deck, 'Lectern test', flavour)).toMatchFileSnapshot(
      `markdown/${flavour ?? 'document'}-by-theme.md`,
    );
  });

  test.each<Flavour | undefined>([undefined, 'marp', 'pandoc'])(
    'leaves out what there is not, flavour %s',
    async (flavour) => {
      const bare = makeLibrary([makeLesson('1.1'), makeLesson('1.2')], { subject: '', tagline: '', title: 'Bare' });
      const deck = composeDeck(selectAll(bare), { style });
      await expect(exportMarkdown(deck, 'Lectern test', flavour)).toMatchFileSnapshot(
        `markdown/${flavour ?? 'document'}-bare.md`,
      );
    },
  );

  test('a slide of a lesson that the deck has not is our fault', () => {
    const deck = composeDeck(selectAll(library, themes), { style });
    expect(() => exportMarkdown({ ...deck, lessons: [] }, 'Lectern test')).toThrow(
      new RangeError('lesson 1.1 is not in the deck'),
    );
  });
});

describe('the facts of a PDF', () => {
  const object = (
    number: number,
    body: string,
    isStream = false,
  ): Parameters<typeof stampPdf>[0]['objects'][number] => ({
    number,
    body,
    isStream,
  });
  const facts = { title: 'Añ', author: '', subject: 'S', creator: 'Lectern 0.1.0' };
  const pdf = {
    objects: [object(1, '<</Producer (Skia/PDF m1 )>>'), object(2, '<</Producer (x)>>')],
    root: 2,
    info: 1,
  };

  test('take the place of the browser’s, without a clock and without what is empty', () => {
    expect(stampPdf(pdf, facts)).toEqual({
      ...pdf,
      objects: [
        object(
          1,
          '<</Title <FEFF004100F1>\n/Subject <FEFF0053>\n/Creator (Lectern 0.1.0)\n/Producer (Lectern with Skia/PDF m1)\n>>',
        ),
        pdf.objects[1],
      ],
    });
  });

  test('hold a date where there is one, and Chromium where the producer is not told', () => {
    const dated = { ...facts, subject: '', creator: '', date: new Date('2026-05-03T04:05:06.789Z') };
    expect(stampPdf({ ...pdf, objects: [object(1, '<<>>')] }, dated).objects).toEqual([
      object(
        1,
        "<</Title <FEFF004100F1>\n/Producer ( with Chromium)\n/CreationDate (D:20260503040506+00'00')\n/ModDate (D:20260503040506+00'00')\n>>",
      ),
    ]);
  });

  test('name tags from one, in their order', () => {
    const named = nameTags({
      ...pdf,
      objects: [
        object(1, '<</Names [(node00000017) (node00000009)]>>'),
        object(2, '<</ID (node00000009) /T (node12)>>'),
        object(3, '(node00000017)', true),
        object(4, '<</ID (other)>>'),
        object(5, '(node00000005)', true),
      ],
    });
    expect(named).toEqual({
      ...pdf,
      objects: [
        object(1, '<</Names [(node00000002) (node00000001)]>>'),
        object(2, '<</ID (node00000001) /T (node12)>>'),
        object(3, '(node00000017)', true),
        object(4, '<</ID (other)>>'),
        object(5, '(node00000005)', true),
      ],
    });
  });
});

describe('text in XML', () => {
  test('is escaped, and holds nothing that XML cannot', () => {
    expect(escapeXml('a & b < c > d "e" \'f\' &')).toBe("a &amp; b &lt; c &gt; d &quot;e&quot; 'f' &amp;");
    expect(escapeXml('a\u0000b\u000bc\u001fd\u007fe\u0084f\u0086g\u009fh\ufffei\uffffj')).toBe('abcdefghij');
    expect(clean('a\tb\nc\rd\u0085e')).toBe('a\tb\nc\rd\u0085e');
    expect(clean('a\ud83db\udc00c😀')).toBe('a\ufffdb\ufffdc😀');
  });
});
