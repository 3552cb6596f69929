import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { LecternError } from '../errors.ts';
import { isOurs } from './is-ours.ts';
import { systemReason } from './system-reason.ts';

/** What pictures are called: a slide's number, or a lesson's id with the number of its piece. */
const NAME = /^\d+(?:\.\d+)?(?:-\d+)?\.png$/u;

/**
 * Takes out of a folder of pictures those of an earlier run that are not among the ones just made, so that a shorter talk does not
 * end with slides of the longer one. Files that Lectern did not make, or that were given another name, stay.
 * @param made absolute paths in one folder
 * @throws LecternError FILE_UNWRITABLE
 */
export async function removeOtherPictures(made: readonly string[]): Promise<void> {
  const [first] = made;
  if (first === undefined) return;
  const folder = dirname(first);
  const names = new Set(made.map((path) => basename(path)));
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const others = entries.filter((entry) => entry.isFile() && NAME.test(entry.name) && !names.has(entry.name));
    for (const { name } of others) {
      const path = join(folder, name);
      if (await isOurs(path)) await rm(path);
    }
  } catch (cause) {
    const hint = 'Take out yourself what is left in it of an earlier talk.';
    throw new LecternError('FILE_UNWRITABLE', `${folder}: ${systemReason(cause)}`, { hint, cause });
  }
}
