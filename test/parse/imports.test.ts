import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseImport } from '../../src/parse/parse-import.ts';

const FOLDER = 'test/parse/imports/cases';
const files = readdirSync(FOLDER).filter((file) => !file.endsWith('.expected.json'));

describe('parseImport on the files in test/parse/imports/cases', () => {
  it.each(files)('reads %s as its .expected.json says', async (file) => {
    const read = await parseImport(readFileSync(`${FOLDER}/${file}`, 'utf8'), file, { columns: new Map() });
    const problems = read.problems.map(({ kind, line, details }) => ({ kind, line, details }));
    const result = { form: read.form, problems, guessedTopics: [...read.guessedTopics], library: read.library };
    await expect(`${JSON.stringify(result, null, 2)}\n`).toMatchFileSnapshot(`imports/cases/${file}.expected.json`);
  });
});
