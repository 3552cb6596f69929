import { LecternError } from '../errors.ts';
import type { Style } from '../model/style.ts';
import { FAN } from './draw-fan.ts';
import { SHELF } from './draw-shelf.ts';
import { TILES } from './draw-tiles.ts';
import type { IndexDrawing } from './index-drawing.ts';

/** By the name that `style.json` gives. */
const INDEX_DRAWINGS: ReadonlyMap<string, IndexDrawing> = new Map([
  ['shelf', SHELF],
  ['fan', FAN],
  ['tiles', TILES],
]);

/** @throws LecternError CONFIG_INVALID for a style that names a drawing there is not. */
export function indexDrawingOf(style: Style): IndexDrawing {
  const drawing = INDEX_DRAWINGS.get(style.index);
  if (!drawing) {
    const hint = `The drawings of the index are: ${[...INDEX_DRAWINGS.keys()].join(', ')}.`;
    throw new LecternError('CONFIG_INVALID', `style ${style.name}: there is no index "${style.index}"`, { hint });
  }
  return drawing;
}
