/** What `--to` takes today, and the extension of the files it makes. To add a format: a line here, a file in `export/`, a line in
 * its registry. */
export const OUTPUT_EXTENSIONS = {
  html: '.html',
  pdf: '.pdf',
  handout: '.pdf',
  poster: '.pdf',
  pptx: '.pptx',
  png: '.png',
  md: '.md',
  json: '.json',
} as const;

export type OutputFormat = keyof typeof OUTPUT_EXTENSIONS;

export const OUTPUT_FORMATS: readonly OutputFormat[] = [
  'html',
  'pdf',
  'handout',
  'poster',
  'pptx',
  'png',
  'md',
  'json',
];

/** Formats that a browser prints or photographs. */
export const PRINTED_FORMATS: readonly OutputFormat[] = ['pdf', 'handout', 'poster', 'png'];

/** Formats whose files have the extension of this file name; empty when it names a folder. The first is meant unless told. */
export function formatsOfFile(output: string): readonly OutputFormat[] {
  const extension = /\.[a-z]+$/u.exec(output.toLowerCase())?.[0];
  return OUTPUT_FORMATS.filter((format) => OUTPUT_EXTENSIONS[format] === extension);
}

/** One file of a format. */
export interface OutputFile {
  /** How its path goes on after the talk's name: `.html`, `-handout.pdf`, `-slides/001.png`. */
  readonly ending: string;
  readonly content: string | Uint8Array;
  /** Among the format's files, which need not be made in their order; without it the only one. */
  readonly place?: number;
}

/** Takes a file as soon as it is made, and is done when the file is written. Several can be on their way at once. */
export type PutFile = (file: OutputFile) => Promise<void>;
