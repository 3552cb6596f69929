import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OfficeLayout } from '../model/office-layout.ts';
import { findPackageRoot } from './find-package-root.ts';

/** Where a style puts its texts on slides of an office program; undefined for a style that has no `office.json`. */
export function readOfficeLayout(style: string): OfficeLayout | undefined {
  const file = join(findPackageRoot().folder, 'templates/styles', style, 'office.json');
  if (!existsSync(file)) return undefined;
  const layout: OfficeLayout = JSON.parse(readFileSync(file, 'utf8'));
  return layout;
}
