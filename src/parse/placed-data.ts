import type { Problem } from '../model/problem.ts';

/** A way into nested data: keys of maps and 0-based positions of lists. */
export type DataPath = readonly PropertyKey[];

/** For each map or list: the 1-based line on which each of its entries starts. */
export type EntryLines = ReadonlyMap<object, ReadonlyMap<PropertyKey, number>>;

/** Plain values read from a file, which remember where in the file they stand. */
export interface PlacedData {
  /** Absent when the text could not be read at all; `problems` then says why. */
  readonly value?: unknown;
  readonly lines: EntryLines;
  readonly problems: readonly Problem[];
}

/** The 1-based line of what `path` leads to, or of the last thing on the way to it that exists. */
export function lineAt(data: PlacedData, path: DataPath): number {
  let line = 1;
  let current = data.value;
  for (const step of path) {
    const entry = isContainer(current) ? data.lines.get(current)?.get(step) : undefined;
    if (entry === undefined) break;
    line = entry;
    current = fieldOf(current, step);
  }
  return line;
}

/** What `path` leads to, or undefined. */
export function valueAt(value: unknown, path: DataPath): unknown {
  return path.reduce(fieldOf, value);
}

/** One entry of a map or list, or undefined; never anything inherited. */
export function fieldOf(value: unknown, key: PropertyKey): unknown {
  return isContainer(value) && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

/** The value as a list; what is no list has no items. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Sets an entry under any name, `__proto__` too, without touching the object's prototype. */
export function setField(target: object, key: PropertyKey, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
