import type { Problem } from '../model/problem.ts';
import { type PlacedData, setField } from './placed-data.ts';

/** A library nests five deep; more than this is a mistake and would end the stack. */
const MOST_DEPTH = 100;

interface JsonWalk {
  readonly file: string;
  readonly text: string;
  readonly lines: Map<object, Map<PropertyKey, number>>;
  readonly problems: Problem[];
  position: number;
  line: number;
  depth: number;
  failed: boolean;
}

/** Reads JSON and remembers on which line each value stands, which `JSON.parse` cannot tell. Duplicate keys are problems. */
export function readJson(text: string, file: string): PlacedData {
  const source = text.replace(/\r\n?/g, '\n');
  const lines = new Map<object, Map<PropertyKey, number>>();
  const walk: JsonWalk = { file, text: source, lines, problems: [], position: 0, line: 1, depth: 0, failed: false };
  const value = readValue(walk);
  skipSpace(walk);
  if (walk.position < source.length) fail(walk, 'something stands after the end of the data');
  return walk.failed ? { lines, problems: walk.problems } : { value, lines, problems: walk.problems };
}

function readValue(walk: JsonWalk): unknown {
  skipSpace(walk);
  const start = walk.text[walk.position];
  if (start === '{') return readNested(walk, readObject);
  if (start === '[') return readNested(walk, readArray);
  if (start === '"') return readString(walk);
  return readWord(walk);
}

function readNested(walk: JsonWalk, read: (walk: JsonWalk) => unknown): unknown {
  walk.position += 1;
  walk.depth += 1;
  const value = walk.depth > MOST_DEPTH ? fail(walk, 'the data is nested too deeply') : read(walk);
  walk.depth -= 1;
  return value;
}

function readObject(walk: JsonWalk): unknown {
  const object = {};
  const lines = new Map<PropertyKey, number>();
  walk.lines.set(object, lines);
  for (let more = !takes(walk, '}'); more && !walk.failed; more = !ends(walk, '}')) {
    skipSpace(walk);
    if (walk.text[walk.position] !== '"') return fail(walk, 'a name in double quotes is expected here');
    const { line } = walk;
    const key = readString(walk);
    if (!takes(walk, ':')) return fail(walk, 'a colon is expected here');
    const value = readValue(walk);
    const first = lines.get(key);
    if (first === undefined) {
      lines.set(key, line);
      setField(object, key, value);
    } else {
      const details = { field: key, first: String(first) };
      walk.problems.push({ kind: 'field-duplicate', file: walk.file, line, details });
    }
  }
  return object;
}

function readArray(walk: JsonWalk): unknown {
  const list: unknown[] = [];
  const lines = new Map<PropertyKey, number>();
  walk.lines.set(list, lines);
  for (let more = !takes(walk, ']'); more && !walk.failed; more = !ends(walk, ']')) {
    skipSpace(walk);
    lines.set(list.length, walk.line);
    list.push(readValue(walk));
  }
  return list;
}

/** After an entry: true at the closing bracket, false after a comma. */
function ends(walk: JsonWalk, bracket: string): boolean {
  if (walk.failed || takes(walk, bracket)) return true;
  if (!takes(walk, ',')) fail(walk, `a comma or ${bracket} is expected here`);
  return walk.failed;
}

function readString(walk: JsonWalk): string {
  const start = walk.position;
  let end = start + 1;
  while (end < walk.text.length && walk.text[end] !== '"') end += walk.text[end] === '\\' ? 2 : 1;
  const text = decode(walk.text.slice(start, end + 1));
  if (typeof text === 'string') {
    walk.position = end + 1;
    return text;
  }
  fail(walk, 'this text in double quotes is not closed, or holds a character that JSON wants escaped');
  return '';
}

function readWord(walk: JsonWalk): unknown {
  const word = /[\w+.-]{1,400}/y;
  word.lastIndex = walk.position;
  const found = word.exec(walk.text)?.[0] ?? '';
  const value = decode(found);
  if (value === undefined) return fail(walk, 'a value is expected here');
  walk.position += found.length;
  return value;
}

/** What `JSON.parse` makes of one string, number or word; undefined when it is none. */
function decode(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function takes(walk: JsonWalk, character: string): boolean {
  skipSpace(walk);
  if (walk.text[walk.position] !== character) return false;
  walk.position += 1;
  return true;
}

function skipSpace(walk: JsonWalk): void {
  for (let next = walk.text[walk.position]; next === ' ' || next === '\n' || next === '\t'; ) {
    if (next === '\n') walk.line += 1;
    walk.position += 1;
    next = walk.text[walk.position];
  }
}

/** Tells the first fault and stops the reading: what follows it would only be noise. */
function fail(walk: JsonWalk, message: string): undefined {
  if (!walk.failed) walk.problems.push({ kind: 'syntax', file: walk.file, line: walk.line, details: { message } });
  walk.failed = true;
  walk.position = walk.text.length;
  return undefined;
}
