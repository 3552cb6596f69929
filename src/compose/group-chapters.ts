import type { Lesson, Part } from '../model/library.ts';
import type { GroupBy, Selection } from '../model/selection.ts';
import type { Chapter } from '../model/slides.ts';

/** Part colours repeat after eight (DESIGN, "More than 8 parts"). */
const TONES = 8;

/**
 * The selected lessons under their dividers, empty ones left out: in the library's order whatever their rank, or as they were
 * shuffled, the part of the first lesson first.
 */
export function groupChapters(selection: Selection, groupBy: GroupBy): readonly Chapter[] {
  const parts = selection.order === 'shuffle' ? partsAsDealt(selection) : partsInOrder(selection);
  if (groupBy === 'theme')
    return themeChapters(
      selection,
      parts.flatMap((part) => part.lessons),
    );
  return parts
    .filter(({ lessons }) => lessons.length > 0)
    .map(({ part, lessons }) => ({
      kind: 'part' as const,
      anchor: `part-${part.number}`,
      number: part.number,
      title: part.title,
      description: '',
      theme: '',
      icon: '',
      tone: toneOf(part.number),
      lessons,
    }));
}

interface PartOfTalk {
  readonly part: Part;
  readonly lessons: readonly Lesson[];
}

function partsInOrder(selection: Selection): readonly PartOfTalk[] {
  const selected = new Set(selection.lessons.map((lesson) => lesson.id));
  return selection.library.parts.map((part) => ({
    part,
    lessons: part.lessons.filter((lesson) => selected.has(lesson.id)),
  }));
}

function partsAsDealt({ library, lessons }: Selection): readonly PartOfTalk[] {
  const numbers = [...new Set(lessons.map((lesson) => lesson.part))];
  const parts = new Map(library.parts.map((part) => [part.number, part]));
  return numbers.flatMap((number) => {
    const part = parts.get(number);
    return part ? [{ part, lessons: lessons.filter((lesson) => lesson.part === number) }] : [];
  });
}

/** The colour of a part, 1–8. */
export function toneOf(part: number): number {
  return ((part - 1) % TONES) + 1;
}

function themeChapters(selection: Selection, lessons: readonly Lesson[]): readonly Chapter[] {
  const known = selection.themes.map((theme) => ({
    anchor: `theme-${theme.name}`,
    title: theme.title,
    description: theme.description,
    theme: theme.name,
    icon: theme.icon,
    lessons: lessons.filter((lesson) => lesson.themes[0] === theme.name),
  }));
  const placed = new Set(known.flatMap((theme) => theme.lessons.map((lesson) => lesson.id)));
  const rest = {
    anchor: 'theme-none',
    title: 'Other lessons',
    description: 'Lessons that belong to none of the themes.',
    theme: '',
    icon: '',
    lessons: lessons.filter((lesson) => !placed.has(lesson.id)),
  };
  return [...known, rest]
    .filter((theme) => theme.lessons.length > 0)
    .map((theme, index) => ({
      kind: 'theme' as const,
      number: index + 1,
      tone: 0,
      ...theme,
    }));
}
