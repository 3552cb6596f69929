import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LiveAssets } from '../model/assets.ts';
import { findPackageRoot } from './find-package-root.ts';

/** Scripts and styles that only a live talk needs. */
export function readLiveAssets(): LiveAssets {
  const folder = join(findPackageRoot().folder, 'templates/present');
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  return {
    link: read('link.js'),
    follow: read('follow.js'),
    followStyle: read('follow.css'),
    presenter: read('presenter.js'),
    presenterStyle: read('presenter.css'),
  };
}
