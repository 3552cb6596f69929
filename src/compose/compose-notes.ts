import { fullId, type Lesson } from '../model/library.ts';
import type { LessonMark, LessonNotes } from '../model/slides.ts';

/** Related lessons named in the notes. */
const RELATED = 4;

export interface NotesContext {
  readonly partTitle: string;
  readonly mark: LessonMark;
  readonly lessonCount: number;
  readonly keySentence: string;
  readonly speaker: string;
  readonly url: string;
  readonly kind: string;
  readonly themeTitle: string;
  /** Ids of the deck's lessons with the same primary theme, in order. */
  readonly sameTheme: readonly string[];
  readonly next: Lesson | undefined;
}

/** What the presenter sees beside a lesson; every lesson's notes cite its source (DESIGN, "Speaker notes pattern"). */
export function composeNotes(lesson: Lesson, context: NotesContext): LessonNotes {
  const { mark } = context;
  return {
    id: lesson.id,
    topic: lesson.topic,
    part: `Part ${lesson.part}: ${context.partTitle}`,
    place: `${mark.position} of ${context.lessonCount}`,
    say: lesson.note ?? context.keySentence,
    quote: lesson.quote,
    citation: citationOf(lesson, context),
    url: context.url,
    related: relatedOf(lesson, context),
    next: context.next ? `${context.next.id} ${context.next.topic}` : '',
  };
}

function citationOf(lesson: Lesson, context: NotesContext): string {
  const speaker = context.speaker === '' ? '' : `${context.speaker}, `;
  const kind = context.kind === '' || context.kind === 'other' ? '' : `, ${context.kind}`;
  const origin = lesson.origin === undefined ? '' : ` (${fullId(lesson)})`;
  return `${speaker}${lesson.source} [${context.mark.sourceNumber}]${kind}${origin}`;
}

/** The nearest other lessons of the same theme, in the deck's order. */
function relatedOf(lesson: Lesson, context: NotesContext): string {
  const own = context.sameTheme.indexOf(lesson.id);
  const after = context.sameTheme.slice(own + 1, own + 1 + RELATED);
  const before = context.sameTheme.slice(0, Math.max(0, Math.min(own, RELATED - after.length)));
  const others = [...after, ...before];
  return others.length === 0 ? '' : `Same theme (${context.themeTitle}): ${others.join(', ')}`;
}
