import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LecternError } from '../errors.ts';
import { LARGEST_SMALL_FILE } from './read-text.ts';
import { readWithin } from './read-within.ts';
import { systemReason } from './system-reason.ts';

/** A file of somebody's own templates. */
export interface TemplateFile {
  /** Below the folder, with forward slashes: `slides/lesson.hbs`. */
  readonly name: string;
  readonly text: string;
}

/** What people keep beside templates, and what systems leave there. */
const NOT_A_TEMPLATE = /(?:^|\/)(?:\.|readme\b|license\b)|~$/iu;

/**
 * All files in a folder of templates, by name.
 * @throws LecternError FILE_UNREADABLE; TOO_LARGE; TEMPLATE_INVALID for text that is not UTF-8.
 */
export function readTemplateFolder(folder: string): readonly TemplateFile[] {
  return listFiles(folder)
    .filter((name) => !NOT_A_TEMPLATE.test(name))
    .sort()
    .map((name) => ({ name, text: readFile(folder, name) }));
}

function listFiles(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => !entry.isDirectory());
    return files.map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
  } catch (cause) {
    const hint = 'Name a folder that holds templates; `lectern eject` copies one to start from.';
    throw new LecternError('FILE_UNREADABLE', `--templates ${folder}: ${systemReason(cause)}`, { hint, cause });
  }
}

function readFile(folder: string, name: string): string {
  const file = join(folder, name);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readWithin(file, file, LARGEST_SMALL_FILE));
  } catch (cause) {
    if (cause instanceof LecternError) throw cause;
    if (cause instanceof TypeError) {
      throw new LecternError('TEMPLATE_INVALID', `${file}: the text is not UTF-8`, {
        hint: 'Save it as UTF-8.',
        cause,
      });
    }
    throw new LecternError('FILE_UNREADABLE', `${file}: ${systemReason(cause)}`, { hint: 'Make it readable.', cause });
  }
}
