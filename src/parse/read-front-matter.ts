import type { Problem } from '../model/problem.ts';

export interface FrontMatter {
  /** What a library can hold: title, subject, tagline, language. */
  readonly values: ReadonlyMap<string, string>;
  /** 0-based index of the first line behind it. */
  readonly end: number;
  /** A warning for every line that was not taken. */
  readonly problems: readonly Problem[];
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['title', 'title'],
  ['subject', 'subject'],
  ['author', 'subject'],
  ['tagline', 'tagline'],
  ['description', 'tagline'],
  ['language', 'language'],
  ['lang', 'language'],
]);

/** Reads the lines between `---` at the top of a Markdown file. */
export function readFrontMatter(lines: readonly string[], file: string): FrontMatter {
  const last = lines[0]?.trim() === '---' ? lines.findIndex((line, index) => index > 0 && line.trim() === '---') : -1;
  // A rule at the top, with words below it, is none.
  if (last < 1 || !lines.slice(1, last).every(isFieldOrMore)) return { values: new Map(), end: 0, problems: [] };
  const values = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [index, line] of lines.slice(1, last).entries()) {
    const [, key = '', value = ''] = /^([a-z]{1,20}):\s*(\S.*)$/iu.exec(line.trimEnd()) ?? [];
    const name = NAMES.get(key.toLowerCase());
    const text = value.replace(/^(["'])(.*)\1$/u, '$2').trim();
    const isTaken = name !== undefined && !values.has(name) && text !== '' && (name !== 'language' || isLanguage(text));
    if (isTaken) values.set(name, text);
    else if (line.trim() !== '') {
      problems.push({ kind: 'line-left-out', file, line: index + 2, details: { text: line.trim().slice(0, 60) } });
    }
  }
  return { values, end: last + 1, problems };
}

function isFieldOrMore(line: string): boolean {
  return line.trim() === '' || /^[\w-]{1,40}:(?:\s|$)/u.test(line) || /^(?:\s|-\s|#)/u.test(line);
}

function isLanguage(text: string): boolean {
  return /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/u.test(text);
}
