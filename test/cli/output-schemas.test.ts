import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { configJsonSchema, OUTPUT_SCHEMAS, outputJsonSchema } from '../../src/cli/output-schemas.ts';
import { runInProcess } from './run-in-process.ts';

const libraries = join(import.meta.dirname, 'libraries');
const NAMES = ['list-lessons', 'list-styles', 'check', 'manifest'] as const;

/** With UPDATE_SCHEMAS=1 the published file is written anew. */
function published(name: string, schema: object): string {
  const file = `schema/${name}.schema.json`;
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (process.env['UPDATE_SCHEMAS'] === '1' || !existsSync(file)) writeFileSync(file, text);
  return readFileSync(file, 'utf8');
}

test.each(NAMES)('the schema of %s is published as it is', (name) => {
  const schema = outputJsonSchema(name);
  expect(JSON.parse(published(name, schema))).toEqual(JSON.parse(JSON.stringify(schema)));
});

test('the schema of a configuration is published and has every option', () => {
  const schema = configJsonSchema();
  expect(JSON.parse(published('config', schema))).toEqual(schema);
  expect(schema).toHaveProperty('properties.minutes', { type: 'integer', minimum: 1 });
});

test.each<[(typeof NAMES)[number], readonly string[]]>([
  ['list-lessons', ['list', 'lessons', 'small.yaml', '--json']],
  ['list-lessons', ['list', 'built-in', '--json']],
  ['list-styles', ['list', 'styles', '--json']],
  ['check', ['check', 'small.yaml', 'broken.yaml', 'warned.yaml', '--json']],
])('%s is what lectern gives: %j', async (name, words) => {
  const { stdout } = await runInProcess(words, { cwd: libraries });
  expect(z.safeParse(OUTPUT_SCHEMAS[name], JSON.parse(stdout)).error?.issues).toBeUndefined();
  expect(z.safeParse(OUTPUT_SCHEMAS[name], [{ id: 3 }]).success).toBe(false);
});

test('manifest is what lectern gives', async () => {
  const output = join(mkdtempSync(join(tmpdir(), 'lectern-schema-')), 'deck.json');
  await runInProcess(['build', 'built-in', '-o', output, '--part', '3'], { cwd: libraries });
  const manifest = JSON.parse(readFileSync(output, 'utf8'));
  expect(z.safeParse(OUTPUT_SCHEMAS.manifest, manifest).error?.issues).toBeUndefined();
  expect(z.safeParse(OUTPUT_SCHEMAS.manifest, { ...manifest, lessons: [{}] }).success).toBe(false);
});
