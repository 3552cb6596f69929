/** An inline script's text that an HTML parser reads to its end: no comment and no script element may begin inside it. */
export function inlineScript(pieces: readonly string[]): string {
  return pieces.join('\n;\n').replace(/<!--|<\/?script/giu, (found) => `\\x3C${found.slice(1)}`);
}
