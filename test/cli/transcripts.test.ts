import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { runInProcess } from './run-in-process.ts';

const TRANSCRIPTS = join(import.meta.dirname, 'transcripts');
let cwd = '';

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'lectern-cli-'));
  await cp(join(import.meta.dirname, 'libraries'), cwd, { recursive: true });
});

// A transcript is a command line and all it leaves: stdout, stderr (each line marked with `! `), exit code.
test.each(readdirSync(TRANSCRIPTS).filter((name) => name.endsWith('.txt')))('%s runs as written down', async (name) => {
  const written = readFileSync(join(TRANSCRIPTS, name), 'utf8');
  const played: string[] = [];
  for (const command of written.split('\n').filter((line) => line.startsWith('$ lectern'))) {
    played.push(await play(command));
  }
  await expect(played.join('\n')).toMatchFileSnapshot(join(TRANSCRIPTS, name));
});

async function play(command: string): Promise<string> {
  const argv = [...command.slice('$ lectern'.length).matchAll(/"([^"]*)"|\S+/g)].map(
    ([word, quoted]) => quoted ?? word,
  );
  const { stdout, stderr, code } = await runInProcess(argv, { cwd });
  const complaints = stderr
    .split('\n')
    .slice(0, -1)
    .map((line) => `! ${line}\n`);
  return `${command}\n${stdout}${complaints.join('')}exit ${code}\n`;
}
