/** Between columns, in characters. */
const GAP = 2;
/** In characters; a column is not made narrower. */
const NARROWEST = 6;

/** Characters that take two cells of a terminal, roughly: East Asian scripts and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\p{Extended_Pictographic}]/u;
const ASCII = /^[\x20-\x7e]*$/;
/** Marks that take no cell: those of letters, and those around hits. */
const MARK = /[\p{M}\ufdd0\ufdd1]/u;

/**
 * Rows as an aligned table. `width` is the terminal's, in characters: cells are cut with … to fit. Without it nothing is
 * cut.
 */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[], width?: number): string {
  const all = [head, ...rows];
  const natural = head.map((_, column) => all.reduce((most, row) => Math.max(most, widthOf(row[column] ?? '')), 0));
  const widths = width === undefined ? natural : shrink(natural, width);
  return all.map((row) => formatRow(row, widths)).join('\n');
}

function formatRow(row: readonly string[], widths: readonly number[]): string {
  const cells = row.map((cell, column) => padCell(cutCell(cell, widths[column] ?? 0), widths[column] ?? 0));
  return cells.join(' '.repeat(GAP)).trimEnd();
}

/** Takes from the widest column until the row fits. */
function shrink(widths: readonly number[], width: number): readonly number[] {
  const room = Math.max(width - GAP * (widths.length - 1), NARROWEST * widths.length);
  const shrunk = widths.map((natural) => Math.min(natural, room));
  let excess = shrunk.reduce((sum, column) => sum + column, 0) - room;
  for (; excess > 0; excess -= 1) {
    const widest = shrunk.indexOf(Math.max(...shrunk));
    shrunk[widest] = (shrunk[widest] ?? 1) - 1;
  }
  return shrunk;
}

function cutCell(cell: string, width: number): string {
  if (widthOf(cell) <= width) {
    return cell;
  }
  let cut = '';
  let used = 0;
  for (const character of cell) {
    used += widthOf(character);
    if (used > width - 1) {
      break;
    }
    cut += character;
  }
  return `${cut.trimEnd()}…`;
}

function padCell(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - widthOf(cell)));
}

function widthOf(text: string): number {
  if (ASCII.test(text)) {
    return text.length;
  }
  let width = 0;
  for (const character of text) {
    width += MARK.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  }
  return width;
}
