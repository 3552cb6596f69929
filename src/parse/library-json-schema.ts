import * as z from 'zod/mini';
import { librarySchema } from './library-schema.ts';

/** The curated form as JSON Schema, for editors; `schema/library.schema.json` holds it. */
export function libraryJsonSchema(): object {
  // Of the schema's output side, which is the typed one: on the input side numbers are still text.
  return { title: 'Lectern library', ...z.toJSONSchema(librarySchema) };
}
