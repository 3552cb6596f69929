/**
 * Trouble in a library's content, as data. The kinds are the stable codes of `check --json`; the sentences stand in
 * one table in `cli/problem-sentences.ts`.
 */
export const PROBLEM_SEVERITIES = {
  'document-empty': 'error',
  'document-unreadable': 'error',
  syntax: 'error',
  'field-missing': 'error',
  'field-unknown': 'error',
  'field-wrong': 'error',
  'field-duplicate': 'error',
  'title-missing': 'error',
  'no-lessons': 'error',
  'lesson-outside-part': 'error',
  'lesson-unreadable': 'error',
  'line-unreadable': 'error',
  'quote-missing': 'error',
  'quote-unclosed': 'error',
  'quote-too-long': 'error',
  'source-missing': 'error',
  'topic-missing': 'error',
  'part-number-duplicate': 'error',
  'lesson-number-duplicate': 'error',
  'number-out-of-order': 'warning',
  'part-empty': 'warning',
  'highlight-not-in-quote': 'error',
  'link-not-allowed': 'error',
  'link-ignored': 'warning',
  'source-duplicate': 'error',
  'theme-unknown': 'warning',
  'quote-split': 'warning',
  'colour-unreadable': 'error',
  'colours-alike': 'warning',
  'quote-duplicate': 'warning',
  'quote-near-duplicate': 'warning',
  'source-spelled-twice': 'warning',
  'control-character': 'warning',
  'source-unused': 'warning',
  'theme-unused': 'warning',
  'title-guessed': 'warning',
  'part-guessed': 'warning',
  'line-left-out': 'warning',
  'column-left-out': 'warning',
  'column-missing': 'error',
  'row-too-long': 'error',
} as const;

export type ProblemKind = keyof typeof PROBLEM_SEVERITIES;
export type Severity = 'error' | 'warning';

export interface Problem {
  readonly kind: ProblemKind;
  /** As the user named it. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** What the sentence is about: an id, a field, a name, a piece of the text. */
  readonly details: Readonly<Record<string, string>>;
}

export function severityOf(problem: Problem): Severity {
  return PROBLEM_SEVERITIES[problem.kind];
}
