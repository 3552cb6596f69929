/** What `--to` takes today. To add a format: a line here, a file in `export/`, a line in its registry. */
export const OUTPUT_FORMATS = ['html', 'pdf', 'json'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** A finished output in memory. `path` is relative to the output folder. */
export interface OutputFile {
  readonly format: OutputFormat;
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** The format that the file name of `--output` asks for; undefined when it names a folder. */
export function formatOfFile(output: string): OutputFormat | undefined {
  return OUTPUT_FORMATS.find((format) => output.toLowerCase().endsWith(`.${format}`));
}
