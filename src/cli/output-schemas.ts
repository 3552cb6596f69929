import * as z from 'zod/mini';
import { SOURCE_KINDS } from '../model/library.ts';
import { OPTION_KINDS, type OptionKind } from './option-kinds.ts';

const id = z.string();
const count = z.int().check(z.gte(0));
const source = z.strictObject({
  name: z.string(),
  number: z.optional(z.int()),
  kind: z.optional(z.enum(SOURCE_KINDS)),
  url: z.optional(z.string()),
});
const mode = z.enum(['light', 'dark']);

export type OutputName = 'list-lessons' | 'list-styles' | 'check' | 'manifest';

/** What `--json` and `--to json` give to programs. Published in `schema/`; fields may be added, none changed or taken. */
export const OUTPUT_SCHEMAS: Readonly<Record<OutputName, z.core.$ZodType>> = {
  'list-lessons': z.array(
    z.object({
      id,
      part: z.int(),
      topic: z.string(),
      quote: z.string(),
      source: z.string(),
      themes: z.array(z.string()),
    }),
  ),
  'list-styles': z.array(
    z.object({ name: z.string(), title: z.string(), description: z.string(), modes: z.array(mode), defaultMode: mode }),
  ),
  check: z.object({
    files: z.array(
      z.object({
        file: z.string(),
        parts: count,
        lessons: count,
        problems: z.array(
          z.object({ severity: z.enum(['error', 'warning']), code: z.string(), line: z.int(), message: z.string() }),
        ),
      }),
    ),
  }),
  manifest: z.object({
    generator: z.string(),
    library: z.object({ name: z.string(), title: z.string(), subject: z.string(), language: z.string() }),
    selection: z.looseObject({ lessons: count }),
    lessons: z.array(
      z.object({
        id,
        part: z.int(),
        topic: z.string(),
        quote: z.string(),
        source,
        themes: z.array(z.string()),
        slides: z.array(z.int().check(z.gte(1))),
      }),
    ),
    sources: z.array(z.extend(source, { number: z.int(), lessons: z.array(id) })),
    slides: z.array(z.object({ number: z.int().check(z.gte(1)), kind: z.string(), id: z.optional(id) })),
  }),
};

export function outputJsonSchema(name: OutputName): object {
  return { title: `Lectern ${name}`, ...z.toJSONSchema(OUTPUT_SCHEMAS[name]) };
}

/** `lectern.config.yaml` for editors: every option under its long name. */
export function configJsonSchema(): object {
  const properties = Object.entries(OPTION_KINDS).map(([name, kind]) => [name, SHAPES[kind]]);
  return {
    title: 'Lectern configuration',
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: Object.fromEntries(properties),
    additionalProperties: false,
  };
}

const TEXT = { type: ['string', 'number'] } as const;
const SHAPES: Readonly<Record<OptionKind, object>> = {
  path: { type: 'string' },
  style: { type: 'string' },
  text: TEXT,
  texts: { anyOf: [TEXT, { type: 'array', items: TEXT }] },
  count: { type: 'integer', minimum: 1 },
  seconds: { type: 'integer', minimum: 0 },
  seed: { type: ['integer', 'boolean'] },
  flag: { type: 'boolean' },
};
