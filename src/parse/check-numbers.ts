import type { Problem } from '../model/problem.ts';

/** A part or lesson as far as its number is concerned. */
export interface Numbered {
  readonly number: number;
  /** 1-based. */
  readonly line: number;
}

/** Duplicate and out-of-order numbers of the parts of a library. */
export function checkPartNumbers(parts: readonly Numbered[], file: string): readonly Problem[] {
  return checkNumbers(parts, file, { kind: 'part-number-duplicate', label: (number) => `${number}` });
}

/** Duplicate and out-of-order numbers of the lessons of one part. */
export function checkLessonNumbers(part: number, lessons: readonly Numbered[], file: string): readonly Problem[] {
  return checkNumbers(lessons, file, { kind: 'lesson-number-duplicate', label: (number) => `${part}.${number}` });
}

interface Naming {
  readonly kind: 'part-number-duplicate' | 'lesson-number-duplicate';
  readonly label: (number: number) => string;
}

function checkNumbers(items: readonly Numbered[], file: string, naming: Naming): readonly Problem[] {
  const problems: Problem[] = [];
  const firstLines = new Map<number, number>();
  let previous: number | undefined;
  for (const { number, line } of items) {
    const id = naming.label(number);
    const first = firstLines.get(number);
    if (first !== undefined) {
      problems.push({ kind: naming.kind, file, line, details: { id, first: String(first) } });
    } else if (previous !== undefined && number < previous) {
      problems.push({ kind: 'number-out-of-order', file, line, details: { id, after: naming.label(previous) } });
    }
    if (first === undefined) firstLines.set(number, line);
    previous = number;
  }
  return problems;
}
