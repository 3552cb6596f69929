/**
 * Sets a fresh clone up, in Node's own modules: packages, build and, for the tests, a browser. Each step is done only when it
 * is needed; a second run does nothing and says nothing.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const OLDEST_NODE = [20, 19];
const BROWSERS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
];
const PDF_TOOLS = ['pdfinfo', 'pdftotext', 'pdftoppm'];
const DEBIAN_PACKAGES = ['chromium', 'chromium-headless-shell', 'poppler-utils'];
/** What the build is made from. */
const SOURCES = ['src', 'templates', 'themes', 'data', 'scripts/build.mjs', 'scripts/prepare.mjs', 'package-lock.json'];

/** @param {{ browser: boolean }} options whether a browser and poppler's tools are needed too */
export function setUp({ browser }) {
  checkNode();
  installPackages();
  buildProduct();
  if (browser) installBrowser();
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  stop(
    `Lectern needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}. Install one from https://nodejs.org.`,
  );
}

function installPackages() {
  const lock = hashOf(['package-lock.json']);
  const stamp = join(root, 'node_modules/.lectern-lock');
  if (readStamp(stamp) === lock) return;
  say('Installing packages …');
  run(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    'The packages could not be installed; is there a network?',
  );
  writeFileSync(stamp, lock);
}

function buildProduct() {
  const sources = hashOf(SOURCES);
  const stamp = join(root, 'dist/.stamp');
  if (readStamp(stamp) === sources) return;
  say('Building …');
  run(process.execPath, [join(root, 'scripts/build.mjs')], 'The build failed, see above.');
  writeFileSync(stamp, sources);
}

function installBrowser() {
  const hasBrowser =
    ['LECTERN_BROWSER', 'PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH'].some((name) => process.env[name]) ||
    BROWSERS.some(isOnPath);
  if (hasBrowser && PDF_TOOLS.every(isOnPath)) return;
  const isDebian = isOnPath('apt-get') && process.getuid?.() === 0;
  if (!isDebian) {
    stop(
      `The tests need Chromium (or Chrome) and poppler's tools. Install them, on Debian and Ubuntu with\n  sudo apt-get install ${DEBIAN_PACKAGES.join(' ')}`,
    );
  }
  say(`Installing ${DEBIAN_PACKAGES.join(', ')} …`);
  const failure = `apt-get could not install ${DEBIAN_PACKAGES.join(' ')}.`;
  run('apt-get', ['update', '-qq'], failure);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...DEBIAN_PACKAGES], failure);
}

/** SHA-256 over the names and contents of files and folders, given relative to the project. */
function hashOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesIn))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

function filesIn(path) {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesIn(`${path}/${name}`));
}

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function isOnPath(command) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, command)));
}

/** The steps' own output goes to stderr: stdout is for results. */
function run(command, words, failure) {
  const { status } = spawnSync(command, words, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (status !== 0) stop(failure);
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function stop(text) {
  say(text);
  process.exit(1);
}
