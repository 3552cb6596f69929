import type { Lesson, Library, Part, Source } from '../model/library.ts';

/** A lesson as a reader of one of the forms found it: everything but what follows from its part. */
export type DraftLesson = Omit<Lesson, 'id' | 'part'>;

export interface DraftPart {
  readonly number: number;
  readonly title: string;
  readonly lessons: readonly DraftLesson[];
}

/** What both forms of a library file come down to. */
export interface DraftLibrary {
  readonly title: string;
  readonly subject: string;
  readonly tagline: string;
  readonly intro: string;
  readonly language: string;
  /** The registry; sources that no lesson cites are left out of the library. */
  readonly sources: readonly Source[];
  readonly parts: readonly DraftPart[];
}

export function assembleLibrary(name: string, draft: DraftLibrary): Library {
  const parts = draft.parts.map(assemblePart);
  return { name, ...draft, sources: citedSources(draft.sources, parts), parts };
}

function assemblePart({ number, title, lessons }: DraftPart): Part {
  return {
    number,
    title,
    lessons: lessons.map((lesson) => ({ id: `${number}.${lesson.number}`, part: number, ...lesson })),
  };
}

function citedSources(registry: readonly Source[], parts: readonly Part[]): readonly Source[] {
  const cited = new Set(parts.flatMap((part) => part.lessons.map((lesson) => lesson.source)));
  const registered = registry.filter((source) => cited.has(source.name));
  const known = new Set(registered.map((source) => source.name));
  const others = [...cited].filter((name) => !known.has(name));
  return [...registered, ...others.map((name) => ({ name }))];
}
