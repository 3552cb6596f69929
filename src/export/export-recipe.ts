import { Document } from 'yaml';
import type { Selection } from '../model/selection.ts';

export interface RecipeFacts {
  /** Path of the library from the recipe's folder, or `built-in`. */
  readonly library: string;
  /** Options of the talk by long name. */
  readonly options: Readonly<Record<string, string | number>>;
  /** What made it: `Lectern 0.1.0`. */
  readonly generator: string;
}

/** A selection as a file that makes the same talk again: which lessons, with their words as they are now. */
export function exportRecipe({ lessons, order }: Selection, { library, options, generator }: RecipeFacts): string {
  const document = new Document({
    recipe: 1,
    library,
    order,
    ...(Object.keys(options).length === 0 ? {} : { options }),
    lessons: lessons.map(({ id, topic, source, quote }) => ({ id, topic, source, quote })),
  });
  document.commentBefore = [
    ` A talk, saved by ${generator}: \`lectern build\` with the name of this file makes it again.`,
    ' The words are those of the day it was saved; what is shown are the words of the library.',
  ].join('\n');
  return document.toString({ lineWidth: 100, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER });
}
