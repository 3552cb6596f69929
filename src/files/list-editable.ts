import { join, resolve } from 'node:path';
import { findPackageRoot } from './find-package-root.ts';
import { CONFIG_NAMES } from './read-config.ts';

/**
 * Absolute paths of everything but the library that a talk is made from, there already or not: configuration, themes, templates, styles.
 * @param own a folder of templates of one's own
 */
export function listEditable(cwd: string, config: string | undefined, own?: string): readonly string[] {
  const { folder } = findPackageRoot();
  const configs = config === undefined ? CONFIG_NAMES : [config];
  return [
    ...configs.map((name) => resolve(cwd, name)),
    join(folder, 'themes'),
    join(folder, 'templates'),
    ...(own === undefined ? [] : [resolve(cwd, own)]),
  ];
}
