import type { LessonMark } from '../../src/model/slides.ts';

/** Marks of lessons with quotes of seven lengths and five sources. */
export function makeMarks(parts: number, perPart: number): readonly LessonMark[] {
  return Array.from({ length: parts * perPart }, (_, index) => ({
    id: `${Math.floor(index / perPart) + 1}.${(index % perPart) + 1}`,
    position: index + 1,
    part: Math.floor(index / perPart) + 1,
    tone: 1,
    number: (index % perPart) + 1,
    length: 100 + (index % 7) * 20,
    sourceNumber: (index % 5) + 1,
    theme: '',
    topic: 'Topic',
  }));
}
