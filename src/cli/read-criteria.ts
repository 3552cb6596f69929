import type { Criteria } from '../model/selection.ts';
import type { CommandContext } from './command-context.ts';
import type { OptionName } from './option-kinds.ts';

const NUMBERS = ['limit', 'minutes', 'talk', 'shuffle'] as const satisfies readonly (keyof Criteria)[];

/** The selection that the options ask for. A recipe is one already: only what is typed beside it narrows it. */
export function readCriteria({ settings, recipe }: Pick<CommandContext, 'settings' | 'recipe'>): Criteria {
  const counts = (name: OptionName): boolean => recipe === undefined || settings.typed(name);
  const texts = (name: OptionName): readonly string[] => (counts(name) ? settings.texts(name) : []);
  const numbers = NUMBERS.flatMap((name) => {
    const value = counts(name) ? settings.count(name) : undefined;
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    part: texts('part'),
    theme: texts('theme'),
    lesson: texts('lesson'),
    source: texts('source'),
    search: texts('search'),
    exclude: texts('exclude'),
    ...Object.fromEntries(numbers),
  };
}
