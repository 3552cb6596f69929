import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const PROJECT = join(import.meta.dirname, '../..');
/** The user `nobody` of Debian and most others. */
const NOBODY = 65_534;
const AS_NOBODY = ['--reuid', `${NOBODY}`, '--regid', `${NOBODY}`, '--clear-groups'];
const canChangeUser = process.getuid?.() === 0 && spawnSync('setpriv', [...AS_NOBODY, 'true']).status === 0;

/** A place where the product stands and `nobody` may read it. */
function readableProject(folder: string): string {
  const reads = spawnSync('setpriv', [...AS_NOBODY, 'test', '-r', join(PROJECT, 'dist/main.js')]);
  if (reads.status === 0) return PROJECT;
  for (const part of ['package.json', 'dist', 'data', 'themes', 'templates', 'node_modules'])
    cpSync(join(PROJECT, part), join(folder, part), { recursive: true });
  return folder;
}

interface Seen {
  readonly words: string;
  /** 2: system calls are filtered. */
  readonly seccomp: string | undefined;
  /** Its numbers in each namespace of processes that it is in. */
  readonly numbers: readonly string[];
}

/** Chromium's processes of that user. */
function seeBrowsers(): readonly Seen[] {
  return readdirSync('/proc').flatMap((pid) => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const words = readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ');
      if (!status.includes(`\nUid:\t${NOBODY}\t`) || !/chrom/iu.test(words)) return [];
      const seccomp = /^Seccomp:\t(\d)/mu.exec(status)?.[1];
      return [{ words, seccomp, numbers: /^NSpid:\t(.*)$/mu.exec(status)?.[1]?.split('\t') ?? [] }];
    } catch {
      // No process, or one that ended meanwhile.
      return [];
    }
  });
}

test.skipIf(!canChangeUser)(
  'for a user without rights the browser prints in its sandbox (only root can become one)',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'n-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    chmodSync(folder, 0o777);
    const main = join(readableProject(folder), 'dist/main.js');
    const child = spawn('setpriv', [...AS_NOBODY, process.execPath, main, '--to', 'pdf', '-o', 'out'], {
      cwd: folder,
      env: { ...process.env, HOME: folder, TMPDIR: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        said += String(data);
      });
    const seen: Seen[] = [];
    const timer = setInterval(() => seen.push(...seeBrowsers()), 50);
    const code = await new Promise((resolve) => child.once('close', resolve));
    clearInterval(timer);
    expect(code, said).toBe(0);
    expect(said).not.toContain('sandbox');
    expect(readFileSync(join(folder, 'out/armon-dadgar.pdf'), 'latin1').slice(0, 5)).toBe('%PDF-');
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.filter(({ words }) => words.includes('--no-sandbox'))).toEqual([]);
    const renderers = seen.filter(({ words }) => words.includes('--type=renderer'));
    expect(renderers.some(({ seccomp, numbers }) => seccomp === '2' && numbers.length > 1)).toBe(true);
  },
);
