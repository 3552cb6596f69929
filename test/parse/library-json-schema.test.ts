import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { libraryJsonSchema } from '../../src/parse/library-json-schema.ts';

describe('libraryJsonSchema', () => {
  it('is what schema/library.schema.json holds', () => {
    const published = readFileSync('schema/library.schema.json', 'utf8');
    expect(published).toBe(`${JSON.stringify(libraryJsonSchema(), null, 2)}\n`);
  });
});
