import { type Document, isMap, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Lesson, Library } from '../model/library.ts';

/** A lesson and the map in which it is written. */
export interface PlacedLesson {
  readonly lesson: Lesson;
  readonly map: YAMLMap;
  readonly list: YAMLSeq;
  /** In its list. */
  readonly index: number;
}

/** Where the lessons of a library stand in its file; those that are written in another way, such as an alias, are missing. */
export function placeLessons(document: Document, library: Library): ReadonlyMap<Lesson, PlacedLesson> {
  const places = new Map<Lesson, PlacedLesson>();
  const parts = document.get('parts');
  for (const [position, part] of library.parts.entries()) {
    const list = isSeq(parts) && isMap(parts.items[position]) ? parts.items[position].get('lessons') : undefined;
    for (const [index, lesson] of part.lessons.entries()) {
      const map = isSeq(list) ? list.items[index] : undefined;
      if (isSeq(list) && isMap(map)) places.set(lesson, { lesson, map, list, index });
    }
  }
  return places;
}
