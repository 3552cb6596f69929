const NUMBERS = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
];

/** A number as a sentence starts with it: a word up to twelve, digits beyond. */
export function numberWord(count: number): string {
  return NUMBERS[count] ?? String(count);
}

/** `1 lesson`, `2 lessons`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A title in the middle of a sentence: lower case, unless it has capitals of its own such as `AI` or `DevOps`. */
export function midSentence(title: string): string {
  return /\p{Lu}/u.test(title.slice(1)) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

/** The topic as a label: `On the perimeter` is `Perimeter`. */
export function shortTopic(topic: string): string {
  const short = topic.replace(/^On (?:the )?/iu, '');
  return short.charAt(0).toUpperCase() + short.slice(1);
}

/** Items in rows of at most `size`, as even as can be. */
export function paginate<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const pages = Math.ceil(items.length / size);
  const perPage = Math.ceil(items.length / Math.max(pages, 1));
  return Array.from({ length: pages }, (_, index) => items.slice(index * perPage, (index + 1) * perPage));
}
