import type { Lesson, Library } from '../src/model/library.ts';
import type { Selection } from '../src/model/selection.ts';
import type { Theme } from '../src/model/theme.ts';

export const QUOTE =
  'A secret without an expiration date is a time bomb. Every credential should have a strict, enforceable time-to-live.';

/** A lesson with everything it must have. */
export function makeLesson(id: string, given: Partial<Lesson> = {}): Lesson {
  const [part = 0, number = 0] = id.split('.').map(Number);
  return {
    id,
    part,
    number,
    topic: `On topic ${id}`,
    quote: QUOTE,
    source: 'InfoQ',
    themes: [],
    key: false,
    line: 1,
    ...given,
  };
}

/** A library of these lessons, in parts by their ids. */
export function makeLibrary(lessons: readonly Lesson[], given: Partial<Library> = {}): Library {
  const parts = [...new Set(lessons.map((lesson) => lesson.part))];
  return {
    name: 'made',
    title: 'Lessons from Ada Made',
    subject: 'Ada Made',
    tagline: 'A summary.',
    intro: '',
    language: 'en',
    sources: [...new Set(lessons.map((lesson) => lesson.source))].map((name) => ({ name })),
    parts: parts.map((number) => ({
      number,
      title: `Part title ${number}`,
      lessons: lessons.filter((lesson) => lesson.part === number),
    })),
    ...given,
  };
}

/** Everything of a library selected. */
export function selectAll(library: Library, themes: readonly Theme[] = []): Selection {
  return {
    library,
    themes,
    lessons: library.parts.flatMap((part) => part.lessons),
    order: 'library',
    leftOut: [],
    criteria: {},
    suffix: '',
  };
}

/** A library of `parts` parts with `perPart` lessons each, over `sources` sources. */
export function makeManyLessons(parts: number, perPart: number, sources: number = 5): readonly Lesson[] {
  return Array.from({ length: parts * perPart }, (_, index) =>
    makeLesson(`${Math.floor(index / perPart) + 1}.${(index % perPart) + 1}`, {
      source: `Source ${(index % sources) + 1}`,
      themes: [index % 3 === 0 ? 'scale' : 'security'],
    }),
  );
}
