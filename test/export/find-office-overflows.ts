import type { OfficePage, PageText, TextBox } from './open-office.ts';

/** Ink may stand out by less than this: what a letter hangs over its own advance, and roundings. px. */
const TOLERANCE = 2;
/** Of a letter's size: what is below the line that it stands on, and above it. */
const BELOW = 0.22;
const ABOVE = 0.74;

/** Words farther than this from a box are not its own. px. */
const FARTHEST = 100;
/** Marks that lines of Chinese and Japanese may end with beyond their measure. */
const HANGING = /[、。，．]$/u;

export interface Overflows {
  readonly found: readonly string[];
  /** How many boxes were found again on the page. */
  readonly matched: number;
}

/** Words of a page that stand out of the boxes that they were put in, or of the page. */
export function findOfficeOverflows(
  boxes: readonly TextBox[],
  page: OfficePage,
  size: { readonly width: number; readonly height: number },
): Overflows {
  const found: string[] = [];
  let matched = 0;
  const decorated = new Set<PageText>();
  for (const box of boxes) {
    const texts = findTexts(box, page.texts);
    if (texts === undefined) continue;
    matched += 1;
    if (box.isDecorative) for (const text of texts) decorated.add(text);
    else found.push(...texts.filter((text) => !isWithin(text, box)).map((text) => describe(text, box)));
  }
  const sheet = { x: 0, y: 0, ...size, angle: 0 };
  const outside = page.texts.filter(
    (text) => !decorated.has(text) && Math.abs(text.angle) < 1 && !isWithin(text, sheet),
  );
  return { found: [...found, ...outside.map((text) => describe(text, { ...sheet, name: 'the page' }))], matched };
}

/** The runs that a box's words became; of equal words those that are nearest to the box. */
function findTexts(box: TextBox, texts: readonly PageText[]): readonly PageText[] | undefined {
  const wanted = squeeze(box.text);
  const candidates = texts.flatMap((first, start) => {
    let read = '';
    for (let end = start; end < texts.length && wanted.startsWith(read); end += 1) {
      read += squeeze(texts[end]?.text ?? '');
      if (read !== wanted) continue;
      const found = texts.slice(start, end + 1);
      const away = found.every((text) => isWithin(text, box)) ? 0 : 1 + distance(first, box);
      return away < FARTHEST ? [{ away, texts: found }] : [];
    }
    return [];
  });
  return candidates.sort((one, other) => one.away - other.away)[0]?.texts;
}

/** From where the words begin to the nearest point of the box. px. */
function distance({ x, baseline }: PageText, box: TextBox): number {
  const aside = Math.max(box.x - x, x - box.x - box.width, 0);
  return Math.hypot(aside, Math.max(box.y - baseline, baseline - box.y - box.height, 0));
}

function squeeze(text: string): string {
  return text.replace(/[\s\u00ad]+/gu, '');
}

function isWithin(text: PageText, box: Omit<TextBox, 'name' | 'text' | 'isDecorative'>): boolean {
  // In the box as it lies before it is turned about its middle.
  const radians = (-box.angle * Math.PI) / 180;
  const [middleX, middleY] = [box.x + box.width / 2, box.y + box.height / 2];
  const [aside, down] = [text.x - middleX, text.baseline - middleY];
  const x = middleX + aside * Math.cos(radians) - down * Math.sin(radians);
  const baseline = middleY + aside * Math.sin(radians) + down * Math.cos(radians);
  return (
    x >= box.x - TOLERANCE &&
    x + text.width - (HANGING.test(text.text) ? text.size : 0) <= box.x + box.width + TOLERANCE &&
    baseline - text.size * ABOVE >= box.y - TOLERANCE - text.size * 0.1 &&
    baseline + text.size * BELOW <= box.y + box.height + TOLERANCE + text.size * 0.1
  );
}

function describe(text: PageText, box: Omit<TextBox, 'text' | 'isDecorative'>): string {
  const numbers = [text.x, text.baseline, text.width, text.size].map(Math.round).join(' ');
  const place = [box.x, box.y, box.width, box.height].map(Math.round).join(' ');
  return `${box.name} (${place}): "${text.text.slice(0, 60)}" at ${numbers}`;
}
