import Handlebars from 'handlebars/runtime.js';
import { LecternError } from '../errors.ts';
import type { TemplateSource } from '../model/assets.ts';

export type RenderTemplate = (name: string, view: object) => string;

/**
 * Templates that fill themselves from a view object. Precompiled ones need only the runtime; the compiler is loaded for
 * those that are not.
 *
 * @throws LecternError TEMPLATE_INVALID naming the template, for one that cannot be compiled or uses a name the view lacks.
 */
export async function createTemplates(sources: ReadonlyMap<string, TemplateSource>): Promise<RenderTemplate> {
  const runtime = Handlebars.create();
  for (const [name, source] of sources) {
    const spec = source.compiled ?? (await compileTemplate(name, source.text));
    runtime.registerPartial(name, runtime.template(spec));
  }
  return (name, view) => {
    const template: HandlebarsTemplateDelegate | undefined = runtime.partials[name];
    if (!template) throw templateError(name, 'there is no such template', undefined);
    try {
      return template(view, { partials: runtime.partials, helpers: runtime.helpers });
    } catch (cause) {
      throw templateError(name, cause instanceof Error ? cause.message : String(cause), cause);
    }
  };
}

/** Options of every template: names that the view lacks are errors, other partials are resolved when it runs. */
export const TEMPLATE_OPTIONS = { strict: true, preventIndent: true, knownHelpersOnly: true } as const;

async function compileTemplate(name: string, text: string): Promise<object> {
  const { default: compiler } = await import('handlebars');
  try {
    const spec: object = new Function(`return ${compiler.precompile(text, TEMPLATE_OPTIONS)}`)();
    return spec;
  } catch (cause) {
    throw templateError(name, cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause), cause);
  }
}

function templateError(name: string, what: string, cause: unknown): LecternError {
  return new LecternError('TEMPLATE_INVALID', `templates/${name}.hbs: ${what}`, {
    hint: 'Mend the template, or install Lectern again if nobody changed it.',
    cause,
  });
}
