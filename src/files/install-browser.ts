import { homedir } from 'node:os';
import { join } from 'node:path';
import { LecternError } from '../errors.ts';

/**
 * Fetches the current stable headless shell of Chrome into Puppeteer's cache, where `findBrowser` looks for it. Needs a network.
 * Returns the path of its program.
 * @throws LecternError BROWSER_MISSING where it cannot be had
 */
export async function installBrowser(
  env: Readonly<Record<string, string | undefined>>,
  onProgress: (message: string) => void,
): Promise<string> {
  const { Browser, detectBrowserPlatform, install, resolveBuildId } = await import('@puppeteer/browsers');
  const browser = Browser.CHROMEHEADLESSSHELL;
  const cacheDir = env['PUPPETEER_CACHE_DIR'] ?? join(env['HOME'] ?? homedir(), '.cache/puppeteer');
  try {
    const platform = detectBrowserPlatform();
    if (!platform) throw new Error('there is none for this system');
    onProgress('Asking for the current version …');
    const buildId = await resolveBuildId(browser, platform, 'stable');
    onProgress(`Fetching Chrome's headless shell ${buildId} into ${cacheDir} …`);
    return (await install({ browser, buildId, cacheDir })).executablePath;
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    throw new LecternError('BROWSER_MISSING', `--install-browser: the browser could not be fetched: ${reason}`, {
      hint: 'Is there a network? Otherwise install Chrome, Chromium or Edge with the means of your system.',
      cause,
    });
  }
}
