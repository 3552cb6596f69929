import { type Deck, slidesOf } from '../model/deck.ts';
import { fullId } from '../model/library.ts';
import type { Selection } from '../model/selection.ts';

/** The manifest: which lesson stands on which slides and cites which source, as JSON for other programs. Slides count from 1. */
export function exportManifest(deck: Deck, selection: Selection, generator: string): string {
  const sources = new Map(deck.sources.map((source) => [source.name, source]));
  const slides = slidesOf(deck);
  const shown = new Map<string, number[]>();
  for (const slide of slides) {
    if (slide.kind !== 'lesson' && slide.kind !== 'key') continue;
    const numbers = shown.get(slide.lessonId);
    if (numbers) numbers.push(slide.number);
    else shown.set(slide.lessonId, [slide.number]);
  }
  const { library } = selection;
  const manifest = {
    generator,
    library: { name: library.name, title: library.title, subject: library.subject, language: library.language },
    selection: { ...selection.criteria, lessons: deck.lessons.length },
    lessons: deck.lessons.map((lesson) => {
      const source = sources.get(lesson.source);
      return {
        id: lesson.id,
        ...(lesson.origin === undefined ? {} : { origin: fullId(lesson) }),
        part: lesson.part,
        topic: lesson.topic,
        quote: lesson.quote,
        source: { name: lesson.source, number: source?.number, kind: source?.kind, url: source?.url },
        themes: lesson.themes,
        slides: shown.get(lesson.id) ?? [],
      };
    }),
    sources: deck.sources.map((source) => ({
      name: source.name,
      number: source.number,
      kind: source.kind,
      url: source.url,
      lessons: source.lessons.map((mark) => mark.id),
    })),
    slides: slides.map((slide) => ({
      number: slide.number,
      kind: slide.kind,
      ...('lessonId' in slide ? { id: slide.lessonId } : {}),
    })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
