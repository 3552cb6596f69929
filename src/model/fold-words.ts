/** The words of a text alone, in lower case: two texts that differ in marks, case and spacing fold to the same. */
export function foldWords(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
