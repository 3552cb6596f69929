import type { LessonNotes, Slide } from '../../model/slides.ts';
import { timeHint } from '../../model/time-hint.ts';

/** Ends a paragraph of the notes until the file is finished. */
export const PARAGRAPH = '\u2028';

/** What the presenter reads beside a lesson, in the words of the deck's notes. */
export function notesText(slide: Slide): string {
  if (!('notes' in slide)) return '';
  return lines(slide.notes, timeHint(slide)).join(PARAGRAPH);
}

function lines(notes: LessonNotes, time: string): readonly string[] {
  const url = notes.url === '' ? '' : `, ${notes.url}`;
  return [
    `${notes.id}  ${notes.topic}`,
    `${notes.part} · ${notes.place} · ${time}`,
    ...(notes.say === '' ? [] : [`Say ${notes.say}`]),
    `Quote “${notes.quote}”`,
    `Source ${notes.citation}${url}`,
    ...(notes.related === '' ? [] : [`Links ${notes.related}`]),
    ...(notes.next === '' ? [] : [`Next ${notes.next}`]),
  ];
}
