import { LecternError } from '../errors.ts';
import type { CustomTemplate, TemplateSource } from '../model/assets.ts';
import { TimeIsUp, withinTime } from './within-time.ts';

export type RenderTemplate = (name: string, view: object) => string;

/** For one page, in ms. The package's own templates take a few. */
const LIMIT = 5000;

type Partials = Record<string, HandlebarsTemplateDelegate>;

/**
 * Watches over templates of which some are somebody's own: they are given as much time as a page may take, and what goes wrong
 * is told of the template that was being filled, not of the page. Names are looked for when a template is first used.
 */
export function watchTemplates(
  partials: Partials,
  sources: ReadonlyMap<string, TemplateSource>,
  render: RenderTemplate,
): RenderTemplate {
  const running: string[] = [];
  const known = new Set<string>();
  for (const [name, template] of Object.entries(partials)) {
    partials[name] = (view, options) => {
      running.push(name);
      checkNames(sources.get(name)?.custom, known);
      const text = template(view, options);
      running.pop();
      return text;
    };
  }
  return (name, view) => {
    running.length = 0;
    collectNames(view, known, new Set());
    try {
      return withinTime(LIMIT, () => render(name, view));
    } catch (cause) {
      if (cause instanceof LecternError) throw cause;
      throw failure(running, sources, cause);
    }
  };
}

/** @throws LecternError for a name that the view has nowhere */
function checkNames(custom: CustomTemplate | undefined, known: ReadonlySet<string>): void {
  const missing = custom?.names.find(({ name }) => !known.has(name));
  if (custom === undefined || missing === undefined) return;
  throw new LecternError('TEMPLATE_INVALID', `${custom.file}:${missing.line}: the view has no ${missing.name}`, {
    hint: 'Take a name that the template of the package takes, or leave it out.',
  });
}

/** All names in a view, however deep. */
function collectNames(value: unknown, names: Set<string>, seen: Set<unknown>): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  const isList = Array.isArray(value);
  for (const [name, field] of Object.entries(value)) {
    if (!isList) names.add(name);
    collectNames(field, names, seen);
  }
}

/** The innermost template of somebody's own is the one to look at. */
function failure(
  running: readonly string[],
  sources: ReadonlyMap<string, TemplateSource>,
  cause: unknown,
): LecternError {
  const innermost = running.findLast((name) => sources.get(name)?.custom) ?? running.at(-1) ?? 'deck';
  const file = sources.get(innermost)?.custom?.file ?? `templates/${innermost}.hbs`;
  if (cause instanceof TimeIsUp) {
    return invalid(file, cause.message, 'Look for loops within loops, or for a partial that calls itself.', cause);
  }
  if (cause instanceof RangeError) {
    return invalid(file, 'the template calls itself without end', 'Take out the partial that leads back to it.', cause);
  }
  const [, what = String(cause), line] =
    /^(.*?)(?: - (\d+):\d+)?$/su.exec(cause instanceof Error ? cause.message : String(cause)) ?? [];
  const absent = /^"(.*)" not defined in/su.exec(what)?.[1];
  const sentence = absent === undefined ? what : `there is no ${absent} here`;
  const where = line === undefined ? file : `${file}:${line}`;
  return invalid(
    where,
    sentence,
    'Take a name that the template of the package takes, or ask first: {{#if …}}.',
    cause,
  );
}

function invalid(where: string, what: string, hint: string, cause: unknown): LecternError {
  return new LecternError('TEMPLATE_INVALID', `${where}: ${what}`, { hint, cause });
}
