import type { CitedSource, SourcesSlide, Unnumbered } from '../model/slides.ts';
import type { BoxName } from '../model/style.ts';
import type { DeckContext } from './deck-context.ts';
import { fitLabel } from './fit-text.ts';
import { curlQuotes } from './set-quote.ts';
import { countOf, paginate } from './words-for.ts';

const SOURCES_SECONDS = 10;
/** Lesson ids that fit beside a source's name, in two lines. */
const MOST_REFERENCES = 14;
const FEW_REFERENCES = 3;

/** The bibliography, over as many slides as it needs. */
export function composeSources(
  sources: readonly CitedSource[],
  context: DeckContext,
): readonly Unnumbered<SourcesSlide>[] {
  const pages = paginate(sources, context.style.rows.sources);
  return pages.map((page, index) => ({
    kind: 'sources',
    anchor: index === 0 ? 'sources' : `sources-${index + 1}`,
    seconds: SOURCES_SECONDS,
    heading: pages.length > 1 ? `Sources ${index + 1}/${pages.length}` : 'Sources',
    summary: `${countOf(sources.length, 'source')}. Figures after each name are lesson numbers.`,
    entries: page.map((source) => ({
      number: source.number,
      name: fitLabel(curlQuotes(source.name), nameBox(source), context.style),
      url: source.url ?? '',
      marks: source.lessons.length > MOST_REFERENCES ? source.lessons.slice(0, MOST_REFERENCES - 1) : source.lessons,
      more: source.lessons.length > MOST_REFERENCES ? source.lessons.length - MOST_REFERENCES + 1 : 0,
    })),
  }));
}

/** Few references leave the name more room. */
function nameBox(source: CitedSource): BoxName {
  return source.lessons.length > FEW_REFERENCES ? 'source-name' : 'source-name-wide';
}
