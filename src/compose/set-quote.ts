import type { QuoteSegment, SetQuote, TextPiece } from '../model/set-text.ts';
import type { Span } from '../model/split-sentences.ts';
import { bindWords, type Line } from './bind-words.ts';
import type { TextLanguage } from './language-of.ts';

export interface QuotePart {
  /** The words of this slide, as the library has them. */
  readonly text: string;
  /** What to emphasise in them. */
  readonly mark: Span | undefined;
  /** Whether the quote ends here, so that its closing mark stands behind it. */
  readonly last: boolean;
}

/** A quote, or a part of one, with typographic marks and bound words. Its pieces joined are the words, one character for one. */
export function setQuote(
  part: QuotePart,
  { step, language, line }: { readonly step: string; readonly language: TextLanguage; readonly line: Line },
): SetQuote {
  const close = part.last ? language.close : '';
  const pieces = bindWords(curlQuotes(part.text) + close, line);
  const mark =
    part.mark && part.mark.end === part.text.length
      ? { ...part.mark, end: part.text.length + close.length }
      : part.mark;
  return {
    segments: cutSegments(pieces, mark),
    step,
    open: language.open,
    close,
    language: language.language,
    direction: language.direction,
  };
}

/** Straight quotation marks and apostrophes as type sets them; every character stays one character. */
export function curlQuotes(text: string): string {
  return text.replace(/["']/gu, (mark, index: number) => {
    const opens = index === 0 || /[\s([{—–“‘"'«]/u.test(text.charAt(index - 1));
    if (mark === '"') return opens ? '“' : '”';
    return opens ? '‘' : '’';
  });
}

/** Cuts the pieces where the emphasis begins and ends. */
function cutSegments(pieces: readonly TextPiece[], mark: Span | undefined): readonly QuoteSegment[] {
  if (mark === undefined) return [{ marked: false, pieces }];
  const groups: { marked: boolean; pieces: TextPiece[] }[] = [];
  let offset = 0;
  for (const piece of pieces) {
    for (const cut of cutPiece(piece, {
      start: mark.start - offset,
      end: mark.end - offset,
    })) {
      const last = groups.at(-1);
      if (last?.marked === cut.marked) last.pieces.push(cut.piece);
      else groups.push({ marked: cut.marked, pieces: [cut.piece] });
    }
    offset += piece.text.length;
  }
  return groups;
}

function cutPiece(piece: TextPiece, mark: Span): { readonly marked: boolean; readonly piece: TextPiece }[] {
  const start = Math.max(0, Math.min(mark.start, piece.text.length));
  const end = Math.max(start, Math.min(mark.end, piece.text.length));
  return [
    { marked: false, piece: { ...piece, text: piece.text.slice(0, start) } },
    { marked: true, piece: { ...piece, text: piece.text.slice(start, end) } },
    { marked: false, piece: { ...piece, text: piece.text.slice(end) } },
  ].filter((cut) => cut.piece.text !== '');
}
