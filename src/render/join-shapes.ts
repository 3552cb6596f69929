import type { Drawing, Shape } from '../model/drawing.ts';

/**
 * A drawing with one path for all of a group that look alike: each element costs the browser time, at every sheet and turn.
 * Marks lie below whatever is on them, and none lies on another.
 */
export function joinShapes(drawing: Drawing): Drawing {
  return { ...drawing, groups: drawing.groups.map((group) => ({ ...group, shapes: joinAlike(group.shapes) })) };
}

function joinAlike(shapes: readonly Shape[]): readonly Shape[] {
  const paths = new Map<string, string[]>();
  for (const { look, path } of shapes) {
    const known = paths.get(look);
    if (known) known.push(path);
    else paths.set(look, [path]);
  }
  const joined = Array.from(paths, ([look, all]) => ({ look, path: all.join(''), use: '' }));
  return [...joined.filter(isMark), ...joined.filter((shape) => !isMark(shape))];
}

function isMark({ look }: Shape): boolean {
  return look.startsWith('mark');
}
