import { join } from 'node:path';
import { EXIT_CODES, LecternError } from '../errors.ts';
import { checkWritable } from '../files/check-writable.ts';
import { findBrowser } from '../files/find-browser.ts';
import { installBrowser } from '../files/install-browser.ts';
import { readStyles } from '../files/read-styles.ts';
import type { CommandContext } from './command-context.ts';
import type { Io } from './io.ts';
import { showControls, toJson } from './show-controls.ts';

/** The oldest Node that Lectern runs on, as in package.json. */
const OLDEST_NODE = [20, 19] as const;

interface Finding {
  readonly name: 'node' | 'browser' | 'fonts' | 'output';
  readonly ok: boolean;
  readonly found: string;
  /** What to do; empty when nothing is to be done. */
  readonly cure: string;
  /** What Lectern would exit with for want of it. */
  readonly exitCode: number;
}

/** `lectern doctor`: exit code 0 when all is there, else that of the first thing missing. */
export async function runDoctor(context: CommandContext): Promise<number> {
  if (context.settings.flag('install-browser')) {
    const path = await installBrowser(context.io.env, context.report.note);
    context.report.note(`Installed: ${path}`);
  }
  const findings = [checkNode(context.io), await checkBrowser(context), await checkFonts(), await checkOutput(context)];
  if (context.settings.flag('json')) {
    context.report.result(
      toJson(
        findings.map(({ name, ok, found, cure }) => ({
          name,
          ok,
          found,
          cure,
        })),
      ),
    );
  } else {
    findings.map(formatFinding).forEach(context.report.result);
  }
  return findings.find((finding) => !finding.ok)?.exitCode ?? 0;
}

function formatFinding({ name, ok, found, cure }: Finding): string {
  const line = `${ok ? 'ok     ' : 'missing'}  ${name.padEnd(8)} ${showControls(found)}`;
  return cure === '' ? line : `${line}\n         ${showControls(cure)}`;
}

function checkNode({ nodeVersion }: Io): Finding {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  const ok = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  const cure = ok ? '' : `Install Node ${OLDEST_NODE.join('.')} or newer from https://nodejs.org.`;
  return {
    name: 'node',
    ok,
    found: nodeVersion,
    cure,
    exitCode: EXIT_CODES.USAGE,
  };
}

/** Only PDFs need a browser, but whoever asks the doctor wants to know. */
async function checkBrowser({ settings, io }: CommandContext): Promise<Finding> {
  const explicit = settings.text('browser');
  try {
    const { path, kind } = await findBrowser({
      ...(explicit === undefined ? {} : { explicit }),
      env: io.env,
    });
    return {
      name: 'browser',
      ok: true,
      found: `${kind}: ${path}`,
      cure: '',
      exitCode: 0,
    };
  } catch (error) {
    if (!(error instanceof LecternError)) {
      throw error;
    }
    return {
      name: 'browser',
      ok: false,
      found: error.message,
      cure: error.hint,
      exitCode: error.exitCode,
    };
  }
}

/** Fonts ride in the styles, so that a deck looks the same wherever it is made. */
async function checkFonts(): Promise<Finding> {
  const styles = await readStyles();
  const names = styles.map((style) => style.name).join(', ');
  const ok = styles.length > 0;
  const found = ok ? `built in, embedded in every deck (${names})` : 'no style is installed';
  return {
    name: 'fonts',
    ok,
    found,
    cure: ok ? '' : 'Install Lectern again.',
    exitCode: EXIT_CODES.FILE_UNREADABLE,
  };
}

async function checkOutput({ io }: CommandContext): Promise<Finding> {
  const folder = join(io.cwd, 'output');
  const reason = await checkWritable(folder);
  const found = reason === undefined ? `${folder} can be written` : `${folder}: ${reason}`;
  const cure =
    reason === undefined ? '' : 'Give yourself the right to write there, or choose another folder with --output.';
  return {
    name: 'output',
    ok: reason === undefined,
    found,
    cure,
    exitCode: EXIT_CODES.FILE_UNWRITABLE,
  };
}
