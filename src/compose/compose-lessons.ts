import type { Lesson } from '../model/library.ts';
import type { FittedText } from '../model/set-text.ts';
import type { Chapter, Citation, KeySlide, LessonSlide, Unnumbered } from '../model/slides.ts';
import { speakingTime } from '../model/speaking-time.ts';
import type { Span } from '../model/split-sentences.ts';
import { bindCompounds, narrowestLine } from './bind-words.ts';
import { composeNotes } from './compose-notes.ts';
import { citationKey, type DeckContext } from './deck-context.ts';
import { fitQuote, lineAt } from './fit-quote.ts';
import { fitLabel, fitText } from './fit-text.ts';
import { languageOf } from './language-of.ts';
import { curlQuotes, setQuote } from './set-quote.ts';

/** Seconds a key slide stands before its lesson is told. */
const KEY_SECONDS = 10;

/** The slides of a chapter's lessons; the key slide right before its lesson. */
export function composeLessons(chapter: Chapter, context: DeckContext): readonly Unnumbered<KeySlide | LessonSlide>[] {
  const key = context.keys.get(chapter.anchor);
  return chapter.lessons.flatMap((lesson): readonly Unnumbered<KeySlide | LessonSlide>[] => {
    const slides = composeLesson(lesson, context);
    return lesson === key ? [...composeKey(lesson, context), ...slides] : slides;
  });
}

function composeKey(lesson: Lesson, context: DeckContext): readonly Unnumbered<KeySlide>[] {
  const key = context.keySentences.get(lesson.id);
  if (!key) return [];
  const claim = curlQuotes(key.excerpt);
  const language = languageOf(claim, context.language);
  const whole = fitText(language.open + claim + language.close, 'key', context.style);
  const box = context.style.boxes.key;
  if (whole.height > box.height) return [];
  return [
    {
      kind: 'key',
      anchor: `key-${lesson.id}`,
      ...describeLesson(lesson, context),
      seconds: KEY_SECONDS,
      claim: { ...whole, pieces: bindCompounds(claim, narrowestLine(box, context.style.widths[box.font])) },
      open: language.open,
      close: language.close,
      language: language.language,
      direction: language.direction,
    },
  ];
}

function composeLesson(lesson: Lesson, context: DeckContext): readonly Unnumbered<LessonSlide>[] {
  const { style } = context;
  const citation = citationOf(lesson, context);
  const language = languageOf(lesson.quote, context.language);
  const topicText = curlQuotes(lesson.topic);
  const topicLanguage = languageOf(lesson.topic, context.language);
  const narrowTopic = fitLabel(topicText, 'topic', style);
  const wideTopic = (): FittedText => fitLabel(topicText, 'topic-wide', style);
  const { step, texts } = fitQuote(
    lesson.quote,
    {
      topicHeight: narrowTopic.height,
      wideTopicHeight: () => wideTopic().height,
      citationHeight: citation.words.height,
    },
    style,
  );
  const described = describeLesson(lesson, context);
  const spans = locate(lesson.quote, texts);
  return spans.map((span, index) => ({
    kind: 'lesson',
    anchor: index === 0 ? `lesson-${lesson.id}` : `lesson-${lesson.id}-${index + 1}`,
    ...described,
    seconds: Math.round(described.seconds / spans.length),
    topic: step.columns === 1 ? narrowTopic : wideTopic(),
    topicLanguage: topicLanguage.language,
    topicDirection: topicLanguage.direction,
    quote: setQuote(
      {
        text: lesson.quote.slice(span.start, span.end),
        mark: markWithin(context.keySentences.get(lesson.id), span),
        last: index === spans.length - 1,
      },
      { step: step.name, language, line: lineAt(step, style) },
    ),
    ...(spans.length > 1 ? { piece: { number: index + 1, of: spans.length } } : {}),
  }));
}

function describeLesson(
  lesson: Lesson,
  context: DeckContext,
): Pick<
  Unnumbered<LessonSlide>,
  | 'lessonId'
  | 'partNumber'
  | 'partTitle'
  | 'tone'
  | 'mark'
  | 'themeTitle'
  | 'lessonCount'
  | 'citation'
  | 'notes'
  | 'seconds'
> {
  const mark = context.marks.get(lesson.id);
  if (!mark) throw new RangeError(`lesson ${lesson.id} is not in the deck`);
  const citation = citationOf(lesson, context);
  const partTitle = context.partTitles.get(lesson.part) ?? '';
  const seconds = speakingTime(lesson, context.selection.talk);
  const theme = lesson.themes[0] ?? '';
  const themeTitle = context.themes.get(theme)?.title ?? theme;
  return {
    lessonId: lesson.id,
    partNumber: lesson.part,
    partTitle,
    tone: mark.tone,
    mark,
    themeTitle,
    lessonCount: context.lessons.length,
    citation,
    seconds,
    notes: composeNotes(lesson, {
      partTitle,
      mark,
      lessonCount: context.lessons.length,
      keySentence: context.keySentences.get(lesson.id)?.excerpt ?? '',
      speaker: citation.speaker,
      url: citation.url,
      kind: citation.kind,
      themeTitle,
      sameTheme: context.themeLessons.get(theme) ?? [],
      next: context.lessons[mark.position],
    }),
  };
}

function citationOf(lesson: Lesson, context: DeckContext): Citation {
  const citation = context.citations.get(citationKey(lesson));
  if (!citation) throw new RangeError(`source ${lesson.source} is not in the deck`);
  return citation;
}

/** Where each piece of the quote stands in it. */
function locate(quote: string, texts: readonly string[]): readonly Span[] {
  let from = 0;
  return texts.map((text) => {
    const start = quote.indexOf(text, from);
    from = start + text.length;
    return { start, end: from };
  });
}

function markWithin(mark: Span | undefined, piece: Span): Span | undefined {
  if (!mark) return undefined;
  const start = Math.max(mark.start, piece.start);
  const end = Math.min(mark.end, piece.end);
  return start < end ? { start: start - piece.start, end: end - piece.start } : undefined;
}
