import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WidthTable } from '../model/style.ts';
import { findPackageRoot } from './find-package-root.ts';

/** Advances of the fonts that every office has, by generic family and cut: `serif-bold`. */
export function readOfficeWidths(): ReadonlyMap<string, WidthTable> {
  const file = join(findPackageRoot().folder, 'templates/office/widths.json');
  const tables: Record<string, Record<string, string>> = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(Object.entries(tables).map(([name, widths]) => [name, widthTable(widths)]));
}

function widthTable(widths: Readonly<Record<string, string>>): WidthTable {
  const pairs = Object.entries(widths).flatMap(([width, characters]) =>
    Array.from(characters, (character) => [character.codePointAt(0) ?? 0, Number(width)] as const),
  );
  return new Map(pairs);
}
