import { ELSEWHERE, type PrintPage } from '../model/print-pages.ts';

export interface PrintedSheets<S> {
  /** Ids on a sheet that links may lead to. */
  readonly targetsOf: (sheet: S) => readonly string[];
  /** Sheets as a page's HTML; it names the targets on them even where no link of the page leads there. */
  readonly render: (sheets: readonly S[], targets: readonly string[]) => string;
}

/** A page to print for each group of sheets; links from one to another are written as `ELSEWHERE` says. */
export function cutIntoPages<S>(
  groups: readonly (readonly S[])[],
  { targetsOf, render }: PrintedSheets<S>,
): readonly PrintPage[] {
  const [only] = groups;
  if (only && groups.length === 1) return [() => render(only, [])];
  const targets = groups.map((sheets) => sheets.flatMap(targetsOf));
  const homes = new Map(targets.flatMap((ids, page) => ids.map((id) => [id, page] as const)));
  return groups.map((sheets, page) => () => {
    const html = render(sheets, targets[page] ?? []);
    // Text has no quotation marks of its own here, they are escaped: this finds attributes alone.
    return html.replace(/ href="#([^"]+)"/gu, (link, id: string) =>
      (homes.get(id) ?? page) === page ? link : ` href="${ELSEWHERE}${id}"`,
    );
  });
}

/** As few groups as hold all sheets at `most` each, and as even as sheets that belong to the one before stay with it. */
export function cutEvenly<S>(
  sheets: readonly S[],
  most: number,
  belongs: (sheet: S, before: S) => boolean = () => false,
): readonly (readonly S[])[] {
  const share = sheets.length / Math.ceil(sheets.length / most);
  const groups: S[][] = [[]];
  let before: S | undefined;
  for (const [index, sheet] of sheets.entries()) {
    if (index >= share * groups.length && !(before && belongs(sheet, before))) groups.push([]);
    groups.at(-1)?.push(sheet);
    before = sheet;
  }
  return groups;
}
