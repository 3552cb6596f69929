import { type CST, Lexer, Parser } from 'yaml';

/** A library nests five deep. */
const MOST_DEPTH = 100;

/** What the lexer puts before the text of a scalar, which may begin with anything. */
const SCALAR = '\u001f';

export interface YamlTokens {
  readonly tokens: readonly CST.Token[];
  /** Where the reading was broken off. */
  readonly stop?: { readonly why: 'depth' | 'aliases'; readonly offset: number };
}

/**
 * The tokens of a YAML text, read no further than where it nests too deeply or has too many aliases: the composer recurses and
 * leans on catching the stack's overflow, which ends the whole process when it happens while V8 compiles a regular expression.
 */
export function readYamlTokens(source: string, onNewLine: (offset: number) => void, mostAliases: number): YamlTokens {
  const parser = new Parser(onNewLine);
  const tokens: CST.Token[] = [];
  let aliases = 0;
  let before = '';
  onNewLine(0);
  for (const lexeme of new Lexer().lex(source)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > MOST_DEPTH) return { tokens: [], stop: { why: 'depth', offset: parser.offset } };
    if (before !== SCALAR && lexeme.startsWith('*')) aliases += 1;
    if (aliases > mostAliases) return { tokens: [], stop: { why: 'aliases', offset: parser.offset } };
    before = lexeme;
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens };
}
