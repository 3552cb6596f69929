import { stat } from 'node:fs/promises';
import { systemCode } from './system-reason.ts';

/** Whether there is something at the path that may be read as a file. */
export async function isFile(path: string): Promise<boolean> {
  try {
    return !(await stat(path)).isDirectory();
  } catch (error) {
    if (systemCode(error) === undefined) {
      throw error;
    }
    return false;
  }
}
