import type { Criteria } from '../model/selection.ts';
import type { Settings } from './settings.ts';

/** The selection that the options ask for. */
export function readCriteria(settings: Settings): Criteria {
  const limit = settings.count('limit');
  return {
    part: settings.texts('part'),
    theme: settings.texts('theme'),
    lesson: settings.texts('lesson'),
    source: settings.texts('source'),
    search: settings.texts('search'),
    exclude: settings.texts('exclude'),
    ...(limit === undefined ? {} : { limit }),
  };
}
