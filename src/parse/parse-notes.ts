import type { Library } from '../model/library.ts';
import type { Problem } from '../model/problem.ts';
import { assembleLibrary } from './assemble-library.ts';
import { checkPartNumbers } from './check-numbers.ts';
import { collectNotes, type NoteBlock } from './collect-notes.ts';
import { fileStem } from './file-stem.ts';
import { addLesson, createDraft, type Draft, tell } from './note-draft.ts';
import { subjectOf } from './parse-header.ts';
import { parseMarker } from './parse-marker.ts';
import { parsePartHeading } from './parse-part-heading.ts';
import { readFrontMatter } from './read-front-matter.ts';
import { readNote } from './read-note.ts';
import { titleFromFile } from './title-from-file.ts';
import { withoutEmphasis } from './trim-marks.ts';

type Heading = Extract<NoteBlock, { kind: 'heading' }>;
type LineBlock = Exclude<NoteBlock, { kind: 'heading' }>;

const LONGEST_TITLE = 80;

/** Which headings are what: one title at most, parts at the highest level of the others, topics below. */
interface Outline {
  readonly title?: NoteBlock;
  readonly partLevel: number;
}

/** What could be read, beside any problems. */
export interface ReadNotes {
  readonly library: Library;
  readonly problems: readonly Problem[];
  /** Ids of lessons whose topic was made of their first words. */
  readonly guessedTopics: ReadonlySet<string>;
}

/**
 * Reads Markdown as people keep quotes in it: headings are parts, list items, block quotes and quoted paragraphs with an
 * attribution are lessons, a bold lead-in or a deeper heading is a topic. What is none of these is told.
 */
export function parseNotes(text: string, file: string, title?: string): ReadNotes {
  const lines = text.split(/\r\n|\n|\r/);
  const front = readFrontMatter(lines, file);
  const blocks = collectNotes(lines.slice(front.end), front.end + 1);
  const outline = readOutline(blocks);
  const titled = unlessEmpty(outline.title && textOf(outline.title));
  const named = title ?? titled ?? unlessEmpty(front.values.get('title'));
  const draft = createDraft(file, named ?? titleFromFile(file));
  for (const problem of front.problems) draft.problems.push(problem);
  if (named === undefined) tell(draft, 'title-guessed', 1, { title: draft.title });
  tellOtherTitles(draft, [
    [outline.title?.line ?? 1, titled],
    [2, front.values.get('title')],
  ]);
  for (const block of blocks) {
    if (block === outline.title) continue;
    if (block.kind === 'heading') readHeading(draft, block, outline);
    else readLines(draft, block);
  }
  closeSource(draft);
  closeTopic(draft);
  checkParts(draft, lines.length);
  const library = assembleLibrary(fileStem(file), {
    title: draft.title,
    subject: front.values.get('subject') ?? subjectOf(draft.title),
    tagline: front.values.get('tagline') ?? '',
    intro: draft.intro.join('\n\n'),
    language: front.values.get('language') ?? 'en',
    sources: [...draft.sources.values()],
    parts: draft.parts.map(({ number, title: name, lessons }) => ({ number, title: name, lessons })),
  });
  return { library, problems: draft.problems, guessedTopics: draft.guessedTopics };
}

/** A line of marks alone, such as `**`, is no title. */
function unlessEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

/** Titles that the document has beside the one that was taken. */
function tellOtherTitles(draft: Draft, titles: readonly (readonly [line: number, title: string | undefined])[]): void {
  for (const [line, title] of titles) {
    if (title !== undefined && title !== draft.title) tell(draft, 'line-left-out', line, { text: title.slice(0, 60) });
  }
}

function readOutline(blocks: readonly NoteBlock[]): Outline {
  const headings = blocks.filter((block) => block.kind === 'heading');
  const [first, ...others] = headings;
  const isTitle =
    first?.level === 1 && others.every(({ level }) => level > 1) && parsePartHeading(first.text) === undefined;
  const rest = isTitle ? others : headings;
  const partLevel = rest.reduce((least, { level }) => Math.min(least, level), 6);
  const title = isTitle
    ? first
    : blocks.slice(0, 1).find((block) => headings.every(({ level }) => level > 1) && isTitleLine(block));
  return title ? { title, partLevel } : { partLevel };
}

