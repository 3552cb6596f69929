import type { ClosingRow, ClosingSlide, Unnumbered } from '../model/slides.ts';
import type { DeckContext } from './deck-context.ts';
import { fitLabel } from './fit-text.ts';
import { languageOf } from './language-of.ts';
import { curlQuotes } from './set-quote.ts';
import { numberWord, paginate } from './words-for.ts';

const CLOSING_SECONDS = 30;

/** The key sentence of every chapter, to take home; none where fewer than two chapters have one. */
export function composeClosing(context: DeckContext): readonly Unnumbered<ClosingSlide>[] {
  const rows = context.chapters.flatMap((chapter) => closingRow(chapter, context));
  if (rows.length < 2) return [];
  const pages = paginate(rows, context.style.rows.closing);
  return pages.map((page, index) => ({
    kind: 'closing',
    anchor: index === 0 ? 'closing' : `closing-${index + 1}`,
    seconds: CLOSING_SECONDS,
    heading: `${numberWord(rows.length)} to keep${pages.length > 1 ? ` ${index + 1}/${pages.length}` : ''}`,
    rows: page,
    marks: page.flatMap((row) => context.marks.get(row.id) ?? []),
  }));
}

function closingRow(chapter: DeckContext['chapters'][number], context: DeckContext): readonly ClosingRow[] {
  const lesson = context.keys.get(chapter.anchor);
  const key = lesson && context.keySentences.get(lesson.id);
  const mark = lesson && context.marks.get(lesson.id);
  if (!lesson || !key || !mark) return [];
  const sentence = curlQuotes(key.excerpt);
  const language = languageOf(sentence, context.language);
  return [
    {
      anchor: `lesson-${lesson.id}`,
      number: chapter.number,
      tone: mark.tone,
      sentence: fitLabel(sentence, 'closing-sentence', context.style),
      open: language.open,
      close: language.close,
      id: lesson.id,
    },
  ];
}
