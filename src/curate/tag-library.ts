import { isMap, parseDocument } from 'yaml';
import type { Library } from '../model/library.ts';
import * as yaml from './edit-yaml.ts';
import { placeLessons } from './place-lessons.ts';
import { type FileOptions, suggestionComment } from './write-library.ts';

/**
 * A library in YAML with the themes that its words suggest, its title and the line for editors: everything else, comments
 * too, stays as it is written.
 * Undefined where it is written in a way that cannot be edited in place.
 * @param library what `text` holds, with the suggested themes
 */
export function tagLibrary(text: string, library: Library, options: FileOptions): string | undefined {
  try {
    return editLibrary(text, library, options);
  } catch (error) {
    if (!(error instanceof yaml.NotEditable)) throw error;
    return undefined;
  }
}

function editLibrary(text: string, library: Library, { suggestions, schema }: FileOptions): string {
  const source = `${text.replace(/\r\n?/gu, '\n').replace(/\n$/u, '')}\n`;
  const document = parseDocument(source, { schema: 'failsafe', keepSourceTokens: true, uniqueKeys: false });
  const file = { text: source, edits: [] };
  for (const { lesson, map } of placeLessons(document, library).values()) {
    const suggested = suggestions.get(lesson.id);
    if (suggested === undefined || yaml.pairOf(map, 'themes')) continue;
    yaml.addField(file, map, ['themes', lesson.themes], 'end', map.flow ? '' : ` #${suggestionComment(suggested)}`);
  }
  const { contents } = document;
  if (isMap(contents) && document.get('title') !== library.title)
    yaml.replaceText(file, contents, 'title', library.title);
  const head = /^# yaml-language-server:/mu.test(source) ? '' : `# yaml-language-server: $schema=${schema}\n`;
  return `${head}${yaml.applyEdits(file)}`;
}
