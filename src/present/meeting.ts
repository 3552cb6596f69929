import type { WebSocket } from 'ws';
import type { LiveTalk } from '../model/live.ts';
import { grant, openRoom, type Room, readWish, replaceTalk } from './room.ts';

/** All windows of a talk, and what they share. */
export interface Meeting {
  /** One more window, over its line. */
  welcome(line: WebSocket): void;
  publish(talk: LiveTalk): void;
  tellProblems(lines: readonly string[]): void;
  close(): void;
}

/** Windows that hear nothing for three of these take the line for dead and open it anew. ms */
const HEARTBEAT = 4000;

/**
 * The meeting of all windows. Each is told the room when it comes and after every change, with the number of the window that
 * wished it: that one need not follow itself.
 */
export function createMeeting(talk: LiveTalk): Meeting {
  const windows = new Map<number, WebSocket>();
  let room = openRoom(talk);
  let count = 0;
  const change = (next: Room, by: number): void => {
    if (next === room) return;
    room = next;
    for (const window of windows.values()) window.send(describe(room, by));
  };
  const heartbeat = setInterval(() => {
    for (const window of windows.values()) window.send('{"type":"beat"}');
  }, HEARTBEAT);
  heartbeat.unref();
  return {
    welcome: (line) => {
      count += 1;
      const id = count;
      windows.set(id, line);
      line.send(JSON.stringify({ type: 'hello', id }));
      line.send(describe(room, 0));
      line.on('message', (data, isBinary) => {
        const wish = isBinary ? undefined : readWish(String(data));
        if (!wish) return;
        const next = grant(room, wish, Date.now());
        // Every wish is answered, so that a window knows which of its wishes are on their way.
        if (next === room) line.send(describe(room, id));
        else change(next, id);
      });
      line.on('close', () => windows.delete(id));
      // A line that breaks is closed as well; what it broke of is nobody's concern.
      line.on('error', () => line.terminate());
    },
    publish: (next) => change(replaceTalk(room, next), 0),
    tellProblems: (problems) => change({ ...room, problems }, 0),
    close: () => {
      clearInterval(heartbeat);
      for (const window of windows.values()) window.terminate();
    },
  };
}

function describe({ slide, black, clock, version, problems }: Room, by: number): string {
  return JSON.stringify({ type: 'room', by, slide, black, clock, version, problems, now: Date.now() });
}
