import { isAbsolute, relative, resolve } from 'node:path';

/** The path as it is shortest to read: from the working folder where that is shorter. */
export function displayPath(path: string, cwd: string): string {
  const absolute = resolve(cwd, path);
  const fromHere = relative(cwd, absolute);
  return fromHere === '' || isAbsolute(fromHere) || fromHere.length >= absolute.length ? absolute : fromHere;
}
