import { cancel, intro, outro, select, text } from '@clack/prompts';
import type { StyleSummary } from '../files/read-styles.ts';
import type { Terminal } from './io.ts';

/** What a new folder of lessons is to be called, and how it looks. */
export interface InitAnswers {
  readonly subject: string;
  readonly title: string;
  readonly style: string;
}

/**
 * Asks for what was not said. Undefined when the user has thought better of it.
 * @param given answers from the command line, which are not asked for
 */
export async function askInit(
  given: Partial<InitAnswers>,
  styles: readonly StyleSummary[],
  { input, output }: Terminal,
): Promise<InitAnswers | undefined> {
  const streams = { input, output };
  intro('A new library of lessons', streams);
  const ask = (message: string, initialValue: string): Promise<string | symbol> => {
    const validate = (value: string | undefined): string | undefined =>
      value === undefined || value.trim() === '' ? 'A few words are needed.' : undefined;
    return text({ ...streams, message, initialValue, validate });
  };
  // A symbol is what clack gives for Ctrl-C.
  const subject = given.subject ?? (await ask('Whose lessons are they? A person, a team, a book.', ''));
  const title =
    typeof subject === 'symbol' ? subject : (given.title ?? (await ask('What are they called?', titleFor(subject))));
  const style = typeof title === 'symbol' ? title : (given.style ?? (await askStyle(styles, streams)));
  if (typeof subject === 'symbol' || typeof title === 'symbol' || typeof style === 'symbol') {
    cancel('Nothing was written.', streams);
    return undefined;
  }
  outro('Writing it …', streams);
  return { subject: subject.trim(), title: title.trim(), style };
}

/** What a library is called unless somebody knows better. */
export function titleFor(subject: string): string {
  return `Lessons from ${subject.trim()}`;
}

function askStyle(styles: readonly StyleSummary[], streams: Terminal): Promise<string | symbol> {
  const options = styles.map(({ name, title, description }) => ({ value: name, label: title, hint: description }));
  return select({ ...streams, message: 'Which look does it start from?', options, initialValue: 'folio' });
}
