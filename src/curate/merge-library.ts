import { type Document, isMap, isSeq, parseDocument } from 'yaml';
import type { MergeChange } from '../model/imported.ts';
import type { Lesson, Library, Source } from '../model/library.ts';
import {
  type AddedLessons,
  type ChangedLesson,
  compareLibraries,
  type Difference,
  type Incoming,
} from './compare-libraries.ts';
import * as yaml from './edit-yaml.ts';
import { numberLessons } from './number-lessons.ts';
import { type PlacedLesson, placeLessons } from './place-lessons.ts';
import { writeField } from './write-field.ts';
import { writeItems, writeLessons } from './write-library.ts';

export interface Merged {
  /** The library's file with the changes; undefined where it is written in a way that cannot be edited in place. */
  readonly text: string | undefined;
  readonly changes: readonly MergeChange[];
}

interface Merging {
  readonly file: yaml.EditedFile;
  readonly document: Document;
  readonly places: ReadonlyMap<Lesson, PlacedLesson>;
  readonly library: Library;
  readonly incoming: Incoming;
  readonly prune: boolean;
}

/**
 * Brings the lessons of a document into the text of a library. Only what changes is written: comments, order, and the form in
 * which everything else stands are the file's own.
 * @param library what `text` holds
 */
export function mergeLibrary(text: string, library: Library, incoming: Incoming, prune: boolean): Merged {
  const difference = compareLibraries(library, incoming, prune);
  const source = `${text.replace(/\r\n?/gu, '\n').replace(/\n$/u, '')}\n`;
  try {
    const document = parseDocument(source, { schema: 'failsafe', keepSourceTokens: true, uniqueKeys: false });
    const file = { text: source, edits: [] };
    const merging = { file, document, places: placeLessons(document, library), library, incoming, prune };
    const changes = [...difference.changes, ...mergeSources(merging)];
    editLessons(merging, difference);
    const merged = yaml.applyEdits(file);
    return { text: text.includes('\r\n') ? merged.replaceAll('\n', '\r\n') : merged, changes };
  } catch (error) {
    if (!(error instanceof yaml.NotEditable)) throw error;
    return { text: undefined, changes: difference.changes };
  }
}

function editLessons(merging: Merging, { changed, added, addedParts, gone }: Difference): void {
  for (const change of changed) changeLesson(merging, change);
  const numbers = numberLessons(merging.library, {
    added,
    gone: merging.prune ? gone : [],
    numbered: numberedOf(merging),
  });
  for (const [lesson, number] of numbers.fixed) {
    yaml.addField(merging.file, placeOf(merging, lesson).map, ['number', number], 'start');
  }
  for (const run of added) addLessons(merging, run, numbers.given);
  if (addedParts.length > 0) {
    const parts = merging.document.get('parts');
    if (!isSeq(parts)) throw new yaml.NotEditable();
    const taken = Math.max(...merging.library.parts.map(({ number }) => number));
    const numbered = addedParts.map((part, index) => ({ ...part, number: taken + 1 + index }));
    const offset = merging.library.parts.length;
    yaml.addItems(merging.file, parts, parts.items.length - 1, writeItems(numbered, offset, merging.incoming));
  }
  if (merging.prune) for (const lesson of gone) prune(merging, lesson, gone);
}

/** Lessons whose number is written. */
function numberedOf({ places }: Merging): ReadonlySet<Lesson> {
  return new Set([...places.values()].filter(({ map }) => yaml.pairOf(map, 'number')).map(({ lesson }) => lesson));
}

function placeOf({ places }: Merging, lesson: Lesson): PlacedLesson {
  const place = places.get(lesson);
  if (place === undefined) throw new yaml.NotEditable();
  return place;
}

function changeLesson(merging: Merging, { lesson, incoming, replaced, added, loses }: ChangedLesson): void {
  const { map } = placeOf(merging, lesson);
  for (const field of replaced) yaml.replaceText(merging.file, map, field, incoming[field]);
  for (const field of added) yaml.addField(merging.file, map, [field, incoming[field]], 'end');
  if (loses) yaml.commentOut(merging.file, map, 'highlight');
}

function addLessons(
  merging: Merging,
  { part, after, lessons }: AddedLessons,
  numbers: ReadonlyMap<Lesson, number>,
): void {
  const items = writeLessons(
    lessons.map((lesson) => [lesson, numbers.get(lesson)]),
    merging.incoming,
  );
  const [first] = part.lessons;
  if (first === undefined) throw new yaml.NotEditable();
  const { list, index } = placeOf(merging, after ?? first);
  yaml.addItems(merging.file, list, after === undefined ? -1 : index, items);
}

/** Takes a lesson out, and its part with the last of them. */
function prune(merging: Merging, lesson: Lesson, gone: readonly Lesson[]): void {
  const position = merging.library.parts.findIndex(({ number }) => number === lesson.part);
  const part = merging.library.parts[position];
  const parts = merging.document.get('parts');
  const isEmptied = part?.lessons.every((each) => gone.includes(each)) ?? false;
  const { list, index } = placeOf(merging, lesson);
  if (!isEmptied) yaml.removeItem(merging.file, list, index);
  else if (part?.lessons[0] === lesson && isSeq(parts)) yaml.removeItem(merging.file, parts, position);
}

/** Links and kinds of sources that the library does not know yet; what it says itself stays. */
function mergeSources(merging: Merging): readonly MergeChange[] {
  const known = new Map(merging.library.sources.map((source) => [source.name, source]));
  const news = merging.incoming.library.sources.filter(
    ({ name, url, kind }) =>
      (url ?? kind) !== undefined && (known.get(name)?.url ?? known.get(name)?.kind) === undefined,
  );
  const registry = merging.document.get('sources');
  const listed = isSeq(registry) ? registry.items.map((item) => (isMap(item) ? item.get('name') : undefined)) : [];
  const fresh = news.filter(({ name }) => !listed.includes(name));
  if (fresh.length > 0) addSources(merging, fresh, registry);
  return fresh.map(({ name, url, kind }) => ({ kind: 'added', what: `source ${name}`, after: url ?? kind ?? '' }));
}

function addSources({ file, document }: Merging, sources: readonly Source[], registry: unknown): void {
  if (isSeq(registry) && registry.items.length > 0) {
    const items = writeField('sources', sources, 0)
      .split('\n')
      .slice(1)
      .map((line) => line.replace(/^ {2}/u, ''));
    yaml.addItems(file, registry, registry.items.length - 1, items.join('\n'));
    return;
  }
  const { contents } = document;
  const parts = isMap(contents) && !contents.flow ? yaml.pairOf(contents, 'parts') : undefined;
  if (registry !== undefined || !isMap(contents) || parts === undefined) throw new yaml.NotEditable();
  const above = contents.items[contents.items.indexOf(parts) - 1];
  yaml.insertLines(file, yaml.endOf(file.text, above ?? parts), `${writeField('sources', sources, 0)}\n`);
}
