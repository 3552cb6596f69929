import { withoutHeadingMarks } from './parse-part-heading.ts';

/** A line of a list, taken apart. */
export interface MarkedLine {
  /** True when the line has a list marker or a number. */
  readonly marked: boolean;
  /** The number as typed; absent where the marker has none. */
  readonly number?: number;
  /** The part's number where an id such as `3.4` is typed out. */
  readonly part?: number;
  /** What follows the marker. */
  readonly text: string;
}

const BULLET = /^(?:[-+•‣◦·–*]|\\-)\s+/;
const NUMBER = /^([*_]{0,3})\(?(?:(\d{1,6})\.)?(\d{1,6})[.)]{1,2}([*_]{0,3})(?:\s+|(?=[*_]{1,3}\S))/;
const ID = /^([*_]{0,3})(\d{1,6})\.(\d{1,6})([*_]{0,3})\s+/;

/** Takes off `3.`, `3)`, `(3)`, `3.4`, `-`, `*`, `•`, also behind `#` or inside `**`. */
export function parseMarker(line: string): MarkedLine {
  const unheaded = withoutHeadingMarks(line);
  const text = unheaded.replace(BULLET, '');
  const match = NUMBER.exec(text) ?? ID.exec(text);
  if (match === null) return { marked: text !== unheaded, text };
  const [whole, opening = '', part, number, closing = ''] = match;
  // `**1. On topic:**` keeps the emphasis that its number opened, for the topic to lose as a whole.
  const rest = `${closing === '' ? opening : ''}${text.slice(whole.length)}`;
  return { marked: true, number: Number(number), ...(part === undefined ? {} : { part: Number(part) }), text: rest };
}
