/** A text on the current slide: its rectangle in px of the page, and its colour as sRGB, 0–255. */
export interface ShownText {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly colour: readonly number[];
}

/** Runs in the page: every text of the current slide that can be seen. */
export function findTexts(): ShownText[] {
  const slide: Element = Reflect.get(window, 'Reveal').getCurrentSlide();
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const toRgb = (colour: string): number[] => {
    if (!canvas) return [];
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  /** Numerals cropped by the slide's edge, and words along slanted marks, whose rectangles hold what is beside them. */
  const isSkipped = (element: Element): boolean =>
    element.closest('.big, .numeral') !== null ||
    /rotate\((?!90\))/u.test(element.closest('text')?.getAttribute('transform') ?? '');
  const isClipped = (element: Element): boolean => getComputedStyle(element).clipPath !== 'none';
  const texts: ShownText[] = [];
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (!parent || text === '' || parent.closest('.notes, .sr') || isSkipped(parent) || isClipped(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const style = getComputedStyle(parent);
    const colour = toRgb(parent.closest('svg') ? style.fill : style.color);
    for (const { left, top, width, height } of range.getClientRects()) {
      if (width > 1) texts.push({ text: text.slice(0, 40), left, top, width, height, colour });
    }
  }
  return texts;
}

/** Runs in the page: takes the ink out of all text, or puts it back. */
export function hideTexts(hidden: boolean): void {
  document.getElementById('hide-texts')?.remove();
  if (!hidden) return;
  const style = document.createElement('style');
  style.id = 'hide-texts';
  style.textContent =
    '*{color:transparent!important;text-decoration-color:transparent!important}text{fill:transparent!important}';
  document.head.append(style);
}
