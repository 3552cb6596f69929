/**
 * Runs in the page: every text that leaves the slide, every box that leaves its measure, every quote that meets its citation
 * or is set under 24 px. Each as a sentence.
 */
export function findOverflows(lowest: number = 661, height: number = 720): string[] {
  const found: string[] = [];
  /** Labels that end in an ellipsis are cut at their box. */
  const isCut = (element: Element): boolean => getComputedStyle(element).textOverflow === 'ellipsis';
  for (const slide of document.querySelectorAll<HTMLElement>('section.slide')) {
    const frame = slide.getBoundingClientRect();
    const scale = frame.height / height;
    const width = frame.width / scale;
    const texts = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const parent = node.parentElement;
      if (
        !parent ||
        !node.textContent?.trim() ||
        parent.closest('.notes, .big, .numeral') ||
        getComputedStyle(parent).clipPath !== 'none' ||
        parent.closest('svg') ||
        isCut(parent)
      )
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        const left = (rect.left - frame.left) / scale;
        const right = (rect.right - frame.left) / scale;
        const bottom = (rect.bottom - frame.top) / scale;
        const margin = parent.classList.contains('oq') ? 0 : 38;
        if (left < margin || right > width - margin || bottom > height + 2) {
          found.push(
            `${slide.id}: "${node.textContent.slice(0, 30)}" at ${Math.round(left)}–${Math.round(right)}, bottom ${Math.round(bottom)}`,
          );
        }
      }
    }
    for (const text of slide.querySelectorAll<SVGTextElement>('svg text')) {
      const rect = text.getBoundingClientRect();
      const right = (rect.right - frame.left) / scale;
      if ((rect.bottom - frame.top) / scale > height + 2 || right > width + 2)
        found.push(`${slide.id}: label "${text.textContent}"`);
      const room = Number(text.dataset['room'] ?? Number.POSITIVE_INFINITY);
      if (text.getComputedTextLength() > room + 1)
        found.push(`${slide.id}: label "${text.textContent}" is longer than ${room}`);
    }
    for (const box of slide.querySelectorAll<HTMLElement>('[class*="box-"]')) {
      const highest = Number(getComputedStyle(box).getPropertyValue('--max'));
      if (box.offsetHeight > highest + 1 || box.scrollWidth > box.clientWidth + 1) {
        found.push(
          `${slide.id}: ${box.className} is ${box.scrollWidth}×${box.offsetHeight} in ${box.clientWidth}×${highest}: ${box.textContent}`,
        );
      }
    }
    const words = slide.querySelector<HTMLElement>('.words');
    const cite = slide.querySelector<HTMLElement>('.cite');
    if (words && cite) {
      const size = Number.parseFloat(getComputedStyle(words).fontSize);
      const gap = (cite.getBoundingClientRect().top - words.getBoundingClientRect().bottom) / scale;
      const end = (cite.getBoundingClientRect().bottom - frame.top) / scale;
      if (words.scrollWidth > words.clientWidth + 1) found.push(`${slide.id}: quote is ${words.scrollWidth} px wide`);
      if (size < 24) found.push(`${slide.id}: quote at ${size} px`);
      if (gap < 6) found.push(`${slide.id}: quote ${Math.round(gap)} px above its citation`);
      if (end > lowest) found.push(`${slide.id}: citation ends at ${Math.round(end)}`);
    }
  }
  return found;
}
