/** A text whose marks reach beyond it. */
export interface Leak {
  readonly where: string;
  readonly beside: string;
}

/**
 * Runs in the page. `all`: everything that strangers wrote in it. Finds texts with marks that turn the direction of what follows (U+202A–202E, U+2066–2069) that share a line
 * with text behind them from which no element isolates them.
 */
export function findLeaks(all: string): Leak[] {
  const leaks: Leak[] = [];
  const bare = (text: string): string =>
    text
      .replace(/[\u2018\u2019]/gu, "'")
      .replace(/[\u201c\u201d]/gu, '"')
      .replace(/\s/gu, '');
  const own = bare(all);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const isolates = (element: Element): boolean => {
    const { display, unicodeBidi, position, float } = getComputedStyle(element);
    if (display !== 'inline' || position === 'absolute' || position === 'fixed' || float !== 'none') return true;
    return ['isolate', 'isolate-override', 'plaintext'].includes(unicodeBidi);
  };
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    const parent = node.parentElement;
    if (!/[\u202a-\u202e\u2066-\u2069]/u.test(text) || !parent || parent.closest('script,style,template,title,svg'))
      continue;
    // From the mark on, a stretch of text is the stranger's alone.
    const tail = text.slice(text.search(/[\u202a-\u202e\u2066-\u2069]/u));
    // A citation is one text: who, where and its number; a quote ends in its own mark, a title that was cut in dots.
    const isOwn = parent.localName === 'cite' || own.includes(bare(tail).replace(/["…]$/u, ''));
    if (!isOwn) leaks.push({ where: parent.localName, beside: tail });
    let box: Element = parent;
    while (!isolates(box) && box.parentElement) box = box.parentElement;
    // A quote and a topic fill a block of their own with their pieces.
    if (box.matches('.words, .topic, blockquote > p')) continue;
    const after = document.createRange();
    after.setStartAfter(node);
    after.setEndAfter(box);
    const beside = after.toString().trim();
    if (beside !== '' && beside !== ',') leaks.push({ where: `${box.localName}.${box.className}`, beside });
  }
  return leaks;
}
