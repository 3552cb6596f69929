import { clockTime } from './speaking-time.ts';

/** How long a slide takes and when the plan comes to it: `about 0:55, from 3:20`. */
export function timeHint({ seconds, start }: { readonly seconds: number; readonly start: number }): string {
  return `about ${clockTime(seconds)}, from ${clockTime(start)}`;
}
