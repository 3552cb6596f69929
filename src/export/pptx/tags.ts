import { clean } from './text.ts';

/**
 * What pptxgenjs has no option for, in an object's name until the file is finished: `Title\u2029ph=title\u2029hang=1200`.
 * Paragraph separators stand in no name otherwise.
 */
const SEPARATOR = '\u2029';

export interface Tags {
  /** A placeholder of the layout: `title`, `body`, `subTitle`. */
  readonly ph?: string | undefined;
  /** Words for those who do not see it. */
  readonly alt?: string | undefined;
  /** Says nothing that is not said elsewhere. */
  readonly decorative?: boolean | undefined;
  /** What the first line's mark stands out by. EMU. */
  readonly hang?: number | undefined;
  /** Two columns with this between them. EMU. */
  readonly columns?: number | undefined;
  /** Its link is that of the whole object rather than of its words. */
  readonly linked?: boolean | undefined;
  /** Number of the group that it is of; neighbours of one number are one group. */
  readonly group?: number | undefined;
}

export function tagName(name: string, tags: Tags): string {
  const pairs = Object.entries(tags).filter(([, value]) => value !== undefined && value !== false);
  return [name, ...pairs.map(([key, value]) => `${key}=${value}`)]
    .map((part) => clean(part).replace(/[\u2028\u2029]/gu, ' '))
    .join(SEPARATOR);
}

/** The name and what stood behind it, as they were written. */
export function readTags(tagged: string): { readonly name: string; readonly tags: ReadonlyMap<string, string> } {
  const [name = '', ...pairs] = tagged.split(SEPARATOR);
  const tags = pairs.map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  });
  return { name, tags: new Map(tags) };
}
