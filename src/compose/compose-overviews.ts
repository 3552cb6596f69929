import type { MatrixColumn, MatrixRow, MatrixSlide, SourceRow, SourcesChartSlide, Unnumbered } from '../model/deck.ts';
import type { Lesson } from '../model/library.ts';
import type { DeckContext } from './deck-context.ts';
import { fitLabel, fits } from './fit-text.ts';
import { toneOf } from './group-chapters.ts';
import { citeSources } from './number-sources.ts';
import { curlQuotes } from './set-quote.ts';
import { countOf, midSentence, numberWord, paginate } from './words-for.ts';

const OVERVIEW_SECONDS = 30;
/** An overview of fewer lessons than this says nothing that the agenda does not. */
const FEWEST_LESSONS = 12;
const MOST_COLUMNS = 7;
/** Marks that fit a row of the chart, and names in its sentence of small sources. */
const MOST_MARKS = 26;
const MOST_NAMES = 40;
const MOST_LEGEND_ROWS = 12;
/** How many of the largest sources the chart's title counts. */
const TOP_SOURCES = 4;

/** Parts × themes; none where there is one part, one theme or a handful of lessons. */
export function composeMatrix(context: DeckContext): readonly Unnumbered<MatrixSlide>[] {
  const columns = matrixColumns(context);
  const parts = groupBy(context.lessons, (lesson) => lesson.part);
  if (parts.size < 2 || columns.length < 2 || context.lessons.length < FEWEST_LESSONS) return [];
  const rows = [...parts]
    .sort(([a], [b]) => a - b)
    .map(([part, lessons]) => matrixRow(part, lessons, { columns, context }));
  const pages = paginate(rows, context.style.rows.matrix);
  const finding = fitLabel(matrixFinding(rows, columns), 'finding', context.style);
  return pages.map((page, index) => ({
    kind: 'overview',
    overview: 'matrix',
    anchor: index === 0 ? 'themes' : `themes-${index + 1}`,
    seconds: OVERVIEW_SECONDS,
    finding,
    columns: columns.map((column) => ({
      ...column,
      total: totalOf(page, columns.indexOf(column)),
    })),
    rows: page,
    total: page.reduce((sum, row) => sum + row.total, 0),
  }));
}

interface Column extends MatrixColumn {
  /** Themes counted here; more than one for "Other". */
  readonly themes: ReadonlySet<string>;
}

function matrixColumns(context: DeckContext): readonly Column[] {
  const counts = new Map([...context.themeLessons].map(([theme, ids]) => [theme, ids.length]));
  const untagged = context.lessons.filter((lesson) => lesson.themes.length === 0).length;
  const order = [...context.themes.keys(), ...[...counts.keys()].filter((name) => !context.themes.has(name))];
  const used = order.filter((name) => counts.has(name));
  const crowded = used.length > MOST_COLUMNS || (untagged > 0 && used.length === MOST_COLUMNS);
  const largest = [...used].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0)).slice(0, MOST_COLUMNS - 1);
  const shown = crowded ? used.filter((name) => largest.includes(name)) : used;
  const rest = new Set(['', ...used.filter((name) => !shown.includes(name))]);
  const columns = shown.map((name) => {
    const theme = context.themes.get(name);
    return {
      title: theme?.title ?? name,
      icon: theme?.icon ?? '',
      total: counts.get(name) ?? 0,
      themes: new Set([name]),
    };
  });
  const restTotal = context.lessons.length - columns.reduce((sum, column) => sum + column.total, 0);
  return restTotal === 0 ? columns : [...columns, { title: 'Other', icon: '', total: restTotal, themes: rest }];
}

function matrixRow(
  part: number,
  lessons: readonly Lesson[],
  { columns, context }: { readonly columns: readonly Column[]; readonly context: DeckContext },
): MatrixRow {
  return {
    anchor: context.chapters.some((chapter) => chapter.kind === 'part') ? `part-${part}` : '',
    number: part,
    tone: toneOf(part),
    title: fitLabel(curlQuotes(context.partTitles.get(part) ?? ''), 'row-label', context.style),
    counts: columns.map((column) => lessons.filter((lesson) => column.themes.has(lesson.themes[0] ?? '')).length),
    total: lessons.length,
  };
}

/** What the largest cell says: "Part 3 holds 8 of the 11 lessons on security". */
function matrixFinding(rows: readonly MatrixRow[], columns: readonly MatrixColumn[]): string {
  const cells = rows.flatMap((row) =>
    row.counts.map((count, column) => ({
      row,
      count,
      column: columns[column],
    })),
  );
  const named = cells.filter((cell) => cell.column?.title !== 'Other');
  const largest = named.reduce(
    (best, cell) => (cell.count > best.count ? cell : best),
    named[0] ?? cells[0] ?? { row: undefined, count: 0, column: undefined },
  );
  const theme = midSentence(largest.column?.title ?? '');
  const total = largest.column?.total ?? 0;
  const share =
    largest.count === total ? `all ${countOf(total, 'lesson')}` : `${largest.count} of the ${countOf(total, 'lesson')}`;
  return `Part ${largest.row?.number ?? ''} holds ${share} on ${theme}`;
}

function totalOf(rows: readonly MatrixRow[], column: number): number {
  return rows.reduce((sum, row) => sum + (row.counts[column] ?? 0), 0);
}

/** Lessons per source; none where no source has two lessons or there is a handful of them. */
export function composeSourcesChart(context: DeckContext): readonly Unnumbered<SourcesChartSlide>[] {
  const sources = citeSources(context.selection.library, context.sourceNumbers, [...context.marks.values()]);
  const sorted = [...sources].sort((a, b) => b.lessons.length - a.lessons.length || a.number - b.number);
  const least = smallestShown(
    sorted.map((source) => source.lessons.length),
    context.style.rows.chart,
  );
  const shown = sorted.filter((source) => source.lessons.length >= least).slice(0, context.style.rows.chart);
  if (shown.length < 2 || context.lessons.length < FEWEST_LESSONS) return [];
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
  const parts = [...groupBy(context.lessons, (lesson) => lesson.part).keys()].sort((a, b) => a - b);
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

function groupBy<K>(lessons: readonly Lesson[], keyOf: (lesson: Lesson) => K): ReadonlyMap<K, readonly Lesson[]> {
  const groups = new Map<K, Lesson[]>();
  for (const lesson of lessons) {
    const group = groups.get(keyOf(lesson));
    if (group) group.push(lesson);
    else groups.set(keyOf(lesson), [lesson]);
  }
  return groups;
}
