/** Opening mark → the marks that may close it; people mix straight and curly ones. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"”',
  '“': '”"',
  '”': '”',
  '„': '“”"',
  '‟': '”"',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  "'": "'’",
  '‘': "’'",
  '‚': '‘’',
  '「': '」',
  '『': '』',
  '＂': '＂',
};

const ALL_CLOSERS = new Set(Object.values(CLOSERS).join(''));

/** Opening marks that differ from their closing ones, so that nesting can be counted. */
const DIRECTED: Readonly<Record<string, string>> = { '“': '”', '«': '»', '‹': '›', '「': '」', '『': '』' };

/** A colon, then an opening mark, with nothing but space and Markdown emphasis between: where a topic ends and its quote begins. */
const QUOTE_START = /[:：][\s*_]*(?=["“”„‟«»‹›'‘‚「『＂])/;

export function opensQuote(text: string): boolean {
  return Object.hasOwn(CLOSERS, text.charAt(0));
}

export function endsWithClosingMark(text: string): boolean {
  return ALL_CLOSERS.has(text.charAt(text.length - 1));
}

export function closersOf(opener: string): string {
  return CLOSERS[opener] ?? opener;
}

/** Where the quote of a lesson begins: `topicEnd` is the index of the colon, `quoteStart` of the opening mark. */
export function findQuoteStart(text: string): { readonly topicEnd: number; readonly quoteStart: number } | undefined {
  const match = QUOTE_START.exec(text);
  return match === null ? undefined : { topicEnd: match.index, quoteStart: match.index + match[0].length };
}

/** True when every directed mark inside a quotation (its outer marks included) is closed again. */
export function isBalanced(quotation: string): boolean {
  const opener = quotation.charAt(0);
  const closer = DIRECTED[opener];
  if (closer === undefined || !quotation.endsWith(closer)) return true;
  return quotation.split(opener).length <= quotation.split(closer).length;
}
