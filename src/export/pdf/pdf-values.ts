/** Names, strings, brackets, and whatever else stands between spaces. Chromium escapes every bracket in its strings. */
const TOKEN = /\/[^\s/<>[\]()]*|\((?:[^\\()]|\\[\s\S])*\)|<<|>>|<[^>]*>|\[|\]|[^\s/<>[\]()]+/gu;

/** The entries of a dictionary, their values as they are written. Keys are without their stroke. */
export function readDictionary(body: string): Map<string, string> {
  const entries = new Map<string, string>();
  let depth = 0;
  let key: string | undefined;
  let start = 0;
  let end = 0;
  const close = (): void => {
    if (key !== undefined) entries.set(key, body.slice(start, end).trim());
    key = undefined;
  };
  for (const { 0: token, index } of body.matchAll(TOKEN)) {
    const isClosing = token === '>>' || token === ']';
    if (isClosing) depth -= 1;
    if (depth === 0 && isClosing) break;
    // A name is a key, unless it is what the value begins with.
    if (depth === 1 && !isClosing && token.startsWith('/') && (key === undefined || end > start)) {
      close();
      key = token.slice(1);
      start = index + token.length;
      end = start;
    } else {
      end = index + token.length;
    }
    if (token === '<<' || token === '[') depth += 1;
  }
  close();
  return entries;
}

export function writeDictionary(entries: Iterable<readonly [string, string]>): string {
  return `<<${Array.from(entries, ([key, value]) => `/${key} ${value}`).join('\n')}>>`;
}

/** The number of the object that a value refers to, where it is such a value. */
export function referenceOf(value: string | undefined): number | undefined {
  const number = /^(\d+) 0 R$/u.exec(value ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The numbers of the objects that an array of references, or a single one, names. */
export function referencesOf(value: string | undefined): readonly number[] {
  return Array.from((value ?? '').matchAll(/(\d+) 0 R/gu), ([, number]) => Number(number));
}

export function writeReferences(numbers: readonly number[]): string {
  return `[${numbers.map((number) => `${number} 0 R`).join(' ')}]`;
}
