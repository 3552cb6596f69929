import { findKeySentence, type KeySentence } from '../model/find-key-sentence.ts';
import type { Lesson } from '../model/library.ts';
import type { GroupBy, Selection } from '../model/selection.ts';
import type { Direction, FittedText } from '../model/set-text.ts';
import type { Chapter, Citation, LessonMark } from '../model/slides.ts';
import type { Style } from '../model/style.ts';
import type { Theme } from '../model/theme.ts';
import { fitText } from './fit-text.ts';
import { groupChapters, toneOf } from './group-chapters.ts';
import { directionOf } from './language-of.ts';
import { numberSources } from './number-sources.ts';
import { isLatin } from './text-width.ts';

/** An overview of fewer lessons than this says nothing that the agenda does not. */
export const FEWEST_FOR_OVERVIEW = 12;
export const OVERVIEW_SECONDS = 30;
/** One lesson of two needs nobody to stand for it. */
const FEWEST_FOR_KEY = 3;

export interface DeckOptions {
  readonly style: Style;
  readonly groupBy?: GroupBy;
  readonly title?: string;
  readonly subtitle?: string;
  readonly presenter?: string;
  readonly event?: string;
  readonly date?: string;
  /** BCP 47; the library's own where it is not given. */
  readonly language?: string;
}

/** What every slide of one deck is composed from. */
export interface DeckContext {
  readonly selection: Selection;
  readonly style: Style;
  readonly language: string;
  readonly direction: Direction;
  readonly chapters: readonly Chapter[];
  /** In the order they are shown. */
  readonly lessons: readonly Lesson[];
  /** By lesson id; iterates part by part. */
  readonly marks: ReadonlyMap<string, LessonMark>;
  readonly sourceNumbers: ReadonlyMap<string, number>;
  /** By the source's name. */
  readonly citations: ReadonlyMap<string, Citation>;
  readonly themes: ReadonlyMap<string, Theme>;
  readonly partTitles: ReadonlyMap<number, string>;
  /** Ids of the lessons of each primary theme, in the deck's order. */
  readonly themeLessons: ReadonlyMap<string, readonly string[]>;
  /** By lesson id. */
  readonly keySentences: ReadonlyMap<string, KeySentence>;
  /** The lesson that stands for each chapter, by the chapter's anchor; only those with a key sentence. */
  readonly keys: ReadonlyMap<string, Lesson>;
}

export function createContext(selection: Selection, options: DeckOptions): DeckContext {
  const chapters = groupChapters(selection, options.groupBy ?? 'part');
  const lessons = chapters.flatMap((chapter) => chapter.lessons);
  const sourceNumbers = numberSources(lessons);
  const keySentences = new Map(lessons.flatMap((lesson) => pairOf(lesson.id, findKeySentence(lesson))));
  const language = options.language ?? selection.library.language;
  return {
    selection,
    style: options.style,
    language,
    direction: directionOf(language),
    chapters,
    lessons,
    marks: markLessons(selection, lessons, sourceNumbers),
    sourceNumbers,
    citations: citeAll(selection, sourceNumbers, options.style),
    themes: new Map(selection.themes.map((theme) => [theme.name, theme])),
    partTitles: new Map(selection.library.parts.map((part) => [part.number, part.title])),
    themeLessons: groupIds(lessons),
    keySentences,
    keys: new Map(chapters.flatMap((chapter) => pairOf(chapter.anchor, keyOf(chapter, keySentences)))),
  };
}

export function lessonsByPart(lessons: readonly Lesson[]): ReadonlyMap<number, readonly Lesson[]> {
  const groups = new Map<number, Lesson[]>();
  for (const lesson of lessons) {
    const group = groups.get(lesson.part);
    if (group) group.push(lesson);
    else groups.set(lesson.part, [lesson]);
  }
  return groups;
}

