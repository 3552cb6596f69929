import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { writeField } from './write-field.ts';

/** A stretch of a text (code units, end exclusive) and what is to stand there. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A file that is edited in place, so that all that people wrote around the edits stays as it is. */
export interface EditedFile {
  /** With LF alone, and one at its end. */
  readonly text: string;
  readonly edits: Edit[];
}

/** A list or map that is written in a way that cannot be edited in place. */
export class NotEditable extends Error {}

export function applyEdits({ text, edits }: EditedFile): string {
  let result = '';
  let position = 0;
  for (const { start, end, text: inserted } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < position) throw new NotEditable();
    result += `${text.slice(position, start)}${inserted}`;
    position = end;
  }
  return result + text.slice(position);
}

export function pairOf(map: YAMLMap, key: string): Pair<unknown, unknown> | undefined {
  return map.items.find((item) => isScalar(item.key) && item.key.value === key);
}

/** Puts another text in the place of one; comments around it stay. */
export function replaceText(file: EditedFile, map: YAMLMap, key: string, value: string | number): void {
  const pair = pairOf(map, key);
  const [start, end] = rangeOf(pair?.value);
  if (map.flow) {
    file.edits.push({ start, end, text: JSON.stringify(value) });
    return;
  }
  const column = columnOf(file.text, rangeOf(pair?.key)[0]);
  const old = file.text.slice(start, end);
  const rest = old.endsWith('\n') ? '' : file.text.slice(end, lineEnd(file.text, end)).trim();
  const written = rest === '' ? writeField(key, value, column).slice(`${key}: `.length) : JSON.stringify(value);
  file.edits.push({ start, end, text: `${written}${/\n[ \t\n]*$/u.exec(old)?.[0] ?? ''}` });
  const comment = /^[>|][^\n#]{0,10}\s(#[^\n]*)/u.exec(old)?.[1];
  // A comment behind the mark of a block stood inside what was replaced.
  if (comment !== undefined) throw new NotEditable();
}

/** Adds a field at the end of a map, or at its start. */
export function addField(
  file: EditedFile,
  map: YAMLMap,
  field: readonly [string, unknown],
  at: 'start' | 'end',
  comment = '',
): void {
  const [key, value] = field;
  const [start] = rangeOf(map.items[0]?.key);
  if (map.flow) {
    file.edits.push({ start, end: start, text: `${key}: ${JSON.stringify(value)}, ` });
    return;
  }
  const column = columnOf(file.text, start);
  const text = `${writeField(key, value, column)}${comment}`;
  if (at === 'start') file.edits.push({ start, end: start, text: `${text}\n${' '.repeat(column)}` });
  else insertLines(file, endOf(file.text, map), `${' '.repeat(column)}${text}\n`);
}

/** Turns a field into a comment: nothing that people wrote is thrown away. */
export function commentOut(file: EditedFile, map: YAMLMap, key: string): void {
  const pair = pairOf(map, key);
  const [start] = rangeOf(pair?.key);
  const end = endOf(file.text, pair?.value);
  if (map.flow || map.items.length < 2) throw new NotEditable();
  const lines = file.text.slice(start, end).replace(/\n$/u, '').split('\n');
  file.edits.push({
    start,
    end,
    text: `${lines.map((line) => `# ${line.trim()}`).join(`\n${' '.repeat(columnOf(file.text, start))}`)}\n`,
  });
}

/** Adds items, written without indentation, behind the item at `index`; -1 is before the first. */
export function addItems(file: EditedFile, list: YAMLSeq, index: number, items: string): void {
  const dash = dashOf(list, Math.max(0, index));
  const column = columnOf(file.text, dash);
  const lines = items
    .replace(/\n$/u, '')
    .split('\n')
    .map((line) => (line === '' ? '' : `${' '.repeat(column)}${line}`));
  const at = index < 0 ? aboveComments(file.text, lineStart(file.text, dash)) : endOf(file.text, list.items[index]);
  insertLines(file, at, `${lines.join('\n')}\n`);
}

/** The start of the comments right above a line: they belong to what is in it. */
function aboveComments(text: string, start: number): number {
  let at = start;
  for (
    let above = lineStart(text, at - 1);
    at > 0 && /^[ \t]*#/u.test(text.slice(above, at));
    above = lineStart(text, at - 1)
  )
    at = above;
  return at;
}

export function removeItem(file: EditedFile, list: YAMLSeq, index: number): void {
  const dash = dashOf(list, index);
  file.edits.push({ start: lineStart(file.text, dash), end: endOf(file.text, list.items[index]), text: '' });
}

export function insertLines(file: EditedFile, at: number, lines: string): void {
  file.edits.push({ start: at, end: at, text: lines });
}

/** Offset of the line behind the last one that a node takes, a comment behind it included. */
export function endOf(text: string, node: unknown): number {
  const end = deepEnd(node);
  if (text.charAt(end - 1) !== '\n') return Math.min(text.length, lineEnd(text, end) + 1);
  // A block of text takes the blank lines below it as its own.
  let last = end;
  while (/\n[ \t]*\n$/u.test(text.slice(Math.max(0, last - 200), last))) last = text.lastIndexOf('\n', last - 2) + 1;
  return last;
}

function deepEnd(node: unknown): number {
  if (isMap(node) && !node.flow) return deepEnd(node.items.at(-1));
  if (isSeq(node) && !node.flow) return deepEnd(node.items.at(-1));
  if (isPair(node)) return isEmpty(node.value) ? rangeOf(node.key)[1] : deepEnd(node.value);
  return rangeOf(node)[1];
}

function isEmpty(node: unknown): boolean {
  return (
    node === null || (isScalar(node) && (node.source === undefined || node.source === '') && node.type === 'PLAIN')
  );
}

function dashOf(list: YAMLSeq, index: number): number {
  const token = list.srcToken;
  if (list.flow || token?.type !== 'block-seq') throw new NotEditable();
  // Blank items of the source have no node of their own.
  const dash = token.items[index]?.start.find(({ type }) => type === 'seq-item-ind');
  if (dash === undefined) throw new NotEditable();
  return dash.offset;
}

function rangeOf(node: unknown): readonly [number, number] {
  const range = isNode(node) ? (node satisfies Node).range : undefined;
  if (!range || isAlias(node)) throw new NotEditable();
  return [range[0], range[1]];
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
