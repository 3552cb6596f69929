const MOST_WORDS = 6;
const MOST_CHARACTERS = 48;

/** A topic for a quote that came without one: its first words, with an ellipsis where more follow. */
export function guessTopic(quote: string): string {
  const words = quote.slice(0, 400).trim().split(/\s+/u);
  let topic = words[0]?.slice(0, MOST_CHARACTERS) ?? '';
  for (const word of words.slice(1, MOST_WORDS)) {
    // A short first sentence stands for itself.
    if (/[.!?…。！？]$/u.test(topic) || topic.length + word.length >= MOST_CHARACTERS) break;
    topic = `${topic} ${word}`;
  }
  const bare = topic.replace(/[\s,;:.!?…—–-]{1,10}$/u, '') || topic;
  const whole = quote
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/[.!?…]{1,3}$/u, '');
  return bare.length < whole.length ? `${bare}…` : bare;
}
