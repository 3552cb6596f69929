import type { SourceRow, SourcesChartSlide, Unnumbered } from '../model/slides.ts';
import { type DeckContext, FEWEST_FOR_OVERVIEW, lessonsByPart, OVERVIEW_SECONDS } from './deck-context.ts';
import { fitLabel, fits } from './fit-text.ts';
import { toneOf } from './group-chapters.ts';
import { citeSources } from './number-sources.ts';
import { curlQuotes } from './set-quote.ts';
import { countOf, numberWord } from './words-for.ts';

/** Marks that fit a row of the chart, and names in its sentence of small sources. */
const MOST_MARKS = 26;
const MOST_NAMES = 40;
const MOST_LEGEND_ROWS = 12;
/** How many of the largest sources the chart's title counts. */
const TOP_SOURCES = 4;

/** Lessons per source; none where no source has two lessons or there is a handful of them. */
export function composeSourcesChart(context: DeckContext): readonly Unnumbered<SourcesChartSlide>[] {
  const sources = citeSources(context.selection.library, context.sourceNumbers, [...context.marks.values()]);
  const sorted = [...sources].sort((a, b) => b.lessons.length - a.lessons.length || a.number - b.number);
  const least = smallestShown(
    sorted.map((source) => source.lessons.length),
    context.style.rows.chart,
  );
  const shown = sorted.filter((source) => source.lessons.length >= least).slice(0, context.style.rows.chart);
  if (shown.length < 2 || context.lessons.length < FEWEST_FOR_OVERVIEW) return [];
  const rest = sorted.slice(shown.length);
  const rows: SourceRow[] = shown.map((source) => ({
    name: fitLabel(curlQuotes(source.name), 'source-name', context.style),
    marks: source.lessons.slice(0, MOST_MARKS),
    more: Math.max(0, source.lessons.length - MOST_MARKS),
    total: source.lessons.length,
  }));
  return [
    {
      kind: 'overview',
      overview: 'sources',
      anchor: 'shares',
      seconds: OVERVIEW_SECONDS,
      finding: fitLabel(chartFinding(sorted.map((source) => source.lessons.length)), 'finding', context.style),
      rows,
      legend: legendOf(context),
      rest: namesOf(
        rest.map((source) => source.name),
        context,
      ),
      restHeading: restHeading(rest.map((source) => source.lessons.length)),
    },
  ];
}

/** The count at which to cut so that at most `rows` sources remain; never below two lessons. */
function smallestShown(counts: readonly number[], rows: number): number {
  const beyond = counts[rows] ?? 0;
  const least = Math.max(2, beyond + 1);
  return counts.some((count) => count >= least) ? least : Math.max(2, beyond);
}

function chartFinding(counts: readonly number[]): string {
  const several = counts.filter((count) => count > 1).length;
  const top = Math.min(TOP_SOURCES, Math.max(1, several - 1));
  const supplied = counts.slice(0, top).reduce((sum, count) => sum + count, 0);
  const all = counts.reduce((sum, count) => sum + count, 0);
  return `${numberWord(top)} ${top === 1 ? 'source supplies' : 'sources supply'} ${supplied} of the ${countOf(all, 'lesson')}`;
}

function legendOf(context: DeckContext): SourcesChartSlide['legend'] {
  const parts = [...lessonsByPart(context.lessons).keys()].sort((a, b) => a - b);
  if (parts.length > MOST_LEGEND_ROWS) return [];
  return parts.map((number) => ({
    number,
    tone: toneOf(number),
    title: context.partTitles.get(number) ?? '',
  }));
}

/** As many of the names as fit beside the chart. */
function namesOf(names: readonly string[], { style }: DeckContext): string {
  let shown = names.length;
  const sentence = (): string => {
    const listed = names.slice(0, shown).join(', ');
    return shown < names.length ? `${listed} and ${names.length - shown} more` : listed;
  };
  shown = Math.min(shown, MOST_NAMES);
  while (shown > 0 && !fits(sentence(), 'chart-rest', style)) shown -= 1;
  return shown === 0 && names.length > 0 ? `${names.length} sources` : sentence();
}

function restHeading(counts: readonly number[]): string {
  const most = counts[0] ?? 0;
  if (most === 0) return '';
  return most === 1 ? 'One lesson each' : `Up to ${countOf(most, 'lesson')} each`;
}
