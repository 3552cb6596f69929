import { type Lesson, type Library, lessonsOf } from '../model/library.ts';
import type { Problem } from '../model/problem.ts';

/** Characters that turn the direction of all that follows, and those that steer machines; tabs and line breaks aside. */
const CONTROL = /[\u202a-\u202e\u2066-\u2069]|(?![\t\n\r])\p{Cc}/u;

const FIELDS = ['topic', 'quote', 'source', 'note'] as const;

/**
 * A warning for every text with a character that nobody sees and that changes how others look: it may have come along with a
 * paste, or be there to deceive. Marks that writing from right to left needs (U+200E, U+200F, U+061C) are none.
 */
export function checkControls(library: Library, file: string): readonly Problem[] {
  const own = (['title', 'subject', 'tagline', 'intro'] as const).map((field) => [field, library[field]] as const);
  const parts = library.parts.map(({ number, title }) => [`part ${number}: title`, title] as const);
  const found = [...own, ...parts].flatMap(([where, text]) => warn(where, text, { file, line: 1 }));
  return [...found, ...lessonsOf(library).flatMap((lesson) => checkLesson(lesson, file))];
}

function checkLesson(lesson: Lesson, file: string): readonly Problem[] {
  return FIELDS.flatMap((field) =>
    warn(`lesson ${lesson.id}: ${field}`, lesson[field] ?? '', { file, line: lesson.line }),
  );
}

function warn(where: string, text: string, at: { readonly file: string; readonly line: number }): readonly Problem[] {
  const [character] = CONTROL.exec(text) ?? [];
  if (character === undefined) return [];
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return [{ kind: 'control-character', ...at, details: { where, code } }];
}
