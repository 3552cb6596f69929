import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';

/** In bytes. Where HTML and JSON carry their mark. */
const START = 4096;
/** In bytes. A PDF may keep its properties at either end. */
const ENDS = 65_536;

const HTML_MARK = /<meta name="generator" content="Lectern\b/i;
const PDF_MARK = /\/(?:Creator|Producer) ?\([^)]{0,200}\bLectern\b/;
const PPTX_MARK = /<Application>Lectern\b/;
const RECIPE_MARK = /^# A talk, saved by Lectern\b/;
const MARKDOWN_MARK = /<!-- Made by Lectern\b/;
const PNG_MARK = /tEXtSoftware\0Lectern\b/;
const JSON_MARK = /"generator" ?: ?"Lectern\b/;

/** Whether the file carries the generator mark that Lectern puts into what it makes. */
export async function isOurs(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    return await carriesMark(handle, extname(path).toLowerCase());
  } finally {
    await handle.close();
  }
}

async function carriesMark(handle: FileHandle, extension: string): Promise<boolean> {
  switch (extension) {
    case '.html':
      return HTML_MARK.test(await readPiece(handle, 0, START));
    case '.json':
      return JSON_MARK.test(await readPiece(handle, 0, START));
    case '.md':
      return MARKDOWN_MARK.test(await readPiece(handle, 0, START));
    case '.yaml':
    case '.yml':
      return RECIPE_MARK.test(await readPiece(handle, 0, START));
    case '.pptx':
      return PPTX_MARK.test(await readPiece(handle, 0, START));
    case '.png':
      return PNG_MARK.test(await readPiece(handle, 0, START));
    case '.pdf': {
      const { size } = await handle.stat();
      const start = await readPiece(handle, 0, ENDS);
      return PDF_MARK.test(start) || PDF_MARK.test(await readPiece(handle, Math.max(0, size - ENDS), ENDS));
    }
    default:
      return false;
  }
}

async function readPiece(handle: FileHandle, position: number, length: number): Promise<string> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.toString('latin1', 0, bytesRead);
}
