import type { Criteria } from '../model/selection.ts';
import type { Settings } from './settings.ts';

const NUMBERS = ['limit', 'minutes', 'talk', 'shuffle'] as const satisfies readonly (keyof Criteria)[];

/** The selection that the options ask for. */
export function readCriteria(settings: Settings): Criteria {
  const numbers = NUMBERS.flatMap((name) => {
    const value = settings.count(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    part: settings.texts('part'),
    theme: settings.texts('theme'),
    lesson: settings.texts('lesson'),
    source: settings.texts('source'),
    search: settings.texts('search'),
    exclude: settings.texts('exclude'),
    ...Object.fromEntries(numbers),
  };
}
