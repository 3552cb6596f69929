/** What `--to` takes today, and how each file's name goes on after the talk's. To add a format: a line here, a file in
 * `export/`, a line in its registry. */
export const OUTPUT_ENDINGS = {
  html: '.html',
  pdf: '.pdf',
  handout: '-handout.pdf',
  poster: '-poster.pdf',
  pptx: '.pptx',
  md: '.md',
  json: '.json',
} as const;

export type OutputFormat = keyof typeof OUTPUT_ENDINGS;

export const OUTPUT_FORMATS: readonly OutputFormat[] = ['html', 'pdf', 'handout', 'poster', 'pptx', 'md', 'json'];

/** Formats whose files have the extension of this file name; empty when it names a folder. The first is meant unless told. */
export function formatsOfFile(output: string): readonly OutputFormat[] {
  const extension = /\.[a-z]+$/u.exec(output.toLowerCase())?.[0];
  return OUTPUT_FORMATS.filter((format) => extension !== undefined && OUTPUT_ENDINGS[format].endsWith(extension));
}
