import { isMap, isScalar, isSeq, type Scalar } from 'yaml';

/**
 * How YAML is written: line breaks between double quotation marks as `\n`. Folded over lines instead, a break that is followed by
 * blanks comes back as another text (yaml 2.9).
 */
export const YAML_FORM: Readonly<{ flowCollectionPadding: boolean; doubleQuotedMinMultiLineLength: number }> = {
  flowCollectionPadding: false,
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
};

/** Longer texts go on lines of their own. */
const LONGEST_INLINE = 90;

/** Gives every text the form in which it is best read and cannot change. */
export function setTexts(node: unknown): void {
  if (isSeq(node)) node.items.forEach(setTexts);
  else if (isMap(node)) for (const { value } of node.items) setTexts(value);
  else if (isScalar(node) && typeof node.value === 'string') setText(node, node.value);
}

function setText(node: Scalar, text: string): void {
  if (isFragile(text)) node.type = 'QUOTE_DOUBLE';
  else if (text.includes('\n')) node.type = 'BLOCK_LITERAL';
  else if (text.length > LONGEST_INLINE) node.type = 'BLOCK_FOLDED';
}

/** Blanks at an end of a line, runs of blanks and control characters survive only between double quotation marks. */
function isFragile(text: string): boolean {
  return /^\s|\s$|[^\S\n]{2}|[^\S\n]\n|\n[^\S\n]|[\p{Cs}\u0085\u2028\u2029\ufeff]|(?!\n)\p{Cc}/u.test(text);
}
