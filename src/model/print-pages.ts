/** A page to print, made when a tab is free for it. */
export type PrintPage = () => string;

/**
 * How a page that is one of several names a target in another of them: this scheme, then the target's id. Merging turns such
 * links into links inside the file. No source can be linked so: their addresses are of the web or of mail (`ALLOWED_LINK`).
 */
export const ELSEWHERE = 'lectern-sheet:';

/** Sheets that are printed as one page at most: what Chromium takes for a sheet grows with the sheets of its page. */
export const SHEETS_PER_PAGE = 200;

/** A page whose sheets are to be pictures. */
export interface PicturePage {
  readonly page: PrintPage;
  /** One for each of its sheets, in their order. */
  readonly names: readonly string[];
}

/** Sheets of a page for pictures at most: few, so that tabs share them evenly. */
export const PICTURES_PER_PAGE = 40;

/** What a print is doing, in its order. */
export const PRINT_STAGES = ['browser', 'layout', 'pages'] as const;
export type PrintStage = (typeof PRINT_STAGES)[number];
