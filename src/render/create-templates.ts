import Handlebars from 'handlebars/runtime.js';
import { LecternError } from '../errors.ts';
import type { TemplateSource } from '../model/assets.ts';
import type { RenderTemplate } from './watch-templates.ts';

/**
 * Templates that fill themselves from a view object. Precompiled ones need only the runtime; the compiler is loaded for
 * those that are not, and what watches over templates of one's own only where there are any.
 *
 * @throws LecternError TEMPLATE_INVALID naming the template, for one that cannot be compiled or uses a name the view lacks.
 */
export async function createTemplates(sources: ReadonlyMap<string, TemplateSource>): Promise<RenderTemplate> {
  const runtime = Handlebars.create();
  for (const [name, source] of sources) {
    const spec = source.compiled ?? (await compileTemplate(name, source));
    runtime.registerPartial(name, runtime.template(spec));
  }
  const render: RenderTemplate = (name, view) => {
    const template: HandlebarsTemplateDelegate | undefined = runtime.partials[name];
    if (!template) throw templateError(`templates/${name}.hbs`, 'there is no such template', undefined);
    return template(view, { partials: runtime.partials, helpers: runtime.helpers });
  };
  if ([...sources.values()].some((source) => source.custom)) {
    const { watchTemplates } = await import('./watch-templates.ts');
    return watchTemplates(runtime.partials, sources, render);
  }
  return (name, view) => {
    try {
      return render(name, view);
    } catch (cause) {
      if (cause instanceof LecternError) throw cause;
      throw templateError(`templates/${name}.hbs`, reasonOf(cause), cause);
    }
  };
}

/** Options of every template: names that the view lacks are errors, other partials are resolved when it runs. */
export const TEMPLATE_OPTIONS = { strict: true, preventIndent: true, knownHelpersOnly: true } as const;

async function compileTemplate(name: string, { text, custom }: TemplateSource): Promise<object> {
  const { default: compiler } = await import('handlebars');
  try {
    const spec: object = new Function(`return ${compiler.precompile(text, TEMPLATE_OPTIONS)}`)();
    return spec;
  } catch (cause) {
    throw templateError(custom?.file ?? `templates/${name}.hbs`, reasonOf(cause), cause);
  }
}

/** @param where the template's file, with its line where that is known */
function templateError(where: string, what: string, cause: unknown): LecternError {
  return new LecternError('TEMPLATE_INVALID', `${where}: ${what}`, {
    hint: 'Mend the template, or install Lectern again if nobody changed it.',
    cause,
  });
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
}
