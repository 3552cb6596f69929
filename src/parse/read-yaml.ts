import { Composer, type CST, type Document, isAlias, isMap, isScalar, isSeq, LineCounter } from 'yaml';
import type { Problem } from '../model/problem.ts';
import { type PlacedData, setField } from './placed-data.ts';
import { readYamlTokens } from './read-yaml-tokens.ts';

/** So many values may come out of aliases: far above any honest file, far below what would fill the memory. */
const MOST_ALIASED_VALUES = 100_000;
const TOO_MANY_ALIASES = 'the aliases in this file unfold to too many values';

interface Anchored {
  readonly value: unknown;
  /** How many values it holds, itself included, everything unfolded. */
  readonly size: number;
}

interface YamlWalk {
  readonly file: string;
  readonly positions: LineCounter;
  /** Offset of the last character that is not blank: no fault is told on a line below it. */
  readonly end: number;
  readonly lines: Map<object, Map<PropertyKey, number>>;
  readonly anchors: Map<string, Anchored>;
  /** Anchors of what is being read. */
  readonly open: Set<string>;
  readonly problems: Problem[];
  count: number;
  aliased: number;
}

/**
 * Reads YAML without interpreting it: every scalar is its text (`1.10`, `no` and dates stay as written), a key without
 * a value is left out, duplicate keys are problems.
 */
export function readYaml(text: string, file: string): PlacedData {
  const positions = new LineCounter();
  const source = text.replace(/\r\n?/g, '\n');
  const { tokens, stop } = readYamlTokens(source, positions.addNewLine, MOST_ALIASED_VALUES);
  const walk: YamlWalk = {
    file,
    positions,
    end: Math.max(0, source.trimEnd().length - 1),
    lines: new Map(),
    anchors: new Map(),
    open: new Set(),
    problems: [],
    count: 0,
    aliased: 0,
  };
  if (stop !== undefined)
    tell(walk, stop.offset, stop.why === 'depth' ? 'the data is nested too deeply' : TOO_MANY_ALIASES);
  const value = stop === undefined ? readTokens(walk, tokens, source.length) : undefined;
  return { value, lines: walk.lines, problems: walk.problems };
}

function readTokens(walk: YamlWalk, tokens: readonly CST.Token[], length: number): unknown {
  // Unique keys are checked here and not by the composer, whose check is quadratic in the keys of a map.
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, stringKeys: true });
  const [document, second] = [...composer.compose(tokens, true, length)];
  if (document === undefined) return undefined;
  for (const fault of [...document.errors, ...document.warnings]) tell(walk, fault.pos[0], fault.message);
  if (second !== undefined) tell(walk, second.range[0], 'the file holds more than one YAML document');
  return document.errors.length > 0 || second !== undefined ? undefined : readDocument(walk, document);
}

function readDocument(walk: YamlWalk, document: Document.Parsed): unknown {
  const value = readNode(walk, document.contents);
  if (walk.aliased <= MOST_ALIASED_VALUES) return value;
  tell(walk, 0, TOO_MANY_ALIASES);
  return undefined;
}

function readNode(walk: YamlWalk, node: unknown): unknown {
  const before = walk.count;
  walk.count += 1;
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
  if (anchor !== undefined) walk.open.add(anchor);
  const value = readContent(walk, node);
  if (anchor !== undefined) walk.open.delete(anchor);
  if (anchor !== undefined) walk.anchors.set(anchor, { value, size: walk.count - before });
  return value;
}

function readContent(walk: YamlWalk, node: unknown): unknown {
  if (isScalar(node)) return isLeftOut(node.source, node.type) ? undefined : node.value;
  if (isMap(node)) return readMap(walk, node.items);
  if (isSeq(node)) return readList(walk, node.items);
  if (isAlias(node)) return readAlias(walk, node.source, node.range?.[0] ?? 0);
  return undefined;
}

function isLeftOut(source: string | undefined, type: string | undefined): boolean {
  return type === 'PLAIN' && (source === undefined || source === '');
}

function readMap(walk: YamlWalk, items: readonly { key: unknown; value?: unknown }[]): object {
  const map = {};
  const lines = new Map<PropertyKey, number>();
  walk.lines.set(map, lines);
  for (const item of items) {
    if (!isScalar(item.key)) continue;
    const key = String(item.key.value);
    const line = lineOf(walk, item.key.range?.[0] ?? 0);
    const first = lines.get(key);
    if (first !== undefined) {
      const details = { field: key, first: String(first) };
      walk.problems.push({ kind: 'field-duplicate', file: walk.file, line, details });
      continue;
    }
    lines.set(key, line);
    const value = readNode(walk, item.value);
    if (value !== undefined) setField(map, key, value);
  }
  return map;
}

function readList(walk: YamlWalk, items: readonly unknown[]): readonly unknown[] {
  const list: unknown[] = [];
  const lines = new Map<PropertyKey, number>();
  walk.lines.set(list, lines);
  for (const item of items) {
    lines.set(list.length, lineOf(walk, startOf(item)));
    list.push(readNode(walk, item));
  }
  return list;
}

function readAlias(walk: YamlWalk, name: string, offset: number): unknown {
  const anchored = walk.anchors.get(name);
  if (anchored === undefined) {
    const what = walk.open.has(name) ? 'stands inside what it repeats' : 'repeats nothing that stands above it';
    tell(walk, offset, `the alias *${name} ${what}`);
    return undefined;
  }
  walk.count += anchored.size;
  walk.aliased += anchored.size;
  // Past the limit nothing is unfolded any more: the file is refused as a whole.
  return walk.aliased > MOST_ALIASED_VALUES ? undefined : anchored.value;
}

function startOf(node: unknown): number {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
  return range?.[0] ?? 0;
}

function tell(walk: YamlWalk, offset: number, message: string): void {
  walk.problems.push({ kind: 'syntax', file: walk.file, line: lineOf(walk, offset), details: { message } });
}

function lineOf(walk: YamlWalk, offset: number): number {
  return Math.max(1, walk.positions.linePos(Math.min(offset, walk.end)).line);
}
