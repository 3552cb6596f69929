import type { Lesson } from '../model/library.ts';
import type { MatrixColumn, MatrixRow, MatrixSlide, Unnumbered } from '../model/slides.ts';
import { type DeckContext, FEWEST_FOR_OVERVIEW, lessonsByPart, OVERVIEW_SECONDS } from './deck-context.ts';
import { fitLabel } from './fit-text.ts';
import { toneOf } from './group-chapters.ts';
import { curlQuotes } from './set-quote.ts';
import { countOf, midSentence, paginate } from './words-for.ts';

const MOST_COLUMNS = 7;

/** Parts × themes; none where there is one part, one theme or a handful of lessons. */
export function composeMatrix(context: DeckContext): readonly Unnumbered<MatrixSlide>[] {
  const columns = matrixColumns(context);
  const parts = lessonsByPart(context.lessons);
  if (parts.size < 2 || columns.length < 2 || context.lessons.length < FEWEST_FOR_OVERVIEW) return [];
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
      theme: name,
      icon: theme?.icon ?? '',
      total: counts.get(name) ?? 0,
      themes: new Set([name]),
    };
  });
  const restTotal = context.lessons.length - columns.reduce((sum, column) => sum + column.total, 0);
  return restTotal === 0
    ? columns
    : [...columns, { title: 'Other', theme: '', icon: '', total: restTotal, themes: rest }];
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
