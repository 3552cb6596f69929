type Point = { x: number; y: number; moveTo?: boolean } | { close: true };

export interface DrawnPath {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** In inches, from the corner of the box. */
  readonly commands: Point[];
}

/** SVG path data of lines alone, as the shelf's are, as a shape; undefined for none. */
export function readPath(path: string): DrawnPath | undefined {
  const corners = readCorners(path);
  const xs = corners.flatMap((corner) => ('x' in corner ? [corner.x] : []));
  const ys = corners.flatMap((corner) => ('x' in corner ? [corner.y] : []));
  if (xs.length === 0) return undefined;
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const commands = corners.map((corner): Point => {
    return 'x' in corner ? { ...corner, x: (corner.x - x) / 96, y: (corner.y - y) / 96 } : corner;
  });
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y, commands };
}

function readCorners(path: string): readonly Point[] {
  const corners: Point[] = [];
  let x = 0;
  let y = 0;
  for (const [, command = '', rest = ''] of path.matchAll(/([MLhvz])([^MLhvz]*)/gu)) {
    const [first = 0, second = 0] = (rest.match(/-?\d*\.?\d+/gu) ?? []).map(Number);
    if (command === 'z') {
      corners.push({ close: true });
      continue;
    }
    if (command === 'h') x += first;
    else if (command === 'v') y += first;
    else [x, y] = [first, second];
    corners.push(command === 'M' ? { x, y, moveTo: true } : { x, y });
  }
  return corners;
}
