/** Lines of a lessons document as people type them, good and bad; `@` stands for a word that is to be found again. */
export const TYPED_LINES: readonly string[] = [
  '',
  '',
  'Part 1: @',
  'Part 2 — @',
  '## Part II: @',
  '1. On @: "Words." — Source: [A]',
  '2. On x: "Words @ and “more”." — Source: [A]',
  '- On x: "Words." Source: @',
  '3) On @: "Open',
  '@ closed." — Source: [B](https://example.org)',
  '@ prose: with a colon',
  '— Source: [@]',
  '"@"',
  '4. On x: “@',
  '* @',
];
