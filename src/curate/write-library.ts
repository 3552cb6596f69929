import { Document, isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { ThemeSuggestion } from '../model/imported.ts';
import type { Lesson, Library, Part, Source } from '../model/library.ts';
import { setTexts, YAML_FORM } from './set-texts.ts';

export interface CurateOptions {
  /** Lesson id → the themes that its words suggest. */
  readonly suggestions: ReadonlyMap<string, readonly ThemeSuggestion[]>;
  /** Ids of lessons whose topic was made of their first words. */
  readonly guessedTopics: ReadonlySet<string>;
}

export interface FileOptions extends CurateOptions {
  /** Where editors find the schema of the file. */
  readonly schema: string;
  /** Lines above the library, without `#`. */
  readonly head: readonly string[];
}

/** Characters of a line, as far as words allow. */
const LINE_WIDTH = 118;

/** A library in the curated form, as people edit it. Every text is read back code point for code point. */
export function writeLibrary(library: Library, options: FileOptions): string {
  const document = new Document(entryOf(library));
  document.commentBefore = [`yaml-language-server: $schema=${options.schema}`, ...options.head]
    .map((line) => ` ${line}`)
    .join('\n');
  setTexts(document.contents);
  const parts = document.get('parts');
  for (const [index, part] of library.parts.entries()) {
    const node = isSeq(parts) ? parts.items[index] : undefined;
    if (isMap(node)) annotateLessons(node.get('lessons'), part.lessons, options);
  }
  return document.toString({ ...YAML_FORM, lineWidth: LINE_WIDTH });
}

/** Some lessons as the items of a block list, without indentation. */
export function writeLessons(
  lessons: readonly (readonly [Lesson, number | undefined])[],
  options: CurateOptions,
): string {
  const document = new Document(lessons.map(([lesson, number]) => lessonEntry(lesson, number)));
  setTexts(document.contents);
  annotateLessons(
    document.contents,
    lessons.map(([lesson]) => lesson),
    options,
  );
  return document.toString({ ...YAML_FORM, lineWidth: LINE_WIDTH - 6 });
}

/** Some parts as the items of a block list, without indentation, when `offset` parts stand before them. */
export function writeItems(parts: readonly Part[], offset: number, options: CurateOptions): string {
  const document = new Document(parts.map((part, index) => partEntry(part, offset + index)));
  setTexts(document.contents);
  const nodes = isSeq(document.contents) ? document.contents.items : [];
  for (const [index, part] of parts.entries()) {
    const node = nodes[index];
    if (isMap(node)) annotateLessons(node.get('lessons'), part.lessons, options);
  }
  return document.toString({ ...YAML_FORM, lineWidth: LINE_WIDTH - 4 });
}

function entryOf(library: Library): object {
  const { title, subject, tagline, intro, language } = library;
  const sources = library.sources.filter(({ kind, url }) => kind !== undefined || url !== undefined);
  return {
    title,
    ...given({ subject, tagline, intro }),
    ...(language === 'en' ? {} : { language }),
    ...(sources.length === 0 ? {} : { sources: sources.map(sourceEntry) }),
    parts: library.parts.map(partEntry),
  };
}

function sourceEntry({ name, kind, url }: Source): object {
  return { name, ...given({ kind, url }) };
}

function partEntry(part: Part, index: number): object {
  return {
    ...(part.number === index + 1 ? {} : { number: part.number }),
    title: part.title,
    lessons: part.lessons.map((lesson, position) =>
      lessonEntry(lesson, lesson.number === position + 1 ? undefined : lesson.number),
    ),
  };
}

function lessonEntry(lesson: Lesson, number: number | undefined): object {
  const { topic, quote, source, themes, highlight, key, note, seconds } = lesson;
  return {
    ...(number === undefined ? {} : { number }),
    topic,
    quote,
    source,
    ...(themes.length === 0 ? {} : { themes }),
    ...given({ highlight, note }),
    ...(key ? { key } : {}),
    ...(seconds === undefined ? {} : { seconds }),
  };
}

function given(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

function annotateLessons(list: unknown, lessons: readonly Lesson[], options: CurateOptions): void {
  if (!isSeq(list)) return;
  for (const [index, lesson] of lessons.entries()) {
    const node = list.items[index];
    if (isMap(node)) annotate(node, lesson, options);
  }
}

/** What was guessed is marked behind it: topics of first words, and themes with the words that suggested them. */
function annotate(node: YAMLMap, lesson: Lesson, { suggestions, guessedTopics }: CurateOptions): void {
  const topic = node.get('topic', true);
  if (guessedTopics.has(lesson.id) && isScalar(topic)) topic.comment = ' the quote’s first words; name it better';
  const themes = node.get('themes', true);
  const suggested = suggestions.get(lesson.id);
  if (!isSeq(themes)) return;
  themes.flow = true;
  if (suggested !== undefined) themes.comment = suggestionComment(suggested);
}

/** Which words suggested which theme, in the order of the themes. */
export function suggestionComment(suggested: readonly ThemeSuggestion[]): string {
  return ` suggested by: ${suggested.map(({ words }) => words.join(', ')).join('; ')}`;
}
