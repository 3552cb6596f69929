/** One line of a lessons document that is not blank. */
export interface DocumentLine {
  /** 1-based. */
  readonly number: number;
  /** Without space at both ends; the words between are as typed. */
  readonly text: string;
  /** True when a blank line, or nothing at all, stands above it. */
  readonly opensParagraph: boolean;
}

/** The lines of a document, whatever ends them (LF, CRLF, CR). Blank lines and Markdown rules (`---`) separate. */
export function splitLines(text: string): readonly DocumentLine[] {
  const lines: DocumentLine[] = [];
  let opensParagraph = true;
  text.split(/\r\n|\n|\r/).forEach((line, index) => {
    const trimmed = line.trim();
    if (trimmed === '' || isRule(trimmed)) {
      opensParagraph = true;
    } else {
      lines.push({ number: index + 1, text: trimmed, opensParagraph });
      opensParagraph = false;
    }
  });
  return lines;
}

/** `---`, `***`, `===`: a line drawn, not words. */
export function isRule(trimmed: string): boolean {
  return /^(?:-{3,}|\*{3,}|_{3,}|={3,}|—{2,}|–{2,}|(?:[*-] ){2,}[*-])$/.test(trimmed);
}
