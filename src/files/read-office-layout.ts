import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OfficeLayout } from '../model/office-layout.ts';
import type { SlideSize } from '../model/style.ts';
import { findPackageRoot } from './find-package-root.ts';

/**
 * Where a style puts its texts on slides of an office program: `office.json`, for slides of 4:3 with what `office-4x3.json` says
 * otherwise. Undefined for a style, or a size, that has none.
 */
export function readOfficeLayout(style: string, size: SlideSize = '16:9'): OfficeLayout | undefined {
  const folder = join(findPackageRoot().folder, 'templates/styles', style);
  const files = ['office.json', ...(size === '4:3' ? ['office-4x3.json'] : [])].map((file) => join(folder, file));
  if (!files.every((file) => existsSync(file))) return undefined;
  const [layout, changes] = files.map((file): unknown => JSON.parse(readFileSync(file, 'utf8')));
  const changed: OfficeLayout = Object(changes === undefined ? layout : change(layout, changes));
  return changed;
}

/** The value with the changes in it: members one by one, lists and plain values as a whole; null takes a member out. */
function change(value: unknown, changes: unknown): unknown {
  if (!isRecord(value) || !isRecord(changes)) return changes;
  const changed = Object.entries(changes).flatMap(([name, to]) =>
    to === null ? [] : [[name, change(value[name], to)]],
  );
  const kept = Object.entries(value).filter(([name]) => changes[name] !== null);
  return { ...Object.fromEntries(kept), ...Object.fromEntries(changed) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
