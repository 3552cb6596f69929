/** What XML 1.0 cannot hold, and the marks that this export keeps for itself. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is meant
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/gu;
const LONE = /\p{Surrogate}/gu;

/** A text that may stand in XML once `&`, `<`, `>` and quotation marks are escaped. */
export function clean(text: string): string {
  return text.replace(ILLEGAL, '').replace(LONE, '\ufffd');
}

export function escapeXml(text: string): string {
  return clean(text).replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
}
