/**
 * Writes dist/prepared.js: what the product would otherwise work out at every start. Templates are precompiled under the
 * SHA-256 of their text, so that an edited one is compiled anew; icons are the path data of the ones that themes name.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The same as in src/render/create-templates.ts. */
const TEMPLATE_OPTIONS = { strict: true, preventIndent: true, knownHelpersOnly: true };

/** @param {string} root the package's folder */
export async function prepare(root) {
  const [templates, icons] = await Promise.all([compileTemplates(root), findIcons(root)]);
  const text = `export const templates = {\n${templates.join(',\n')}\n};\nexport const icons = ${JSON.stringify(icons)};\n`;
  await writeFile(join(root, 'dist/prepared.js'), text);
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