/** The citations of the selected lessons as slides show them, by `citationKey`. */
function citeAll(
  { library, lessons }: Selection,
  numbers: ReadonlyMap<string, number>,
  style: Style,
): ReadonlyMap<string, Citation> {
  const sources = new Map(library.sources.map((source) => [source.name, source]));
  const citations = new Map<string, Citation>();
  for (const lesson of lessons) {
    const key = citationKey(lesson);
    if (citations.has(key)) continue;
    const speaker = lesson.origin?.subject ?? library.subject;
    const { name, kind = '', url = '' } = sources.get(lesson.source) ?? { name: lesson.source };
    const words = fitCitation(speaker, name, style);
    citations.set(key, { speaker, source: name, number: numbers.get(name) ?? 0, kind, url, words });
  }
  return citations;
}

/** What cites a lesson: its source, and among several libraries who speaks. */
export function citationKey({ source, origin }: Lesson): string {
  return origin === undefined ? source : `${origin.subject}\n${source}`;
}

function fitCitation(speaker: string, source: string, style: Style): FittedText {
  if (style.lesson.citation === 'line') {
    return fitText(`${speaker === '' ? '' : `${speaker}, `}${source} 00`, 'citation', style);
  }
  const rows = [...(speaker === '' ? [] : [speaker]), source].map((text) => fitText(text, 'citation', style));
  const size = Math.min(...rows.map((row) => row.size));
  const [first] = rows;
  const height = rows.reduce((sum, row) => sum + row.height, 0) + style.boxes.citation.lineHeight * size;
  return { pieces: first?.pieces ?? [], box: 'citation', size, height };
}

function markLessons(
  selection: Selection,
  lessons: readonly Lesson[],
  sourceNumbers: ReadonlyMap<string, number>,
): ReadonlyMap<string, LessonMark> {
  const positions = new Map(lessons.map((lesson, index) => [lesson.id, index + 1]));
  const byPart = selection.library.parts.flatMap((part) => part.lessons.filter((lesson) => positions.has(lesson.id)));
  return new Map(
    byPart.map((lesson) => [
      lesson.id,
      {
        id: lesson.id,
        position: positions.get(lesson.id) ?? 0,
        part: lesson.part,
        tone: toneOf(lesson.part),
        number: lesson.number,
        length: isLatin(lesson.quote) ? lesson.quote.length : [...lesson.quote].length,
        sourceNumber: sourceNumbers.get(lesson.source) ?? 0,
        theme: lesson.themes[0] ?? '',
        topic: lesson.topic,
      },
    ]),
  );
}

function groupIds(lessons: readonly Lesson[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const lesson of lessons) {
    const theme = lesson.themes[0];
    if (theme === undefined) continue;
    const ids = groups.get(theme);
    if (ids) ids.push(lesson.id);
    else groups.set(theme, [lesson.id]);
  }
  return groups;
}

/** The author's choice, else the lesson with the shortest key sentence; none in a chapter of one or two lessons. */
function keyOf(chapter: Chapter, keySentences: ReadonlyMap<string, KeySentence>): Lesson | undefined {
  if (chapter.lessons.length < FEWEST_FOR_KEY) return undefined;
  const rank = (lesson: Lesson): number => {
    const key = keySentences.get(lesson.id);
    if (!key) return Number.POSITIVE_INFINITY;
    return lesson.key ? 0 : key.end - key.start;
  };
  const ranked = chapter.lessons.map((lesson) => ({ lesson, rank: rank(lesson) }));
  const best = ranked.reduce<(typeof ranked)[number] | undefined>(
    (first, candidate) => (candidate.rank < (first?.rank ?? Number.POSITIVE_INFINITY) ? candidate : first),
    undefined,
  );
  return best?.lesson;
}

/** An entry for a map, where there is a value. */
function pairOf<V>(key: string, value: V | undefined): readonly (readonly [string, V])[] {
  return value === undefined ? [] : [[key, value]];
}
