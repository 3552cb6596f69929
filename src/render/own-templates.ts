import Handlebars from 'handlebars';
import { LecternError } from '../errors.ts';
import type { TemplateSource } from '../model/assets.ts';
import { checkTemplate, type TemplateFault } from './check-template.ts';
import type { UsedName } from './template-nodes.ts';
import { TimeIsUp, withinTime } from './within-time.ts';

/** Time for reading one template, in ms. */
const LIMIT = 5000;
/** Fields that only some slides have, beside those that the package's templates ask for. */
const SOMETIMES = ['piece', 'of', 'length', 'chapter', 'sign', 'notes'];

/** A template of somebody's own, in place of one of the package. */
export interface OwnTemplate {
  /** By path below `templates/` without extension: `slides/lesson`. */
  readonly name: string;
  /** To be named in errors. */
  readonly file: string;
  readonly text: string;
}

/**
 * The package's templates with some of somebody's own in their places, each checked.
 * @throws LecternError TEMPLATE_INVALID with file, line and cure.
 */
export function replaceTemplates(
  templates: ReadonlyMap<string, TemplateSource>,
  own: readonly OwnTemplate[],
): ReadonlyMap<string, TemplateSource> {
  const partials = new Set(templates.keys());
  const originals = new Map([...templates].map(([name, { text }]) => [name, readOriginal(text, partials)]));
  const common = new Set([
    ...SOMETIMES,
    ...[...originals.values()].flatMap(({ names }) => names.map(({ name }) => name)),
  ]);
  const replaced = new Map(templates);
  for (const template of own) {
    const { raw, names } = originals.get(template.name) ?? { raw: new Set<string>(), names: [] };
    const required = ['policy', 'generator'].filter((name) => names.some((used) => used.name === name));
    const checked = checkOwn(template, { raw, required, partials });
    const unusual = checked.filter(({ name }) => !common.has(name));
    replaced.set(template.name, { text: template.text, custom: { file: template.file, names: unusual } });
  }
  return replaced;
}

function readOriginal(text: string, partials: ReadonlySet<string>): ReturnType<typeof checkTemplate> {
  return checkTemplate(Handlebars.parse(text), { raw: new Set(), required: [], partials });
}

function checkOwn({ file, text }: OwnTemplate, rules: Parameters<typeof checkTemplate>[1]): readonly UsedName[] {
  const { faults, names } = checkTemplate(parse(file, text), rules);
  const [first, ...others] = faults.toSorted((a, b) => a.line - b.line);
  if (first !== undefined) throw faulty(file, first, others);
  return names;
}

function faulty(file: string, { line, what, cure }: TemplateFault, others: readonly TemplateFault[]): LecternError {
  const lines = [...new Set(others.map((other) => other.line))].join(', ');
  const more = others.length === 0 ? '' : ` More like it in line ${lines}.`;
  return new LecternError('TEMPLATE_INVALID', `${file}:${line}: ${what}`, { hint: `${cure}${more}` });
}

function parse(file: string, text: string): hbs.AST.Program {
  try {
    return withinTime(LIMIT, () => {
      // Compiling finds helpers that there are none of; it writes into the tree that it is given.
      Handlebars.precompile(text, { strict: true, knownHelpersOnly: true });
      return Handlebars.parse(text);
    });
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const { line, what } =
      cause instanceof TimeIsUp ? { line: 1, what: cause.message } : readParserError(cause.message);
    const hint = 'Templates are Handlebars, with its own helpers alone: if, unless, each, with, lookup.';
    throw new LecternError('TEMPLATE_INVALID', `${file}:${line}: ${what}`, { hint, cause });
  }
}

/** `Parse error on line 3:\n…text\n-----^\nExpecting 'ID', got 'CLOSE'`, or `… - 3:4` at the end. */
function readParserError(message: string): { readonly line: number; readonly what: string } {
  const lines = message.split('\n');
  const parse = /^(?:Parse|Lexical) error on line (\d+)/u.exec(message);
  if (parse !== null) return { line: Number(parse[1]), what: `this is no Handlebars: ${(lines[1] ?? '').trim()}` };
  const [, what = message, line = '1'] = /^(.*?)(?: - (\d+):\d+)?$/su.exec(message) ?? [];
  const helper = /unknown helper (\S+)/u.exec(what)?.[1];
  return { line: Number(line), what: helper === undefined ? what : `there is no helper ${helper}` };
}
