import { withoutEmphasis } from './trim-marks.ts';

/** `Part 3: Zero trust`; the title is '' where the line has none. */
export interface PartHeading {
  readonly number: number;
  readonly title: string;
}

const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const ROMAN_DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** Reads a part's heading; undefined when the line is none, such as a sentence that begins with "Part of". */
export function parsePartHeading(line: string): PartHeading | undefined {
  const text = withoutEmphasis(withoutHeadingMarks(line));
  const match = /^part\s{1,20}([a-z]{1,10}|\d{1,6})(?![\p{L}\p{N}])[*_]{0,3}\s{0,20}(.*)$/isu.exec(text);
  if (match === null) return undefined;
  const [, numeral = '', rest = ''] = match;
  const number = readNumeral(numeral.toLowerCase());
  const separated = rest === '' || /^[:：.)\-–—|]/.test(rest);
  // Without a separator only a line that is marked as a heading is one: "Part 2 was harder" is a sentence.
  if (number === undefined || number < 1 || !(separated || text !== line)) return undefined;
  return { number, title: withoutEmphasis(rest.replace(/^[:：.)\-–—|]{1,3}/, '').trim()) };
}

/** A Markdown heading's words: `## Part 1 ##` → `Part 1`. */
export function withoutHeadingMarks(line: string): string {
  const match = /^#{1,6}\s/.exec(line);
  if (match === null) return line;
  const words = line.slice(match[0].length).trim();
  const closing = /\s#{1,6}$/.exec(words.slice(-7));
  return closing === null ? words : words.slice(0, -closing[0].length).trim();
}

function readNumeral(numeral: string): number | undefined {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  const word = WORDS.indexOf(numeral);
  return word >= 0 ? word + 1 : readRoman(numeral);
}

function readRoman(numeral: string): number | undefined {
  if (!/^[ivxlc]+$/.test(numeral)) return undefined;
  const values = [...numeral].map((digit) => ROMAN_DIGITS[digit] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
