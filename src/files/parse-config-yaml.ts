import { type Document, parseDocument } from 'yaml';

/** What is wrong with a text that should be YAML, and the 1-based line where that is known. */
export class YamlFault extends Error {
  override readonly name: string = 'YamlFault';
  readonly line: number | undefined;

  constructor(message: string, line: number | undefined, cause: unknown) {
    super(message, { cause });
    this.line = line;
  }
}

/**
 * Plain data from YAML; an empty text is an empty map. Scalars are strings as written, so that `title: 1.10` and
 * `date: 2024-05-01` stay what they are.
 *
 * @throws YamlFault
 */
export function parseConfigYaml(text: string): unknown {
  // The failsafe schema knows strings only.
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: true, resolveKnownTags: false });
  const [error] = document.errors;
  if (error !== undefined) {
    throw new YamlFault(error.message.split(' at line ')[0] ?? error.message, error.linePos?.[0].line, error);
  }
  return document.contents === null ? {} : unfold(document);
}

/** Without aliases: nothing in a configuration is worth repeating, and a few lines of them can unfold to gigabytes. */
function unfold(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    throw error instanceof ReferenceError
      ? new YamlFault('aliases (*name) are not read here', undefined, error)
      : error;
  }
}
