import { expect, test } from 'vitest';
import { composeDeck } from '../../src/compose/compose-deck.ts';
import { readStyle } from '../../src/files/read-style.ts';
import { type Deck, slidesOf } from '../../src/model/deck.ts';
import type { Theme } from '../../src/model/theme.ts';
import { makeLesson, makeLibrary, makeManyLessons, QUOTE, selectAll } from '../make-library.ts';

const style = await readStyle('folio');
const THEMES: readonly Theme[] = ['security', 'scale'].map((name) => ({
  name,
  title: name === 'scale' ? 'Scale' : 'Security',
  description: 'One line.',
  icon: '',
  glyph: '',
  terms: [],
}));
const kinds = (deck: Deck): string =>
  slidesOf(deck)
    .map((slide) => slide.kind)
    .join(' ');

test('the slides stand in the order of a talk', () => {
  const deck = composeDeck(selectAll(makeLibrary(makeManyLessons(3, 4)), THEMES), { style });
  expect(kinds(deck)).toBe(
    `title agenda overview overview ${'part key lesson lesson lesson lesson '.repeat(3)}closing sources`,
  );
  expect(slidesOf(deck).map((slide) => slide.number)).toEqual(slidesOf(deck).map((_, index) => index + 1));
});

test('a key slide stands right before its lesson', () => {
  const lessons = makeManyLessons(2, 3).map((lesson) => ({ ...lesson, key: lesson.id === '1.2' }));
  const slides = slidesOf(composeDeck(selectAll(makeLibrary(lessons)), { style }));
  const index = slides.findIndex((slide) => slide.kind === 'key');
  expect(slides[index]).toMatchObject({ lessonId: '1.2', kind: 'key' });
  expect(slides[index + 1]).toMatchObject({ lessonId: '1.2', kind: 'lesson' });
});

test('slides that would say nothing of a single lesson or part are left out', () => {
  expect(kinds(composeDeck(selectAll(makeLibrary([makeLesson('3.4')])), { style }))).toBe('title lesson sources');
  expect(kinds(composeDeck(selectAll(makeLibrary([makeLesson('3.4'), makeLesson('3.5')])), { style }))).toBe(
    'title part lesson lesson sources',
  );
});

test('sources are numbered alphabetically and name their lessons', () => {
  const lessons = ['b', 'A', 'c', 'A'].map((source, index) => makeLesson(`1.${index + 1}`, { source }));
  const deck = composeDeck(selectAll(makeLibrary(lessons)), { style });
  expect(
    deck.sources.map(({ name, number, lessons: citing }) => [number, name, citing.map((mark) => mark.id).join(' ')]),
  ).toEqual([
    [1, 'A', '1.2 1.4'],
    [2, 'b', '1.1'],
    [3, 'c', '1.3'],
  ]);
});

test("every lesson's notes hold its id, part, source and time", () => {
  const lesson = makeLesson('1.1', { note: 'Tell the story of the vault.' });
  const slide = slidesOf(composeDeck(selectAll(makeLibrary([lesson])), { style })).find(
    ({ kind }) => kind === 'lesson',
  );
  expect(slide).toMatchObject({
    notes: {
      id: '1.1',
      part: 'Part 1: Part title 1',
      say: 'Tell the story of the vault.',
      quote: QUOTE,
      citation: 'Ada Made, InfoQ [1]',
    },
    seconds: 55,
    start: 20,
  });
});

test("the author's speaking time is kept", () => {
  const deck = composeDeck(selectAll(makeLibrary([makeLesson('1.1', { seconds: 90 })])), { style });
  expect(slidesOf(deck).find(({ kind }) => kind === 'lesson')?.seconds).toBe(90);
});

test('a long agenda and a long bibliography take several slides', () => {
  const deck = composeDeck(selectAll(makeLibrary(makeManyLessons(30, 3, 80)), THEMES), { style });
  const count = (kind: string): number => slidesOf(deck).filter((slide) => slide.kind === kind).length;
  expect(count('agenda')).toBe(4);
  expect(count('sources')).toBe(4);
  expect(count('closing')).toBe(4);
  expect(
    slidesOf(deck)
      .filter((slide) => slide.kind === 'agenda')
      .flatMap((slide) => slide.rows),
  ).toHaveLength(30);
});

test('overviews are titled by what they find, and count every lesson once', () => {
  const slides = slidesOf(composeDeck(selectAll(makeLibrary(makeManyLessons(3, 6)), THEMES), { style }));
  const [matrix, shares] = slides.filter((slide) => slide.kind === 'overview');
  expect(matrix?.finding.pieces.map((piece) => piece.text).join('')).toBe(
    'Part 1 holds 4 of the 12 lessons on security',
  );
  expect(shares?.finding.pieces.map((piece) => piece.text).join('')).toBe('Four sources supply 15 of the 18 lessons');
  expect(matrix).toMatchObject({ total: 18 });
});

test('grouped by theme, each lesson stands once under its primary theme', () => {
  const deck = composeDeck(selectAll(makeLibrary(makeManyLessons(2, 6)), THEMES), { style, groupBy: 'theme' });
  expect(kinds(deck)).toContain('agenda overview overview theme key lesson lesson');
  expect(slidesOf(deck).filter((slide) => slide.kind === 'lesson')).toHaveLength(12);
  expect(slidesOf(deck).find((slide) => slide.kind === 'theme')).toMatchObject({
    place: 'Theme 1 of 2',
    count: '8 lessons in 2 of 2 parts',
  });
});

test('title, presenter, event and date can be given', () => {
  const [slide] = slidesOf(
    composeDeck(selectAll(makeLibrary([makeLesson('1.1')])), {
      style,
      title: 'Mine',
      presenter: 'Eve',
      event: 'Team day',
      date: '3 May',
    }),
  );
  expect(slide).toMatchObject({
    title: { pieces: [{ text: 'Mine' }] },
    occasion: { pieces: [{ text: 'Eve · Team day · 3 May' }] },
  });
});