/** The first line of a text stands alone, and is neither a sentence nor a quote. */
function isTitleLine(block: NoteBlock): boolean {
  if (block.kind !== 'paragraph' || block.lines.length !== 1) return false;
  const { isQuoted, isSource, isLeadIn, citation } = readNote(block);
  const isWords = !isQuoted && !isSource && citation === undefined;
  return (isLeadIn || isWords) && !/[.!?…:。]$/u.test(textOf(block)) && textOf(block).length <= LONGEST_TITLE;
}

function textOf(block: NoteBlock): string {
  return block.kind === 'heading' ? block.text : withoutEmphasis(block.lines.map(({ text }) => text).join(' '));
}

function readHeading(draft: Draft, { line, level, text }: Heading, { partLevel }: Outline): void {
  closeSource(draft);
  closeTopic(draft);
  draft.follows = 'heading';
  if (level > partLevel) {
    draft.topic = { text: parseMarker(text).text, line, isUsed: false, above: 'section' };
    return;
  }
  const heading = parsePartHeading(text);
  const number = heading?.number ?? (draft.parts.at(-1)?.number ?? 0) + 1;
  draft.parts.push({ number, title: heading?.title || text, line, lessons: [] });
}

function readLines(draft: Draft, block: LineBlock): void {
  const note = readNote(block);
  const { line } = block;
  if (note.isLeadIn) {
    closeTopic(draft);
    draft.topic = {
      text: note.topic ?? '',
      line,
      isUsed: false,
      above: block.kind === 'paragraph' ? 'list' : 'lesson',
    };
    draft.follows = 'topic';
  } else if (note.isSource && note.citation !== undefined && draft.follows === 'heading') {
    // `Source: Name` right under a heading is where everything below it was said.
    closeSource(draft);
    draft.source = { citation: note.citation, line, isUsed: false };
  } else if (block.kind === 'paragraph' && !note.isQuoted && note.citation === undefined) {
    readProse(draft, block);
  } else {
    addLesson(draft, note, block);
  }
}

/** Words of the writer's own: above the first lesson an introduction, below a lesson a note on it. */
function readProse(draft: Draft, { line, lines }: LineBlock): void {
  const text = lines
    .map((each) => each.text)
    .join(' ')
    .trim();
  const part = draft.parts.at(-1);
  const lesson = part?.lessons.at(-1);
  if (part === undefined) {
    draft.intro.push(text);
  } else if (lesson !== undefined && draft.follows === 'lesson') {
    const note = lesson.note === undefined ? text : `${lesson.note}\n\n${text}`;
    part.lessons.splice(-1, 1, { ...lesson, note });
  } else {
    tell(draft, 'line-unreadable', line, { text: text.slice(0, 60) });
  }
}

/** A source under which no lesson needed one. */
function closeSource(draft: Draft): void {
  const { source } = draft;
  draft.source = undefined;
  if (source !== undefined && !source.isUsed) {
    tell(draft, 'line-left-out', source.line, { text: source.citation.name.slice(0, 60) });
  }
}

/** A topic under which no lesson came. */
function closeTopic(draft: Draft): void {
  const { topic } = draft;
  draft.topic = undefined;
  if (topic !== undefined && !topic.isUsed) tell(draft, 'line-left-out', topic.line, { text: topic.text.slice(0, 60) });
}

function checkParts(draft: Draft, lastLine: number): void {
  for (const problem of checkPartNumbers(draft.parts, draft.file)) draft.problems.push(problem);
  for (const { number, title, line, lessons } of draft.parts) {
    if (lessons.length === 0) tell(draft, 'part-empty', line, { part: String(number), title });
  }
  const isTold = draft.problems.some(({ kind }) => kind === 'source-missing' || kind === 'quote-missing');
  if (!isTold && draft.parts.every(({ lessons }) => lessons.length === 0)) tell(draft, 'no-lessons', lastLine, {});
}
