import { expect, test } from 'vitest';
import { composeDeck } from '../../src/compose/compose-deck.ts';
import { composeHandout } from '../../src/compose/compose-handout.ts';
import { readStyle } from '../../src/files/read-style.ts';
import type { Handout, HandoutOptions } from '../../src/model/handout.ts';
import { makeLesson, makeLibrary, makeManyLessons, selectAll } from '../make-library.ts';

const style = await readStyle('folio');
const LINES: HandoutOptions = { paper: 'A4', layout: 'slides', perPage: 3, notes: 'lines' };

function handoutOf(lessons: Parameters<typeof makeLibrary>[0], options: Partial<HandoutOptions> = {}): Handout {
  const deck = composeDeck(selectAll(makeLibrary(lessons)), { style });
  return composeHandout(deck, style, { ...LINES, ...options });
}

const shape = (handout: Handout): string =>
  handout.pages
    .map((page) =>
      page.kind === 'slides' ? page.slides.length : page.kind === 'text' ? `t${page.lessons.length}` : 's',
    )
    .join(' ');

test.each([
  [1, '1 1 1 1 1 1 1 1 s'],
  [2, '2 2 2 2 s'],
  [3, '3 1 3 1 s'],
  [4, '4 4 s'],
  [6, '4 4 s'],
] as const)(
  'with %d slides a page each part begins on a page of its own, and sources come last',
  (perPage, expected) => {
    expect(shape(handoutOf(makeManyLessons(2, 4), { perPage }))).toBe(expected);
  },
);

test('pages are numbered, and light their own lessons in the index', () => {
  const { pages } = handoutOf(makeManyLessons(2, 4));
  expect(pages.map((page) => page.number)).toEqual([1, 2, 3, 4, 5]);
  expect(pages.map((page) => page.lit.map((mark) => mark.id).join(' '))).toEqual([
    '1.1 1.2 1.3',
    '1.4',
    '2.1 2.2 2.3',
    '2.4',
    '',
  ]);
});

test('the text layout fills pages by the length of the texts, and loses no lesson', () => {
  const handout = handoutOf(makeManyLessons(2, 60), { layout: 'text' });
  const ids = handout.pages.flatMap((page) => (page.kind === 'text' ? page.lessons.map((lesson) => lesson.id) : []));
  expect(ids).toEqual(makeManyLessons(2, 60).map((lesson) => lesson.id));
  expect(shape(handout)).toMatch(/^t\d+ t\d+/u);
});

test('a quote that slides show in two pieces is one text again', () => {
  const quote = 'Every credential should have a strict, enforceable time-to-live. '.repeat(20).trim();
  const [page] = handoutOf([makeLesson('1.1', { quote })], { layout: 'text' }).pages;
  const text =
    page?.kind === 'text'
      ? page.lessons[0]?.segments.flatMap((segment) => segment.pieces.map((piece) => piece.text)).join('')
      : '';
  expect(text).toBe(`${quote}”`);
});

test('a long bibliography takes several pages', () => {
  expect(shape(handoutOf(makeManyLessons(1, 80, 80), { layout: 'text' }))).toMatch(/ s s s$/u);
});
