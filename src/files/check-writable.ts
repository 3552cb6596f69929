import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCode, systemReason } from './system-reason.ts';

/**
 * Why nothing can be written into the folder, in words; undefined when it can. Of a folder that is not there yet, the
 * nearest one above it counts. Makes nothing.
 */
export async function checkWritable(folder: string): Promise<string | undefined> {
  try {
    await access(folder, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    if (systemCode(error) === 'ENOENT' && dirname(folder) !== folder) {
      return checkWritable(dirname(folder));
    }
    return systemReason(error);
  }
}
