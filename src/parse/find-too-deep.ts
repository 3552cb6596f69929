import type { CST } from 'yaml';

/**
 * The offset at which YAML tokens nest deeper than `most` levels, or undefined. The composer recurses and leans on
 * catching the stack's overflow, which ends the whole process when it happens while V8 compiles a regular expression.
 */
export function findTooDeep(tokens: readonly CST.Token[], most: number): number | undefined {
  const open = tokens.map((token) => ({ token, depth: 0 }));
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const { token, depth } = entry;
    if (depth > most) return token.offset;
    for (const child of childrenOf(token)) open.push({ token: child, depth: depth + 1 });
  }
  return undefined;
}

function childrenOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value === undefined ? [] : [token.value];
  if (token.type !== 'block-map' && token.type !== 'block-seq' && token.type !== 'flow-collection') return [];
  return token.items.flatMap(({ key, value }) => [...(key ? [key] : []), ...(value ? [value] : [])]);
}
