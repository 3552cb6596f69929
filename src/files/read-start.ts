import { open } from 'node:fs/promises';
import { systemCode } from './system-reason.ts';

/** In bytes: more than any comment that stands before what a file is. */
const START = 4096;

/** The beginning of a regular file as Latin text, '' for what cannot be read: whoever reads it whole will say why. */
export async function readStart(path: string): Promise<string> {
  try {
    const handle = await open(path, 'r');
    try {
      if (!(await handle.stat()).isFile()) return '';
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(START), 0, START, 0);
      return buffer.toString('latin1', 0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return '';
  }
}
