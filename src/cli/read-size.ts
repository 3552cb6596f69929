import type { TalkOptions } from '../model/build-options.ts';
import { formatsOfFile, type OutputFormat } from '../model/output.ts';
import { CARD_SIZE_NAMES } from '../model/picture.ts';
import { SLIDE_SIZE_NAMES } from '../model/style.ts';
import { readChoice } from './read-talk-options.ts';
import type { Settings } from './settings.ts';

const SHAPES = [...new Set([...SLIDE_SIZE_NAMES, ...CARD_SIZE_NAMES])];

/**
 * What `--size` means: square and upright are cards, 4:3 is slides. 16:9 is both: cards where lessons are named with `--lesson`
 * and pictures alone are asked for, as is a picture that `--output` names.
 */
export function readSize(settings: Settings, formats: readonly OutputFormat[]): Pick<TalkOptions, 'size' | 'card'> {
  const size = readChoice(settings, 'size', SHAPES);
  if (size === '1:1' || size === '4:5') return { card: size };
  if (size === '4:3') return { size };
  const onlyPictures = formats.every((format) => format === 'png');
  const namesPicture = formatsOfFile(settings.text('output') ?? '').includes('png');
  const isCard = onlyPictures && (namesPicture || (size === '16:9' && settings.texts('lesson').length > 0));
  return isCard ? { card: '16:9' } : {};
}

/** Whether a shape is asked for that only cards have. */
export function asksForCards(settings: Settings): boolean {
  const size = readChoice(settings, 'size', SHAPES);
  return size === '1:1' || size === '4:5';
}
