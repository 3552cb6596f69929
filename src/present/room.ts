import type { LiveTalk } from '../model/live.ts';

/** The clock of a talk. Times in milliseconds. */
export interface Clock {
  /** What it had counted when it was last started or stopped. */
  readonly counted: number;
  /** When it was started, by the server's clock; null while it stands. */
  readonly since: number | null;
}

/** What all windows of one talk share. */
export interface Room {
  /** The slides' anchors in their order. */
  readonly slides: readonly string[];
  /** Anchor of the slide that is shown; null until somebody shows one. */
  readonly slide: string | null;
  readonly black: boolean;
  readonly clock: Clock;
  /** The talk's edition. */
  readonly version: number;
  /** What is wrong with the latest edit, a line each; empty when it is shown. */
  readonly problems: readonly string[];
}

/** What a window may ask for. */
export type Wish =
  | { readonly type: 'show'; readonly slide: string }
  | { readonly type: 'black'; readonly black: boolean }
  | { readonly type: 'clock'; readonly action: 'start' | 'stop' | 'reset' };

export function openRoom({ slides, version }: Pick<LiveTalk, 'slides' | 'version'>): Room {
  return { slides, slide: null, black: false, clock: { counted: 0, since: null }, version, problems: [] };
}

/**
 * The room after a wish; the same one when it changes nothing, as for a slide that there is not.
 * @param now ms by the server's clock
 */
export function grant(room: Room, wish: Wish, now: number): Room {
  switch (wish.type) {
    case 'show':
      return room.slides.includes(wish.slide) && wish.slide !== room.slide ? showSlide(room, wish.slide, now) : room;
    case 'black':
      return wish.black === room.black ? room : { ...room, black: wish.black };
    case 'clock':
      return { ...room, clock: setClock(room.clock, wish.action, now) };
  }
}

/** The room with an edited talk in it: on the same slide, or on the one that now has its place. */
export function replaceTalk(room: Room, { slides, version }: Pick<LiveTalk, 'slides' | 'version'>): Room {
  const place = room.slide === null ? -1 : room.slides.indexOf(room.slide);
  const isStill = room.slide !== null && slides.includes(room.slide);
  const slide = isStill || place < 0 ? room.slide : (slides[Math.min(place, slides.length - 1)] ?? null);
  return { ...room, slides, slide, version, problems: [] };
}

/** The talk begins when its first slide is left: the clock starts by itself, once. */
function showSlide(room: Room, slide: string, now: number): Room {
  const isFresh = room.clock.counted === 0 && room.clock.since === null;
  const begins = isFresh && room.slide !== null && slide !== room.slides[0];
  return { ...room, slide, clock: begins ? setClock(room.clock, 'start', now) : room.clock };
}

function setClock(clock: Clock, action: 'start' | 'stop' | 'reset', now: number): Clock {
  const counted = clock.counted + (clock.since === null ? 0 : now - clock.since);
  switch (action) {
    case 'start':
      return { counted, since: now };
    case 'stop':
      return { counted, since: null };
    case 'reset':
      return { counted: 0, since: null };
  }
}

/** A wish as it comes over the line, or undefined when it is none. */
export function readWish(text: string): Wish | undefined {
  const fields = parseFields(text);
  const slide = fields.get('slide');
  const black = fields.get('black');
  const action = CLOCK_ACTIONS.find((known) => known === fields.get('action'));
  switch (fields.get('type')) {
    case 'show':
      return typeof slide === 'string' ? { type: 'show', slide } : undefined;
    case 'black':
      return typeof black === 'boolean' ? { type: 'black', black } : undefined;
    case 'clock':
      return action === undefined ? undefined : { type: 'clock', action };
    default:
      return undefined;
  }
}

const CLOCK_ACTIONS = ['start', 'stop', 'reset'] as const;

function parseFields(text: string): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  } catch (error) {
    // What is no JSON is no wish either: strangers' words are no error of ours.
    if (error instanceof SyntaxError) return new Map();
    throw error;
  }
}
