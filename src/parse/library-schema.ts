import * as z from 'zod/mini';
import { SOURCE_KINDS, type SourceKind } from '../model/library.ts';

/** No quote that fits a talk is longer (UTF-16 code units); more is a file that was pasted by mistake. */
export const MOST_QUOTE_CHARACTERS = 20_000;

/** Where a source may link to: `javascript:` and its like never reach a page. */
export const ALLOWED_LINK: RegExp = /^(?:https?:\/\/|mailto:)\S+$/i;

export interface SourceEntry {
  readonly name: string;
  readonly kind?: SourceKind | undefined;
  readonly url?: string | undefined;
}

export interface LessonEntry {
  readonly number?: number | undefined;
  readonly topic: string;
  readonly quote: string;
  readonly source: string;
  readonly themes?: readonly string[] | undefined;
  readonly highlight?: string | undefined;
  readonly key?: boolean | undefined;
  readonly note?: string | undefined;
  readonly seconds?: number | undefined;
}

export interface PartEntry {
  readonly number?: number | undefined;
  readonly title: string;
  readonly lessons?: readonly LessonEntry[] | undefined;
}

/** What the schema gives: the file's content with numbers and booleans read. */
export interface LibraryEntry {
  readonly title: string;
  readonly subject?: string | undefined;
  readonly tagline?: string | undefined;
  readonly intro?: string | undefined;
  readonly language?: string | undefined;
  readonly sources?: readonly SourceEntry[] | undefined;
  readonly parts: readonly PartEntry[];
}

// The message of each rule names what is expected: it becomes `details.expected` of the problem.
const text = z.string('text').check(z.overwrite(withoutOuterSpace));
const someText = text.check(z.minLength(1, 'text'));
const position = z.pipe(z.transform(numberFromText), z.int('a whole number').check(z.gte(1, 'a number from 1')));

const source = z.strictObject(
  {
    name: someText,
    kind: z.optional(z.enum(SOURCE_KINDS, `one of ${SOURCE_KINDS.join(', ')}`)),
    url: z.optional(z.string('text').check(z.overwrite(withoutOuterSpace), z.regex(ALLOWED_LINK))),
  },
  'a source with name, kind and url',
);

const lesson = z.strictObject(
  {
    number: z.optional(position),
    topic: someText,
    quote: someText.check(z.maxLength(MOST_QUOTE_CHARACTERS)),
    source: someText,
    themes: z.optional(z.array(someText, 'a list of themes such as [workflow, scale]')),
    highlight: z.optional(someText),
    key: z.optional(z.pipe(z.transform(booleanFromText), z.boolean('true or false'))),
    note: z.optional(text),
    seconds: z.optional(z.pipe(z.transform(numberFromText), z.number('a number').check(z.gt(0, 'more than 0')))),
  },
  'a lesson with topic, quote and source',
);

const part = z.strictObject(
  {
    number: z.optional(position),
    title: someText,
    lessons: z.optional(z.array(lesson, 'a list of lessons')),
  },
  'a part with title and lessons',
);

/** The only definition of a curated library file's shape; checked on data whose scalars are all text (YAML) or typed (JSON). */
export const librarySchema: z.ZodMiniType<LibraryEntry> = z.strictObject(
  {
    title: someText,
    subject: z.optional(text),
    tagline: z.optional(text),
    intro: z.optional(text),
    language: z.optional(text.check(z.regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, 'a language tag such as en'))),
    sources: z.optional(z.array(source, 'a list of sources')),
    parts: z.array(part, 'a list of parts'),
  },
  'a library with title and parts',
);

/** The field names of a library, a source, a part and a lesson, for near misses. */
export const FIELD_NAMES: Readonly<Record<'library' | 'source' | 'part' | 'lesson', readonly string[]>> = {
  library: ['title', 'subject', 'tagline', 'intro', 'language', 'sources', 'parts'],
  source: Object.keys(source.shape),
  part: Object.keys(part.shape),
  lesson: Object.keys(lesson.shape),
};

/** Block scalars end in a line break that nobody meant; the words between keep every code point. */
function withoutOuterSpace(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && isSpace(value.charCodeAt(start))) start += 1;
  while (end > start && isSpace(value.charCodeAt(end - 1))) end -= 1;
  return value.slice(start, end);
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

function numberFromText(value: unknown): unknown {
  return typeof value === 'string' && /^[+-]?\d{1,15}(?:\.\d{1,15})?$/.test(value) ? Number(value) : value;
}

function booleanFromText(value: unknown): unknown {
  if (value === 'true') return true;
  return value === 'false' ? false : value;
}
