import type { Source } from '../model/library.ts';
import type { Problem, ProblemKind } from '../model/problem.ts';
import type { DraftLesson } from './assemble-library.ts';
import type { NoteBlock } from './collect-notes.ts';
import { guessTopic } from './guess-topic.ts';
import { MOST_QUOTE_CHARACTERS } from './library-schema.ts';
import type { Citation } from './parse-citation.ts';
import type { ReadNote } from './read-note.ts';
import { registerSource } from './register-source.ts';
import { isUnclosed } from './unquoted.ts';

export interface OpenTopic {
  readonly text: string;
  readonly line: number;
  isUsed: boolean;
  /** Whether it stands above all that follows (a heading), above a whole list, or above one lesson. */
  readonly above: 'section' | 'list' | 'lesson';
}

/** A library while its notes are being read. */
export interface Draft {
  readonly file: string;
  readonly title: string;
  readonly intro: string[];
  readonly parts: {
    readonly number: number;
    readonly title: string;
    readonly line: number;
    readonly lessons: DraftLesson[];
  }[];
  readonly sources: Map<string, Source>;
  readonly problems: Problem[];
  readonly guessedTopics: Set<string>;
  topic: OpenTopic | undefined;
  /** Of all lessons below a heading, unless they name another. */
  source: { readonly citation: Citation; readonly line: number; isUsed: boolean } | undefined;
  /** What was read last. */
  follows: 'start' | 'heading' | 'topic' | 'lesson';
}

export function createDraft(file: string, title: string): Draft {
  return {
    file,
    title,
    intro: [],
    parts: [],
    sources: new Map(),
    problems: [],
    guessedTopics: new Set(),
    topic: undefined,
    source: undefined,
    follows: 'start',
  };
}

export function tell(draft: Draft, kind: ProblemKind, line: number, details: Problem['details']): void {
  draft.problems.push({ kind, file: draft.file, line, details });
}

/** Adds the lesson that a note is, or tells what it lacks. */
export function addLesson(draft: Draft, note: ReadNote, { line, kind }: Exclude<NoteBlock, { kind: 'heading' }>): void {
  const part = draft.parts.at(-1) ?? addPart(draft, line);
  const number = part.lessons.length + 1;
  const id = `${part.number}.${number}`;
  const citation = note.citation ?? takeSource(draft);
  draft.follows = 'lesson';
  const fault = citation === undefined ? 'source-missing' : faultOf(note.quote);
  if (citation === undefined || fault !== undefined) {
    const details = { id, form: 'notes', length: String(note.quote.length), most: String(MOST_QUOTE_CHARACTERS) };
    tell(draft, fault ?? 'source-missing', line, details);
    return;
  }
  const topic = note.topic ?? takeTopic(draft, kind);
  if (topic === undefined) draft.guessedTopics.add(id);
  for (const url of new Set([citation.url, note.url])) {
    const cited = url === undefined ? { name: citation.name } : { name: citation.name, url };
    draft.problems.push(...registerSource(draft.sources, cited, { file: draft.file, line }));
  }
  part.lessons.push({
    number,
    topic: topic ?? guessTopic(note.quote),
    quote: note.quote,
    source: citation.name,
    themes: [...new Set(note.themes)],
    key: false,
    ...(note.note === undefined ? {} : { note: note.note }),
    line,
  });
}

function faultOf(quote: string): ProblemKind | undefined {
  if (quote.trim() === '') return 'quote-missing';
  if (isUnclosed(quote)) return 'quote-unclosed';
  return quote.length > MOST_QUOTE_CHARACTERS ? 'quote-too-long' : undefined;
}

function addPart(draft: Draft, line: number): Draft['parts'][number] {
  const part = { number: 1, title: draft.title, line, lessons: [] };
  draft.parts.push(part);
  tell(draft, 'part-guessed', line, { title: draft.title });
  return part;
}

function takeSource(draft: Draft): Citation | undefined {
  if (draft.source !== undefined) draft.source.isUsed = true;
  return draft.source?.citation;
}

function takeTopic(draft: Draft, kind: NoteBlock['kind']): string | undefined {
  const { topic } = draft;
  if (topic === undefined) return undefined;
  topic.isUsed = true;
  const goesOn = topic.above === 'section' || (topic.above === 'list' && kind === 'item');
  if (!goesOn) draft.topic = undefined;
  return topic.text;
}
