/**
 * Writes what the product would otherwise work out at every start: dist/prepared.js with the templates, precompiled, and the
 * icons that themes name; dist/prepared/ with the libraries of data/ and the themes, read and checked. Each is found by the
 * SHA-256 of the text it came from, so that an edited text is simply not found and is read anew.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The same as in src/render/create-templates.ts. */
const TEMPLATE_OPTIONS = { strict: true, preventIndent: true, knownHelpersOnly: true };

/** @param {string} root the package's folder */
export async function prepare(root) {
  const [templates, icons] = await Promise.all([compileTemplates(root), findIcons(root)]);
  const text = `export const templates = {\n${templates.join(',\n')}\n};\nexport const icons = ${JSON.stringify(icons)};\n`;
  await writeFile(join(root, 'dist/prepared.js'), text);
}

/**
 * Reads the libraries and the themes with the product itself, as it stands in dist/.
 * @param {string} root the package's folder
 */
export async function prepareTexts(root) {
  const { loadLibrary, loadThemes } = await import(pathToFileURL(join(root, 'dist/index.js')).href);
  await mkdir(join(root, 'dist/prepared'), { recursive: true });
  await writePrepared(root, 'themes', await filesIn(root, 'themes'), await loadThemes());
  for (const file of await filesIn(root, 'data')) {
    const { library, warnings, suggested } = await loadLibrary(file, { cwd: root });
    if (warnings.length === 0 && suggested === 0) await writePrepared(root, 'library', [file], library);
  }
}

async function writePrepared(root, kind, files, value) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(file)).update('\0');
  await writeFile(join(root, 'dist/prepared', `${kind}-${hash.digest('hex')}.json`), JSON.stringify(value));
}

async function filesIn(root, folder) {
  const names = (await readdir(join(root, folder))).filter((name) => name.endsWith('.yaml')).sort();
  return names.map((name) => join(root, folder, name));
}

async function compileTemplates(root) {
  const { default: Handlebars } = await import('handlebars');
  const folder = join(root, 'templates');
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.hbs')).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(folder, file), 'utf8');
      const hash = createHash('sha256').update(text).digest('hex');
      return `${JSON.stringify(hash)}: ${Handlebars.precompile(text, TEMPLATE_OPTIONS)}`;
    }),
  );
}

async function findIcons(root) {
  const folder = join(root, 'themes');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  const names = await Promise.all(
    files.map(async (file) => /^icon:\s*["']?([a-z-]+)/mu.exec(await readFile(join(folder, file), 'utf8'))?.[1]),
  );
  const entries = await Promise.all(names.filter(Boolean).map(async (name) => [name, await readIcon(root, name)]));
  return Object.fromEntries(entries.filter(([, path]) => path));
}

/** Phosphor's light weight: 256 × 256, one or more paths. Undefined where there is no icon of the name. */
async function readIcon(root, name) {
  const assets = join(
    dirname(createRequire(join(root, 'package.json')).resolve('@phosphor-icons/core')),
    '../assets/light',
  );
  const svg = await readFile(join(assets, `${name}-light.svg`), 'utf8').catch(() => '');
  return [...svg.matchAll(/ d="([^"]+)"/gu)].map((match) => match[1]).join('');
}
