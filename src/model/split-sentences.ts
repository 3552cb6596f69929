/** A stretch of a text: code unit offsets, end exclusive, without the white space around it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const ABBREVIATION = /(?:^|[\s(])(?:[A-Z]|e\.g|i\.e|vs|etc|cf|Mr|Mrs|Ms|Dr|Prof|St|No|Inc|Ltd|Co)\.$/u;

/** The sentences of a text in their order. Linear in the text. */
export function splitSentences(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const end of sentenceEnds(text)) {
    pushTrimmed(spans, text, { start, end });
    start = end;
  }
  pushTrimmed(spans, text, { start, end: text.length });
  return spans;
}

/** Latin sentences end at .!?… with closing marks behind it, white space, and no small letter next; CJK ones at 。！？ alone. */
function* sentenceEnds(text: string): Generator<number> {
  for (const match of text.matchAll(/[.!?…]["'’”»)\]]{0,3}(?=\s)|[。！？][」』”]?/gu)) {
    const end = match.index + match[0].length;
    if (/[。！？]/u.test(match[0])) yield end;
    else if (!ABBREVIATION.test(text.slice(Math.max(0, match.index - 8), match.index + 1)) && startsSentence(text, end))
      yield end;
  }
}

function startsSentence(text: string, from: number): boolean {
  const next = /\S/u.exec(text.slice(from, from + 20))?.[0] ?? '';
  return next !== '' && !/\p{Ll}/u.test(next);
}

function pushTrimmed(spans: Span[], text: string, span: Span): void {
  let { start, end } = span;
  while (start < end && /\s/u.test(text.charAt(start))) start += 1;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end -= 1;
  if (end > start) spans.push({ start, end });
}
