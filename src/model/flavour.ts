/** The dialects that `--to md` writes, beside the document for reading: slides for other tools. */
export const FLAVOURS = ['marp', 'slidev', 'pandoc'] as const;
export type Flavour = (typeof FLAVOURS)[number];
