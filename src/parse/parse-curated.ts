import type { Library, Source } from '../model/library.ts';
import type { Problem } from '../model/problem.ts';
import { assembleLibrary, type DraftLesson, type DraftPart } from './assemble-library.ts';
import { checkCurated } from './check-curated.ts';
import { checkShape } from './check-shape.ts';
import { fileExtension, fileStem } from './file-stem.ts';
import {
  type LessonEntry,
  type LibraryEntry,
  librarySchema,
  type PartEntry,
  type SourceEntry,
} from './library-schema.ts';
import { lineAt, type PlacedData } from './placed-data.ts';
import { readJson } from './read-json.ts';
import { readShape, TOO_MUCH_IS_WRONG } from './read-shape.ts';
import { readYaml } from './read-yaml.ts';

/** Reads the curated form, YAML or JSON. The library is there whenever the shape holds, beside any problems. */
export function parseCurated(
  text: string,
  file: string,
): { readonly library?: Library; readonly problems: readonly Problem[] } {
  const data = fileExtension(file) === '.json' ? readJson(text, file) : readYaml(text, file);
  if (data.value === undefined) return { problems: data.problems.length > 0 ? data.problems : [emptyFile(file)] };
  // What cannot be read as meant would only bring up problems that are none.
  if (data.problems.some((problem) => problem.kind === 'syntax')) return { problems: data.problems };
  const result = readShape(librarySchema, data.value);
  if (result === undefined)
    return { problems: [{ kind: 'syntax', file, line: 1, details: { message: TOO_MUCH_IS_WRONG } }] };
  const shape = result.success ? [] : checkShape(result.error.issues, data, file);
  const problems = [...data.problems, ...shape, ...checkCurated(data, file)].sort((a, b) => a.line - b.line);
  return result.success ? { library: normalise(result.data, data, file), problems } : { problems };
}

function emptyFile(file: string): Problem {
  return { kind: 'document-empty', file, line: 1, details: {} };
}

function normalise(entry: LibraryEntry, data: PlacedData, file: string): Library {
  return assembleLibrary(fileStem(file), {
    title: entry.title,
    subject: entry.subject ?? '',
    tagline: entry.tagline ?? '',
    intro: entry.intro ?? '',
    language: entry.language ?? 'en',
    sources: (entry.sources ?? []).map(normaliseSource),
    parts: entry.parts.map((part, index) => normalisePart(part, index, data)),
  });
}

function normaliseSource({ name, kind, url }: SourceEntry): Source {
  return { name, ...(kind === undefined ? {} : { kind }), ...(url === undefined ? {} : { url }) };
}

function normalisePart(part: PartEntry, index: number, data: PlacedData): DraftPart {
  return {
    number: part.number ?? index + 1,
    title: part.title,
    lessons: (part.lessons ?? []).map((lesson, position) => {
      const line = lineAt(data, ['parts', index, 'lessons', position]);
      return normaliseLesson(lesson, position, line);
    }),
  };
}

function normaliseLesson(lesson: LessonEntry, position: number, line: number): DraftLesson {
  const { highlight, note, seconds } = lesson;
  return {
    number: lesson.number ?? position + 1,
    topic: lesson.topic,
    quote: lesson.quote,
    source: lesson.source,
    themes: [...new Set(lesson.themes)],
    ...(highlight === undefined ? {} : { highlight }),
    key: lesson.key ?? false,
    ...(note === undefined || note === '' ? {} : { note }),
    ...(seconds === undefined ? {} : { seconds }),
    line,
  };
}
