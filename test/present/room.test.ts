import { expect, test } from 'vitest';
import { grant, openRoom, readWish, replaceTalk } from '../../src/present/room.ts';

const room = openRoom({ slides: ['title', 'lesson-1.1', 'lesson-1.2', 'sources'], version: 1 });
const shown = grant(room, { type: 'show', slide: 'title' }, 0);

test('a slide that there is not is not shown', () => {
  expect(grant(shown, { type: 'show', slide: 'lesson-9.9' }, 0)).toBe(shown);
  expect(grant(shown, { type: 'show', slide: '__proto__' }, 0)).toBe(shown);
});

test('the clock starts when the first slide is left, and not again by itself once it was stopped', () => {
  expect(shown.clock.since).toBe(null);
  const begun = grant(shown, { type: 'show', slide: 'lesson-1.1' }, 5000);
  expect(begun.clock).toEqual({ counted: 0, since: 5000 });
  const stopped = grant(begun, { type: 'clock', action: 'stop' }, 9000);
  expect(stopped.clock).toEqual({ counted: 4000, since: null });
  expect(grant(stopped, { type: 'show', slide: 'lesson-1.2' }, 10_000).clock).toEqual(stopped.clock);
  expect(grant(stopped, { type: 'clock', action: 'start' }, 20_000).clock).toEqual({ counted: 4000, since: 20_000 });
  expect(grant(begun, { type: 'clock', action: 'reset' }, 9000).clock).toEqual({ counted: 0, since: null });
});

test('an edited talk stays on its slide, or shows what has its place now', () => {
  const at = grant(shown, { type: 'show', slide: 'lesson-1.2' }, 0);
  expect(replaceTalk(at, { slides: ['title', 'part-1', 'lesson-1.2'], version: 2 })).toMatchObject({
    slide: 'lesson-1.2',
    version: 2,
  });
  expect(replaceTalk(at, { slides: ['title', 'lesson-1.1', 'sources'], version: 2 }).slide).toBe('sources');
  expect(replaceTalk(at, { slides: ['title'], version: 2 }).slide).toBe('title');
  expect(replaceTalk(room, { slides: ['title'], version: 2 }).slide).toBe(null);
});

test('a wish for what is so already changes nothing, not even the clock', () => {
  const begun = grant(shown, { type: 'show', slide: 'lesson-1.1' }, 5000);
  expect(grant(begun, { type: 'show', slide: 'lesson-1.1' }, 9000)).toBe(begun);
  expect(grant(begun, { type: 'black', black: false }, 9000)).toBe(begun);
  expect(grant(begun, { type: 'black', black: true }, 9000)).toEqual({ ...begun, black: true });
});

test('the clock stands until the first slide is left, and goes on where it was started before', () => {
  const late = grant(room, { type: 'show', slide: 'lesson-1.1' }, 5000);
  expect(late.clock.since).toBe(null);
  expect(grant(late, { type: 'show', slide: 'title' }, 6000).clock.since).toBe(null);
  const started = grant(shown, { type: 'clock', action: 'start' }, 1000);
  expect(grant(started, { type: 'show', slide: 'lesson-1.1' }, 5000).clock).toEqual({ counted: 0, since: 1000 });
});

test('a slide that is not in an edited talk gives way, the first one too; one that was in none is left', () => {
  expect(replaceTalk(shown, { slides: ['cover', 'lesson-1.1'], version: 2 }).slide).toBe('cover');
  expect(replaceTalk(shown, { slides: ['cover', 'title'], version: 2 }).slide).toBe('title');
  expect(replaceTalk({ ...shown, slide: 'gone' }, { slides: ['title'], version: 2 }).slide).toBe('gone');
  expect(replaceTalk(shown, { slides: [], version: 2 }).slide).toBe(null);
});

test('an edit that is shown takes the problems of the one before away', () => {
  const broken = { ...shown, problems: ['lessons.yaml:3: …'] };
  expect(replaceTalk(broken, { slides: ['title'], version: 2 }).problems).toEqual([]);
});

test.each([
  '',
  'null',
  '[]',
  '"show"',
  '{"type":"show"}',
  '{"type":"show","slide":7}',
  '{"type":"black","black":"yes"}',
  '{"type":"clock","action":"explode"}',
  '{"type":"publish","html":"<script>"}',
  '{"type":["show"],"slide":"title"}',
  `{"type":"show","slide":${'['.repeat(2000)}`,
])('%s is no wish', (text) => {
  expect(readWish(text)).toBe(undefined);
});

test('a wish holds what it is about and nothing else', () => {
  expect(readWish('{"type":"show","slide":"title","html":"<b>"}')).toEqual({ type: 'show', slide: 'title' });
  expect(readWish('{"type":"black","black":true}')).toEqual({ type: 'black', black: true });
  expect(readWish('{"type":"clock","action":"reset"}')).toEqual({ type: 'clock', action: 'reset' });
});
