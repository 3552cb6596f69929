import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseLibrary } from '../../src/parse/parse-library.ts';

const FOLDER = 'test/parse/cases';
const files = readdirSync(FOLDER).filter((file) => !file.endsWith('.expected.json'));

describe('parseLibrary on the files in test/parse/cases', () => {
  it.each(files)('reads %s as its .expected.json says', async (file) => {
    const { library, problems } = parseLibrary(readFileSync(`${FOLDER}/${file}`, 'utf8'), file);
    const told = problems.map(({ kind, line, details }) => ({ kind, line, details }));
    const result = library === undefined ? { problems: told } : { problems: told, library };
    await expect(`${JSON.stringify(result, null, 2)}\n`).toMatchFileSnapshot(`cases/${file}.expected.json`);
  });
});
